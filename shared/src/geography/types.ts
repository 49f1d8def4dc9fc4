// Areas and places. WGS84 everywhere; [longitude, latitude] as in GeoJSON (CAP is the other way round).

export type Position = readonly [lon: number, lat: number];
export type Zone = 'core' | 'suburb' | 'pudong';
export type StreetType = 'subdistrict' | 'town' | 'township' | 'special';

export interface DistrictRow {
  code: string;
  zh: string;
  en: string;
  initials: string;
  zone: Zone;
  population: number;
  areaKm2: number;
  seat: [number, number];
  centroid: [number, number];
  weight: { population: number; area: number; jobs: number };
}
/** `initials` are those of the Chinese name in pinyin: `xjz` for 徐泾镇. */
export type StreetRow = readonly [code: string, zh: string, type: StreetType, en: string, initials: string];

export interface Place {
  id: string;
  zh: string;
  en: string;
  kind: string;
  at: [number, number];
}
/** A river, road or line as drawn: schematic, from memory, good to 300–500 m. */
export interface River {
  id: string;
  zh: string;
  en: string;
  /** As it is drawn, not as it is surveyed. */
  widthMetres: number;
  path: readonly Position[];
}
export type RoadKind = 'ring' | 'elevated' | 'expressway';
export interface Road {
  id: string;
  zh: string;
  en: string;
  kind: RoadKind;
  /** Closed rings repeat their first point at the end. */
  path: readonly Position[];
}
/** A bridge or tunnel as drawn. */
export interface Crossing {
  id: string;
  zh: string;
  en: string;
  /** Rank among the bridges in fog and wind, 1 the first to close; null for a tunnel. */
  exposure: number | null;
  path: readonly Position[];
}
export type StationRow = readonly [zh: string, en: string, lon: number, lat: number];
export interface MetroStation {
  zh: string;
  en: string;
  at: Position;
  /** Ids of the lines that stop here; more than one: an interchange. */
  lines: readonly string[];
}
export interface MetroLine {
  /** `1` to `18`, `PJ` */
  id: string;
  zh: string;
  en: string;
  colour: string;
  /** Year of the first section. */
  opened: number;
  /** The main line, then branches; each through its stations in order. */
  paths: readonly (readonly Position[])[];
  /** Every station once, in the order of the paths. */
  stations: readonly MetroStation[];
}

/**
 * One of 251 areas that carry vital signs: the city, 16 districts, 234 streets (215 statutory, 19 special zones).
 * `index` is dense and constant: 0 the city, 1–16 districts by code order of the table, 17–250 streets.
 */
export interface Area {
  index: number;
  /** `310000`, `310118`, `310118106` */
  code: string;
  level: 'city' | 'district' | 'street';
  zh: string;
  en: string;
  /** First letters of the Chinese name in pinyin, lower case, for search: `xjz` for 徐泾镇. */
  initials: string;
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
