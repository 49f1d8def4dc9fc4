// What drives what in a city (brief §2.2(10)), as one table: cause, delay, and how much. All sizes are estimates unless a comment says more.
// A fair day leaves every rule silent: each begins above (or below) what a normal day reaches.

/** How a response acts on its target: times it, on top of it (for sums: as if the whole city felt it), or at least this much. */
export type CouplingMode = 'mult' | 'add' | 'atLeast';

export interface CouplingRule {
  from: string;
  to: string;
  lagMinutes: number;
  mode: CouplingMode;
  /**
   * From the cause's value (base unit; for counters: today's rate as a multiple of the expected) to the effect. `expected` is what the
   * cause would be on an ordinary day. Neutral: 1 for mult, 0 else.
   */
  response(value: number, expected: number): number;
}

/** The longest delay that a rule may have. */
export const LONGEST_LAG_MINUTES = 60;

const over = (value: number, from: number): number => Math.max(0, value - from);
const between = (value: number, from: number, to: number): number => Math.min(1, over(value, from) / (to - from));
/** 0 in clear air, 1 in fog that closes bridges (red below 50 m). */
const fog = (metres: number): number => between(1000 - metres, 200, 900);
/** 0 in ordinary wind, 1 at force 10 (24.5 m/s), when bridges and ports have closed. */
const gale = (metresPerSecond: number): number => between(metresPerSecond, 14, 24.5);
/** Drains take about 36 mm/h (the one-year standard); water stands where more falls. */
const surplus = (millimetres: number): number => over(millimetres, 30);
/** 1 at the 86 points of the worst cloudburst. */
const flooded = (points: number): number => Math.min(1.2, points / 86);
/** 1 when trains come at nearly three times their interval. */
const metroTrouble = (headwayDeviation: number): number => between(headwayDeviation, 12, 180);
/** Share of illness above what winter brings anyway; 1 at 22 % of visits. */
const illness = (rate: number, expected: number): number => between(rate, Math.max(6, expected), 22);

const rain: readonly CouplingRule[] = [
  { from: 'rain-1h', to: 'waterlogged-points', lagMinutes: 25, mode: 'add', response: (mm) => 1.3 * surplus(mm) },
  { from: 'rain-1h', to: 'waterlog-depth', lagMinutes: 25, mode: 'add', response: (mm) => 0.85 * surplus(mm) },
  {
    from: 'rain-1h',
    to: 'drain-pump-running',
    lagMinutes: 8,
    mode: 'add',
    response: (mm) => Math.min(90, 1.2 * over(mm, 5)),
  },
  { from: 'rain-1h', to: 'level-inner-river', lagMinutes: 45, mode: 'add', response: (mm) => 0.009 * over(mm, 10) },
  { from: 'rain-1h', to: 'traffic-accidents', lagMinutes: 10, mode: 'mult', response: (mm) => 1 + over(mm, 5) / 100 },
  { from: 'rain-1h', to: 'vehicle-breakdowns', lagMinutes: 20, mode: 'mult', response: (mm) => 1 + surplus(mm) / 26 },
  { from: 'rain-1h', to: 'flight-delay-rate', lagMinutes: 20, mode: 'add', response: (mm) => 0.5 * over(mm, 10) },
  { from: 'rain-1h', to: 'meal-orders', lagMinutes: 5, mode: 'mult', response: (mm) => 1 + 0.4 * between(mm, 5, 60) },
  { from: 'waterlogged-points', to: 'tti-surface', lagMinutes: 8, mode: 'mult', response: (n) => 1 + 0.7 * flooded(n) },
  {
    from: 'waterlogged-points',
    to: 'tti-expressway',
    lagMinutes: 8,
    mode: 'mult',
    response: (n) => 1 + 0.6 * flooded(n),
  },
  { from: 'waterlogged-points', to: 'taxi-wait', lagMinutes: 12, mode: 'mult', response: (n) => 1 + 3 * flooded(n) },
  {
    from: 'waterlogged-points',
    to: 'hotline-calls',
    lagMinutes: 18,
    mode: 'mult',
    response: (n) => 1 + 1.2 * flooded(n),
  },
  {
    from: 'waterlogged-points',
    to: 'power-outage-customers',
    lagMinutes: 30,
    mode: 'add',
    response: (n) => 13_000 * flooded(n),
  },
  {
    from: 'tti-expressway',
    to: 'speed-expressway',
    lagMinutes: 0,
    mode: 'mult',
    response: (tti, expected) => Math.min(1, (1.12 * expected) / tti),
  },
  {
    from: 'tti-surface',
    to: 'bus-punctuality',
    lagMinutes: 10,
    mode: 'add',
    response: (tti, expected) => -35 * over(tti / expected, 1.15),
  },
  {
    from: 'hotline-calls',
    to: 'hotline-connect-rate',
    lagMinutes: 6,
    mode: 'add',
    response: (rate) => -18 * over(rate, 1.2),
  },
];

const heat: readonly CouplingRule[] = [
  // About 0.9 GW for each degree above 30 (brief §2.2(10)); an ordinary summer day's heat is in the season already.
  {
    from: 'air-temperature',
    to: 'power-load',
    lagMinutes: 10,
    mode: 'add',
    response: (t, expected) => 0.9 * over(t, Math.max(30, expected + 1)),
  },
  {
    from: 'air-temperature',
    to: 'ems-calls',
    lagMinutes: 30,
    mode: 'mult',
    response: (t, expected) => 1 + 0.05 * over(t, Math.max(32, expected + 2)),
  },
  {
    from: 'air-temperature',
    to: 'water-supply-volume',
    lagMinutes: 20,
    mode: 'mult',
    response: (t, expected) => 1 + 0.03 * over(t, Math.max(32, expected + 2)),
  },
  { from: 'power-load', to: 'power-reserve', lagMinutes: 2, mode: 'add', response: (gw) => -1.05 * over(gw, 31) },
  {
    from: 'power-reserve',
    to: 'power-outage-customers',
    lagMinutes: 20,
    mode: 'add',
    response: (reserve) => 10_000 * over(6, reserve),
  },
];

const visibility: readonly CouplingRule[] = [
  {
    from: 'visibility',
    to: 'bridge-restrictions',
    lagMinutes: 2,
    mode: 'atLeast',
    response: (m) => (m <= 50 ? 4 : m <= 200 ? 3 : m <= 500 ? 2 : 0),
  },
  { from: 'visibility', to: 'gate-closed', lagMinutes: 5, mode: 'atLeast', response: (m) => (26 * over(200, m)) / 150 },
  {
    from: 'visibility',
    to: 'crossing-availability',
    lagMinutes: 5,
    mode: 'add',
    response: (m) => (-28 * over(500, m)) / 450,
  },
  { from: 'visibility', to: 'ferry-suspended', lagMinutes: 3, mode: 'atLeast', response: (m) => 19 * fog(m) },
  { from: 'visibility', to: 'flights', lagMinutes: 15, mode: 'mult', response: (m) => 1 - 0.5 * fog(m) },
  { from: 'visibility', to: 'flight-delay-rate', lagMinutes: 20, mode: 'add', response: (m) => 54 * fog(m) },
  { from: 'visibility', to: 'container-throughput', lagMinutes: 10, mode: 'mult', response: (m) => 1 - 0.7 * fog(m) },
  { from: 'visibility', to: 'traffic-accidents', lagMinutes: 5, mode: 'mult', response: (m) => 1 + 0.6 * fog(m) },
  { from: 'visibility', to: 'vehicle-breakdowns', lagMinutes: 5, mode: 'mult', response: (m) => 1 + 0.6 * fog(m) },
  { from: 'visibility', to: 'tti-expressway', lagMinutes: 15, mode: 'mult', response: (m) => 1 + 0.4 * fog(m) },
];

const wind: readonly CouplingRule[] = [
  { from: 'gust', to: 'tree-falls', lagMinutes: 20, mode: 'add', response: (v) => 19 * over(v, 17.2) ** 2 },
  { from: 'gust', to: 'facade-hazards', lagMinutes: 15, mode: 'add', response: (v) => 17 * over(v, 15) },
  { from: 'gust', to: 'power-outage-customers', lagMinutes: 30, mode: 'add', response: (v) => 150 * over(v, 20) ** 2 },
  {
    from: 'gust',
    to: 'bridge-restrictions',
    lagMinutes: 2,
    mode: 'atLeast',
    response: (v) => (v >= 24.5 ? 4 : v >= 20 ? 2 : v >= 17.2 ? 1 : 0),
  },
  { from: 'gust', to: 'road-closures', lagMinutes: 25, mode: 'add', response: (v) => 3 * over(v, 20) },
  { from: 'gust', to: 'ferry-suspended', lagMinutes: 5, mode: 'atLeast', response: (v) => 18 * gale(v) },
  { from: 'gust', to: 'container-throughput', lagMinutes: 10, mode: 'mult', response: (v) => 1 - 0.9 * gale(v) },
  { from: 'gust', to: 'flights', lagMinutes: 15, mode: 'mult', response: (v) => 1 - between(v, 18, 30) },
  { from: 'gust', to: 'tower-crane-alarms', lagMinutes: 5, mode: 'mult', response: (v) => 1 + over(v, 13) / 6 },
];

const metro: readonly CouplingRule[] = [
  {
    from: 'metro-headway-deviation',
    to: 'metro-punctuality',
    lagMinutes: 3,
    mode: 'add',
    response: (d) => -8 * metroTrouble(d),
  },
  {
    from: 'metro-headway-deviation',
    to: 'metro-station-saturation',
    lagMinutes: 5,
    mode: 'mult',
    response: (d) => 1 + 0.9 * metroTrouble(d),
  },
  {
    from: 'metro-headway-deviation',
    to: 'metro-section-load',
    lagMinutes: 5,
    mode: 'mult',
    response: (d) => 1 + 0.35 * metroTrouble(d),
  },
  {
    from: 'metro-headway-deviation',
    to: 'taxi-wait',
    lagMinutes: 10,
    mode: 'mult',
    response: (d) => 1 + 2.5 * metroTrouble(d),
  },
  {
    from: 'metro-headway-deviation',
    to: 'taxi-orders',
    lagMinutes: 10,
    mode: 'mult',
    response: (d) => 1 + 0.5 * metroTrouble(d),
  },
  {
    from: 'metro-headway-deviation',
    to: 'shared-bike-rides',
    lagMinutes: 10,
    mode: 'mult',
    response: (d) => 1 + 0.5 * metroTrouble(d),
  },
  {
    from: 'metro-headway-deviation',
    to: 'bus-ridership',
    lagMinutes: 15,
    mode: 'mult',
    response: (d) => 1 + 0.3 * metroTrouble(d),
  },
  {
    from: 'metro-headway-deviation',
    to: 'tti-surface',
    lagMinutes: 15,
    mode: 'mult',
    response: (d) => 1 + 0.2 * metroTrouble(d),
  },
  {
    from: 'metro-headway-deviation',
    to: 'bike-pileups',
    lagMinutes: 20,
    mode: 'mult',
    response: (d) => 1 + 1.2 * metroTrouble(d),
  },
  {
    from: 'metro-headway-deviation',
    to: 'hotline-calls',
    lagMinutes: 12,
    mode: 'mult',
    response: (d) => 1 + 0.6 * metroTrouble(d),
  },
];

const health: readonly CouplingRule[] = [
  {
    from: 'ili-rate',
    to: 'fever-clinic',
    lagMinutes: 30,
    mode: 'mult',
    response: (rate, expected) => 1 + 4 * illness(rate, expected),
  },
  {
    from: 'ili-rate',
    to: 'er-visits',
    lagMinutes: 40,
    mode: 'mult',
    response: (rate, expected) => 1 + 0.9 * illness(rate, expected),
  },
  {
    from: 'ili-rate',
    to: 'ems-calls',
    lagMinutes: 40,
    mode: 'mult',
    response: (rate, expected) => 1 + 1.3 * illness(rate, expected),
  },
  {
    from: 'ili-rate',
    to: 'school-attendance',
    lagMinutes: 60,
    mode: 'add',
    response: (rate, expected) => -20 * illness(rate, expected),
  },
  { from: 'fever-clinic', to: 'ems-response', lagMinutes: 30, mode: 'add', response: (rate) => 6.5 * over(rate, 1.2) },
  {
    from: 'ems-response',
    to: 'bed-occupancy',
    lagMinutes: 30,
    mode: 'add',
    response: (minutes, expected) => Math.min(13, 0.5 * over(minutes, 1.2 * expected)),
  },
];

/** Every rule, causes before their effects. */
export const couplingRules: readonly CouplingRule[] = [...rain, ...heat, ...visibility, ...wind, ...metro, ...health];
