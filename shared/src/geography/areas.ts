// The 251 areas that carry vital signs, as one dense table. Indices are constant and are on the wire.
import { districtRows } from './data/districts.ts';
import { streetRows } from './data/streets.ts';
import { streetCellRows } from './generated/streetCells.ts';
import { streetShares } from './shares.ts';
import type { Area, DistrictRow } from './types.ts';

export const CITY_CODE = '310000';
export const CITY_AREA = 0;
export const DISTRICT_COUNT = districtRows.length;
export const FIRST_STREET = 1 + DISTRICT_COUNT;

const cellByCode = new Map(streetCellRows.map(([code, lon, lat, drawnKm2]) => [code, { lon, lat, drawnKm2 }]));
const peopleShares = streetShares();

const sumOf = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((sum, item) => sum + value(item), 0);

/** The table's weights are rounded; dividing by their sums makes the districts add up to the city exactly. */
const totals = {
  population: sumOf(districtRows, (row) => row.weight.population),
  area: sumOf(districtRows, (row) => row.weight.area),
  jobs: sumOf(districtRows, (row) => row.weight.jobs),
};

const cityArea = (): Area => ({
  index: CITY_AREA,
  code: CITY_CODE,
  level: 'city',
  zh: '上海市',
  en: 'Shanghai',
  initials: 'shs',
  zone: 'core',
  type: 'city',
  parent: CITY_AREA,
  children: districtRows.map((_, i) => i + 1),
  weight: { population: 1, area: 1, jobs: 1 },
  centre: [121.4737, 31.2304],
  areaKm2: sumOf(districtRows, (row) => row.areaKm2),
});

const districtArea = (row: DistrictRow, index: number, children: readonly number[]): Area => ({
  index,
  code: row.code,
  level: 'district',
  zh: row.zh,
  en: row.en,
  initials: row.initials,
  zone: row.zone,
  type: 'district',
  parent: CITY_AREA,
  children,
  weight: {
    population: row.weight.population / totals.population,
    area: row.weight.area / totals.area,
    jobs: row.weight.jobs / totals.jobs,
  },
  centre: row.centroid,
  areaKm2: row.areaKm2,
});

/**
 * Streets of one district. People and jobs are shared by type of street; ground by the drawn cells, scaled so that they add
 * up to the district's official area (drawn outlines of coastal districts hold water too).
 */
function streetAreas(district: Area, firstIndex: number): Area[] {
  const rows = streetRows.filter(([code]) => code.startsWith(district.code));
  const drawnKm2 = sumOf(rows, ([code]) => cellByCode.get(code)!.drawnKm2);
  return rows.map(([code, zh, type, en, initials], k) => {
    const cell = cellByCode.get(code)!;
    const ground = cell.drawnKm2 / drawnKm2;
    const people = peopleShares.get(code)!;
    return {
      index: firstIndex + k,
      code,
      level: 'street',
      zh,
      en,
      initials,
      zone: district.zone,
      type,
      parent: district.index,
      children: [],
      weight: {
        population: district.weight.population * people,
        area: district.weight.area * ground,
        jobs: district.weight.jobs * people,
      },
      centre: [cell.lon, cell.lat],
      areaKm2: district.areaKm2 * ground,
    };
  });
}

function buildAreas(): Area[] {
  const districts: Area[] = [];
  const streets: Area[] = [];
  for (const row of districtRows) {
    const firstIndex = FIRST_STREET + streets.length;
    const count = streetRows.filter(([code]) => code.startsWith(row.code)).length;
    const children = Array.from({ length: count }, (_, k) => firstIndex + k);
    const district = districtArea(row, districts.length + 1, children);
    districts.push(district);
    streets.push(...streetAreas(district, firstIndex));
  }
  return [cityArea(), ...districts, ...streets];
}

/** `areas[i].index === i`. */
export const areas: readonly Area[] = buildAreas();
const areaMap = new Map(areas.map((area) => [area.code, area]));

/** Throws RangeError for an unknown code. */
export function areaByCode(code: string): Area {
  const area = areaMap.get(code);
  if (area === undefined) throw new RangeError(`no area ${code}`);
  return area;
}
export const hasArea = (code: string): boolean => areaMap.has(code);

/** The area and all above it, city first. */
export function lineage(index: number): readonly Area[] {
  const area = areas[index];
  if (area === undefined) throw new RangeError(`no area with index ${index}`);
  return area.index === CITY_AREA ? [area] : [...lineage(area.parent), area];
}

/** Index of the district that an area lies in (its own for a district); the city has none: 0. */
export const districtOf = (index: number): number => {
  const area = areas[index]!;
  return area.level === 'street' ? area.parent : area.index;
};
