export {
  areaByCode,
  areas,
  CITY_AREA,
  CITY_CODE,
  DISTRICT_COUNT,
  districtOf,
  FIRST_STREET,
  hasArea,
  lineage,
} from './areas.ts';
export { type AreaFeature, type AreaProperties, areaFeature, districtOutlines, streetCells } from './cells.ts';
export { crossings } from './data/crossings.ts';
export { places } from './data/places.ts';
export { rivers } from './data/rivers.ts';
export { roads } from './data/roads.ts';
export { areaAt, areaHolds } from './locate.ts';
export { bearingDegrees, distanceMetres } from './measure.ts';
export { metroLines, metroStations } from './metro.ts';
export { randomPointIn } from './randomPoint.ts';
export type * from './types.ts';
