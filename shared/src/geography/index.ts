export { areaByCode, areas, CITY_AREA, CITY_CODE, DISTRICT_COUNT, districtOf, FIRST_STREET, hasArea, lineage } from './areas.ts';
export { metroLineRows, places } from './data/places.ts';
export type * from './types.ts';
