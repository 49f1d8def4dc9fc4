// The catalogue's words. Everything here is constant data; nothing changes during a run.

export type DimensionId = 'infra' | 'env' | 'traffic' | 'guarantee' | 'safety' | 'vitality';
/** gauge: state now; counter: sum since local midnight; ratio: per cent; index: a made-up scale. */
export type IndicatorKind = 'gauge' | 'counter' | 'ratio' | 'index';
export type Level = 'city' | 'district' | 'street';
/** What limits are compared with: the value, the projected day total (counters), or value ÷ expected now. */
export type LimitBasis = 'value' | 'projected' | 'expected';
export type Direction = 'high' | 'low' | 'both';
/** How values of streets and districts roll up. */
export type Aggregation = 'sum' | 'mean' | 'max' | 'min' | 'none';
/** sourced: a public page was read; known: published, from memory; estimated: this project's own. */
export type Provenance = 'sourced' | 'known' | 'estimated';

export interface Limits {
  criticalLow?: number;
  warningLow?: number;
  warningHigh?: number;
  criticalHigh?: number;
}

export interface Dimension {
  id: DimensionId;
  zh: string;
  en: string;
  /** Share of the city pulse; the six add up to 1. */
  weight: number;
}

export interface PrimaryRow {
  id: string;
  dimension: DimensionId;
  zh: string;
  en: string;
}

export interface Primary {
  /** 0 to 72 */
  index: number;
  id: string;
  dimension: DimensionId;
  zh: string;
  en: string;
  /** Its one to five indicators, in catalogue order. */
  indicators: readonly Indicator[];
}

/** A row of the indicator table: what stands in it, before references are resolved. */
export type IndicatorRow = Omit<Indicator, 'index' | 'dimension'>;

export interface Indicator {
  /** 0 to 182 */
  index: number;
  id: string;
  primary: string;
  dimension: DimensionId;
  zh: string;
  en: string;
  /** Base unit (people, m³, CNY), never 万 or 亿: screens format late. */
  unit: { zh: string; en: string };
  kind: IndicatorKind;
  /** Key of `hourProfiles`, or `weather` or `tide`. */
  profile: string;
  /** gauge, ratio, index: mean of a fair working day; counter: total of a normal day. Whole city, base unit. */
  baseline: number;
  /** The quantum: a value is a whole number of these on the wire and in the log. */
  precision: number;
  basis: LimitBasis;
  direction: Direction;
  /** For the whole city, in the unit of `basis`. See `limitsOf` for an area's own. */
  limits: Limits;
  levels: readonly Level[];
  aggregation: Aggregation;
  /** How often a city-level value is sent; streets report at most once a minute. */
  periodSeconds: number;
  agency: string;
  app: string;
  provenance: Provenance;
}

export interface Agency {
  id: string;
  zh: string;
  en: string;
  origin: 'seed' | 'design';
}

export interface App {
  id: string;
  zh: string;
  en: string;
  owner: string;
}

export type CaseClass = 'event' | 'component' | 'emergency';
export type CaseSource = 'ai_camera' | 'iot_sensor' | 'hotline' | 'patrol' | 'patrol_qr' | 'call' | 'data';
export type CaseLevel = 'city' | 'district' | 'street' | 'village';
/** 1 emergency (red), 2 urgent (orange), 3 normal-fast (yellow), 4 normal (blue), 5 low (grey). */
export type Priority = 1 | 2 | 3 | 4 | 5;

/** A row of the case type table, without the rules that `caseTypeRules` adds. */
export type CaseTypeRow = Omit<CaseType, 'index' | 'check' | 'clock' | 'unitKinds' | 'crew' | 'skill'>;

/** How a closure is proven. One word for what the order asks and what the evidence shows. */
export type CheckMeans = 'reshoot' | 'sensor' | 'callback' | 'photo' | 'visit' | 'document';
/** 紧急工作时 24 × 7; 工作时 08:30–17:30 on working days; 工作日 working days of 8 h. */
export type ClockKind = 'emergency' | 'workingHours' | 'workingDays';

export interface CaseType {
  /** 0 to 51 */
  index: number;
  code: string;
  zh: string;
  en: string;
  class: CaseClass;
  source: CaseSource;
  detector: string;
  /** The responsible bureau; the unit that goes is local (see `unitKinds`). */
  agency: string;
  /** Chinese name of the executing unit. */
  executor: string;
  level: CaseLevel;
  priority: Priority;
  limitMinutes: { accept: number; dispatch: number; handle: number; verify: number };
  handlingMinutes: { median: number; p90: number };
  /** Estimated daily number in the whole city, before sampling. */
  perDayCity: number;
  verifyMeans: string;
  /** May be found, dispatched, checked and closed without a person. */
  autoClose: boolean;
  indicators: readonly string[];
  /** Which means proves the closure. */
  check: CheckMeans;
  clock: ClockKind;
  /** Unit kinds that can do it, best first. */
  unitKinds: readonly UnitKindId[];
  /** Kinds that go out beside the first unit from the start, one of each; most types need none. */
  crew: readonly UnitKindId[];
  /** What the unit has to be able to do beyond its kind (`RosterUnit.skills`), where one that can is free. */
  skill: string | null;
}

export type UnitKindId =
  | 'chengguan'
  | 'sanitation'
  | 'market'
  | 'police'
  | 'traffic-police'
  | 'neighbourhood'
  | 'property'
  | 'greening'
  | 'road-crew'
  | 'drainage'
  | 'power-crew'
  | 'gas-crew'
  | 'water-crew'
  | 'lift-crew'
  | 'telecom-crew'
  | 'fire'
  | 'ambulance'
  | 'environment'
  | 'bike-operator'
  | 'rail-crew'
  | 'health'
  | 'office';

export interface UnitKind {
  id: UnitKindId;
  zh: string;
  en: string;
  /** How many stand in each street, in each district, in the city. */
  perStreet: number;
  perDistrict: number;
  perCity: number;
  /** On duty: whole day, or 07:00–22:00, or office hours. */
  duty: 'always' | 'day' | 'office';
}
