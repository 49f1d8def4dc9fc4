// Sentences of the map: the city close up, water, metro, weather and base map.
import type { zh } from './mapZh.ts';

export const en: typeof zh = {
  town: 'Blocks and buildings are schematic, not real ones',
};
