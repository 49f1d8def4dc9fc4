// What of a moment needs a line in the legend: only what is going on.
import type { Moment } from './moment.ts';

export const SIGNS = [
  'shut',
  'slow',
  'cut',
  'gas',
  'crowd',
  'rain',
  'wind',
  'fog',
  'heat',
  'flood',
  'high',
  'night',
] as const;
export type Sign = (typeof SIGNS)[number];

export function signsOf({ daylight, water, crossings, metro, weather, spots }: Moment): Sign[] {
  const states = new Set(crossings.values());
  const isOn: Record<Sign, boolean> = {
    shut: states.has('shut'),
    slow: states.has('slow'),
    cut: metro.some(({ isCut }) => isCut),
    gas: spots.some(({ kind }) => kind === 'gas'),
    crowd: spots.some(({ kind }) => kind === 'crowd'),
    rain: weather.some(({ rain }) => rain > 0),
    fog: weather.some(({ fog }) => fog > 0),
    wind: weather.some(({ wind }) => wind > 0),
    heat: weather.some(({ heat }) => heat > 0),
    flood: weather.some(({ flood }) => flood > 0),
    high: water.isHigh,
    night: daylight.darkness >= 0.5,
  };
  return SIGNS.filter((sign) => isOn[sign]);
}
