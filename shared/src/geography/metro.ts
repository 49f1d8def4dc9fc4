// The metro as schematic lines through its stations.
import { metroLineRows } from './data/metroLines.ts';
import { stationRows1to8 } from './data/metroStations1to8.ts';
import { stationRows9to18 } from './data/metroStations9to18.ts';
import type { MetroLine, MetroStation } from './types.ts';

const stationRows = [...stationRows1to8, ...stationRows9to18];
const pathsOf = (texts: readonly string[]): string[][] => texts.map((text) => text.split(' '));

const linesByStation = new Map<string, string[]>(stationRows.map(([zh]) => [zh, []]));
for (const { id, paths } of metroLineRows) {
  for (const name of new Set(pathsOf(paths).flat())) {
    const lines = linesByStation.get(name);
    if (lines === undefined) throw new RangeError(`line ${id} stops at ${name}, which is no station`);
    lines.push(id);
  }
}

/** Every station once; `lines` names those that stop there. */
export const metroStations: readonly MetroStation[] = stationRows.map(([zh, en, lon, lat]) => ({
  zh,
  en,
  at: [lon, lat],
  lines: linesByStation.get(zh)!,
}));
const stationByName = new Map(metroStations.map((station) => [station.zh, station]));

/** The 19 lines in the order of their numbers. */
export const metroLines: readonly MetroLine[] = metroLineRows.map(({ id, colour, opened, paths }) => {
  const named = pathsOf(paths).map((names) => names.map((name) => stationByName.get(name)!));
  return {
    id,
    zh: id === 'PJ' ? '浦江线' : `${id}号线`,
    en: id === 'PJ' ? 'Pujiang Line' : `Line ${id}`,
    colour,
    opened,
    paths: named.map((stations) => stations.map(({ at }) => at)),
    stations: [...new Set(named.flat())],
  };
});
