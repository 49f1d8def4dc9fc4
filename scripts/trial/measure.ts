// One run of a trial: simulated headless under one policy, and what came of it, from its log alone.

import { areaByCode, distanceMetres } from '@onescreen/shared/geography';
import type { KpiRow, Share } from '@onescreen/shared/kpis';
import { addToLedger, createLedger, reportOf } from '@onescreen/shared/kpis';
import type { Entry, Path } from '@onescreen/shared/log';
import { addToScores, createScores, scoresOf } from '@onescreen/shared/scoring';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import { createSimulation } from '../../simulator/src/createSimulation.ts';
import { chooseScenario } from '../headless/scenario.ts';
import { simulate } from '../headless/simulate.ts';

export interface TrialRunOptions {
  scenario: string;
  seed: number;
  policy: string;
  density: number;
  /** Undefined: the scenario's own length. */
  hours?: number;
}

/** The figures that policies are compared by. `null`: nothing to measure in that run. */
export interface Measures {
  /** 按期结案率, per cent of the cases due. */
  closedInTime: number | null;
  /** 按期处置率, per cent of the cases due. */
  handledInTime: number | null;
  /** From the detection to the first unit on site, minutes. */
  arriveMedian: number | null;
  arriveP90: number | null;
  /** The same for priority 1 alone. */
  emergencyArriveP90: number | null;
  /** From the detection to the first closing, minutes. */
  closeMedian: number | null;
  closeP90: number | null;
  /** Driven to cases, kilometres for each order that was carried out. */
  kilometresPerOrder: number | null;
  /** 返工率, per cent. */
  rework: number | null;
  /** Closed although it was still there, per cent of the closings (by the truth). */
  falseClosures: number | null;
  /** 按期处置率 of the district that fares worst, per cent. */
  worstDistrict: number | null;
}
export type MeasureId = keyof Measures;

export interface TrialRun {
  seed: number;
  policy: string;
  digest: string;
  cases: number;
  closed: number;
  measures: Measures;
  /** Code of the district behind `worstDistrict`. */
  worst: string | null;
}

/** A district with fewer cases due says nothing about a policy. */
const LEAST_DUE = 10;

const percent = ({ part, whole }: Share): number | null => (whole === 0 ? null : (100 * part) / whole);

/** The value below which a share of the sorted values lies, by linear interpolation; null where there are none. */
export function quantile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null;
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low]! + (sorted[high]! - sorted[low]!) * (at - low);
}

function lengthMetres(path: Path): number {
  let sum = 0;
  for (let i = 1; i < path.length; i++)
    sum += distanceMetres([path[i - 1]![0], path[i - 1]![1]], [path[i]![0], path[i]![1]]);
  return sum;
}

/** What the ledger does not keep: first arrivals and closings, and the road driven. */
function createTravelLog() {
  const found = new Map<string, number>();
  const emergencies = new Set<string>();
  const arrivals = new Map<string, number>();
  const closings = new Map<string, number>();
  let metres = 0;
  let drives = 0;
  return {
    add(entry: Entry): void {
      if (entry.kind === 'case.discovered') found.set(entry.case, entry.tick);
      else if (entry.kind === 'case.filed' && entry.priority === 1) emergencies.add(entry.case);
      else if (entry.kind === 'case.arrived' && !arrivals.has(entry.case)) arrivals.set(entry.case, entry.tick);
      else if (entry.kind === 'case.closed' && !closings.has(entry.case)) closings.set(entry.case, entry.tick);
      else if (entry.kind === 'unit.moved' && entry.case !== undefined) {
        metres += lengthMetres(entry.path);
        drives++;
      }
    },
    minutes(what: 'arrivals' | 'closings', isCounted: (id: string) => boolean = () => true): number[] {
      return [...(what === 'arrivals' ? arrivals : closings)]
        .filter(([id]) => isCounted(id))
        .map(([id, tick]) => (tick - (found.get(id) ?? tick)) / MINUTE)
        .sort((a, b) => a - b);
    },
    isEmergency: (id: string): boolean => emergencies.has(id),
    kilometresPerOrder: (): number | null => (drives === 0 ? null : metres / 1000 / drives),
  };
}

function worstOf(rows: readonly KpiRow[]): KpiRow | null {
  const share = (row: KpiRow): number => percent(row.shares['timely-handling-rate']) ?? 100;
  return rows
    .filter((row) => row.counts.dueToHandle >= LEAST_DUE)
    .reduce<KpiRow | null>((worst, row) => (worst === null || share(row) < share(worst) ? row : worst), null);
}

/** Throws ScenarioError for an unknown scenario. */
export async function measureRun(options: TrialRunOptions): Promise<TrialRun> {
  const { scenario } = chooseScenario(options.scenario);
  const simulation = createSimulation({
    run: `${scenario.id}-s${options.seed}-${options.policy}`,
    scenario,
    seed: options.seed,
    density: options.density,
    policy: options.policy,
    ...(options.hours !== undefined && { durationTicks: Math.round(options.hours * HOUR) }),
  });
  const ledger = createLedger();
  const scores = createScores();
  const travel = createTravelLog();
  const platform = await simulate({
    simulation,
    onStep: (ticks) => {
      for (const { entries } of ticks) {
        for (const entry of entries) {
          addToLedger(ledger, entry);
          addToScores(scores, entry);
          travel.add(entry);
        }
      }
    },
  });
  const { epochMs } = simulation.info;
  const span = { fromTick: -1, toTick: platform.lastTick, epochMs };
  const { total } = reportOf(ledger, { ...span, by: 'city' });
  const worst = worstOf(reportOf(ledger, { ...span, by: 'district' }).rows);
  const { falseClosures, closures } = scoresOf(scores);
  const arrivals = travel.minutes('arrivals');
  const emergencies = travel.minutes('arrivals', travel.isEmergency);
  const closings = travel.minutes('closings');
  return {
    seed: options.seed,
    policy: options.policy,
    digest: platform.digest(),
    cases: platform.totals.cases,
    closed: platform.totals.closed,
    worst: worst === null ? null : areaByCode(worst.key).code,
    measures: {
      closedInTime: percent(total.shares['timely-closing-rate']),
      handledInTime: percent(total.shares['timely-handling-rate']),
      arriveMedian: quantile(arrivals, 0.5),
      arriveP90: quantile(arrivals, 0.9),
      emergencyArriveP90: quantile(emergencies, 0.9),
      closeMedian: quantile(closings, 0.5),
      closeP90: quantile(closings, 0.9),
      kilometresPerOrder: travel.kilometresPerOrder(),
      rework: percent(total.shares['rework-rate']),
      falseClosures: percent({ part: falseClosures, whole: closures }),
      worstDistrict: worst === null ? null : percent(worst.shares['timely-handling-rate']),
    },
  };
}
