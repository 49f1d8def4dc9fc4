// Areas and places. WGS84 everywhere; [longitude, latitude] as in GeoJSON (CAP is the other way round).

export type Position = readonly [lon: number, lat: number];
export type Zone = 'core' | 'suburb' | 'pudong';
export type StreetType = 'subdistrict' | 'town' | 'township' | 'special';

export interface DistrictRow {
  code: string;
  zh: string;
  en: string;
  zone: string;
  population: number;
  areaKm2: number;
  seat: [number, number];
  centroid: [number, number];
  weight: { population: number; area: number; jobs: number };
}
export type StreetRow = readonly [code: string, zh: string, type: string];

export interface Place {
  id: string;
  zh: string;
  en: string;
  kind: string;
  at: [number, number];
}
export interface MetroLineRow {
  id: string;
  colour: string;
  from: string;
  to: string;
  opened: number;
}

/**
 * One of 251 areas that carry vital signs: the city, 16 districts, 234 streets (215 statutory, 19 special zones).
 * `index` is dense and constant: 0 the city, 1–16 districts by code order of the table, 17–250 streets.
 */
export interface Area {
  index: number;
  /** `310000`, `310118`, `310118107` */
  code: string;
  level: 'city' | 'district' | 'street';
  zh: string;
  en: string;
  zone: Zone;
  type: StreetType | 'city' | 'district';
  /** Index of the area above; the city is its own. */
  parent: number;
  /** Indices of the areas below. */
  children: readonly number[];
  /** Share of the whole city: the children of an area add up to it. */
  weight: { population: number; area: number; jobs: number };
  centre: Position;
  areaKm2: number;
}
