// The 251 areas that carry vital signs, as one dense table. Indices are constant and are on the wire.
import { districtRows } from './data/districts.ts';
import { streetRows } from './data/streets.ts';
import type { Area, StreetType, Zone } from './types.ts';

export const CITY_CODE = '310000';
export const CITY_AREA = 0;
export const DISTRICT_COUNT = districtRows.length;
export const FIRST_STREET = 1 + DISTRICT_COUNT;

/** Share of a street in its district before normalising: towns are larger than subdistricts, special zones smaller (estimate). */
const STREET_SHARE: Readonly<Record<StreetType, number>> = { town: 1.6, township: 1.6, subdistrict: 1, special: 0.5 };

function buildAreas(): Area[] {
  const streetsByDistrict = districtRows.map((district) => streetRows.filter(([code]) => code.startsWith(district.code)));
  const all: Area[] = [];
  const total = { area: districtRows.reduce((sum, d) => sum + d.areaKm2, 0), ...totalWeights() };
  all.push({
    index: CITY_AREA, code: CITY_CODE, level: 'city', zh: '上海市', en: 'Shanghai', zone: 'core', type: 'city', parent: CITY_AREA,
    children: districtRows.map((_, i) => i + 1), weight: { population: 1, area: 1, jobs: 1 }, centre: [121.4737, 31.2304], areaKm2: total.area,
  });
  let next = FIRST_STREET;
  const streets: Area[] = [];
  districtRows.forEach((district, i) => {
    const rows = streetsByDistrict[i]!;
    const weight = {
      population: district.weight.population / total.population,
      area: district.weight.area / total.areaWeight,
      jobs: district.weight.jobs / total.jobs,
    };
    const shares = rows.map(([, , type]) => STREET_SHARE[type as StreetType]);
    const shareSum = shares.reduce((sum, share) => sum + share, 0);
    all.push({
      index: i + 1, code: district.code, level: 'district', zh: district.zh, en: district.en, zone: district.zone as Zone, type: 'district',
      parent: CITY_AREA, children: rows.map((_, k) => next + k), weight, centre: district.centroid, areaKm2: district.areaKm2,
    });
    rows.forEach(([code, zh, type], k) => {
      const share = shares[k]! / shareSum;
      streets.push({
        index: next + k, code, level: 'street', zh, en: zh, zone: district.zone as Zone, type: type as StreetType, parent: i + 1, children: [],
        weight: { population: weight.population * share, area: weight.area * share, jobs: weight.jobs * share },
        centre: district.centroid, areaKm2: district.areaKm2 * share,
      });
    });
    next += rows.length;
  });
  return [...all, ...streets];
}

/** The table's weights are rounded; dividing by their sums makes the districts add up to the city exactly. */
function totalWeights() {
  return {
    population: districtRows.reduce((sum, d) => sum + d.weight.population, 0),
    areaWeight: districtRows.reduce((sum, d) => sum + d.weight.area, 0),
    jobs: districtRows.reduce((sum, d) => sum + d.weight.jobs, 0),
  };
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
