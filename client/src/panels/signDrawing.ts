// What the line of one indicator is drawn from: points of the known past, the limits at each, and a vertical range with room for both.
import type { Indicator, Limits } from '@onescreen/shared/catalogue';
import { NO_DATA, valueOfQuantum } from '@onescreen/shared/city';
import { bandOf } from '../marks/band.ts';
import type { BandPoint, Edge, Point } from '../marks/Line.tsx';
import type { AreaHistory } from '../store/history.ts';

const EDGES: readonly { limit: keyof Limits; tone: Edge['tone'] }[] = [
  { limit: 'criticalLow', tone: 'red' },
  { limit: 'warningLow', tone: 'yellow' },
  { limit: 'warningHigh', tone: 'yellow' },
  { limit: 'criticalHigh', tone: 'red' },
];
/** More points than the drawing has room for only cost time. */
const MOST_POINTS = 360;

export interface Drawing {
  points: readonly Point[];
  edges: readonly Edge[];
  /** Where the value is normal, at each point, within `domain`. */
  band: readonly BandPoint[];
  domain: readonly [number, number];
}

/** The line of an indicator from `fromTick` on, with its limits as they were at each moment. */
export function drawingOf(
  history: AreaHistory,
  indicator: Indicator,
  series: number,
  epochMs: number,
  fromTick = -Infinity,
): Drawing {
  const column = history.column(indicator.id);
  const wanted = history.ticks.map((tick, at) => ({ tick, at })).filter(({ tick }) => tick >= fromTick);
  const every = Math.max(1, Math.ceil(wanted.length / MOST_POINTS));
  const kept = wanted.filter((_, at) => at % every === 0 || at === wanted.length - 1);
  const points = kept.map(({ tick, at }): Point => {
    const quantum = column[at] ?? NO_DATA;
    return { tick, value: quantum === NO_DATA ? null : valueOfQuantum(series, quantum) };
  });
  const bands = kept.map(({ tick }) => ({ tick, ...bandOf(series, epochMs, tick) }));
  const values = points.flatMap(({ value }) => value ?? []);
  const nearest = bands.flatMap(({ limits, expected }) => [
    limits.warningLow ?? expected,
    limits.warningHigh ?? expected,
    expected,
  ]);
  const low = Math.min(...values, ...nearest);
  const high = Math.max(...values, ...nearest);
  const room = (high - low || 1) * 0.08;
  const domain = [low >= 0 ? Math.max(0, low - room) : low - room, high + room] as const;
  const edges = EDGES.map(({ limit, tone }) => ({
    limit,
    tone,
    points: bands.map(({ tick, limits }) => {
      const at = limits[limit];
      return { tick, value: at !== undefined && at >= domain[0] && at <= domain[1] ? at : null };
    }),
  }));
  const within = (value: number): number => Math.max(domain[0], Math.min(domain[1], value));
  const band = bands.map(({ tick, limits }) => ({
    tick,
    low: within(limits.warningLow ?? limits.criticalLow ?? domain[0]),
    high: within(limits.warningHigh ?? limits.criticalHigh ?? domain[1]),
  }));
  return { points, edges, band, domain };
}
