// Sentences of the map: the city close up, water, metro, weather and base map.
import type { zh } from './mapZh.ts';

export const en: typeof zh = {
  town: 'Blocks and buildings are schematic, not real ones',
  sign: {
    shut: 'Bridge shut (which ones: by exposure)',
    slow: 'Bridge slowed',
    cut: 'Metro line cut',
    gas: 'Gas over its limit, cordon schematic',
    crowd: 'Crowd',
    wind: 'Strong wind',
    heat: 'Hot weather',
    rain: 'Rain',
    fog: 'Fog',
    flood: 'Roads under water',
    high: 'Water above the warning line',
    night: 'Night, lights are schematic',
  },
  ground: 'Base map {{by}}',
  groundFailed: 'Your own base map could not be read; the schematic one stands in',
  heat: 'Heat',
  heatScale: 'Detections, few to many',
};
