// Applies the coupling rules once a minute, district by district, from what the causes were a lag ago.
// Where a scenario names an indicator itself, its effect wins and no rule acts on that indicator.
import { indicatorById, indicators } from '@onescreen/shared/catalogue';
import { DISTRICT_COUNT } from '@onescreen/shared/geography';
import type { CouplingRule } from './couplingRules.ts';
import { couplingRules, LONGEST_LAG_MINUTES } from './couplingRules.ts';

/** City and districts: the places that causes are watched in. */
export const DRIVER_AREAS = 1 + DISTRICT_COUNT;
const SLOTS = LONGEST_LAG_MINUTES + 1;

/** What the causes are now, as asked once a minute. For counters: today's rate as a multiple of the expected. */
export interface Drivers {
  valueOf(indicatorIndex: number, area: number): number;
  expectedOf(indicatorIndex: number): number;
}

export interface Couplings {
  /** Takes the causes' values of this minute and renews the responses. `minute` counts from the start and rises by one. */
  update(minute: number, drivers: Drivers): void;
  /** By indicator × DRIVER_AREAS + area (city or district). */
  readonly factor: Float64Array;
  readonly extra: Float64Array;
  readonly atLeast: Float64Array;
  /** 1 for an indicator that some rule acts on. */
  readonly isTarget: Uint8Array;
  snapshot(): Float64Array;
}

interface BoundRule {
  rule: CouplingRule;
  to: number;
  /** Position of the cause in the history. */
  cause: number;
}

/** `named`: ids of the indicators that the scenario moves itself. */
export function createCouplings(named: ReadonlySet<string>, from?: Float64Array): Couplings {
  const rules = couplingRules.filter((rule) => !named.has(rule.to));
  const causes = [...new Set(rules.map((rule) => indicatorById(rule.from).index))];
  const bound: BoundRule[] = rules.map((rule) => ({
    rule,
    to: indicatorById(rule.to).index,
    cause: causes.indexOf(indicatorById(rule.from).index),
  }));
  const cells = indicators.length * DRIVER_AREAS;
  // One block, so that a snapshot is one copy: factor, extra, atLeast, history of values, history of expectations.
  const historyCells = causes.length * DRIVER_AREAS * SLOTS;
  const state = from?.slice() ?? new Float64Array(3 * cells + historyCells + causes.length * SLOTS).fill(1, 0, cells);
  const factor = state.subarray(0, cells);
  const extra = state.subarray(cells, 2 * cells);
  const atLeast = state.subarray(2 * cells, 3 * cells);
  const history = state.subarray(3 * cells, 3 * cells + historyCells);
  const expectations = state.subarray(3 * cells + historyCells);
  const isTarget = new Uint8Array(indicators.length);
  for (const { to } of bound) isTarget[to] = 1;

  function record(minute: number, drivers: Drivers): void {
    const slot = minute % SLOTS;
    causes.forEach((indicator, cause) => {
      expectations[cause * SLOTS + slot] = drivers.expectedOf(indicator);
      for (let area = 0; area < DRIVER_AREAS; area++) {
        history[(cause * DRIVER_AREAS + area) * SLOTS + slot] = drivers.valueOf(indicator, area);
      }
    });
  }

  function respond({ rule, to, cause }: BoundRule, minute: number): void {
    // Before the run is as old as the lag, the oldest value stands for what came before.
    const slot = Math.max(0, minute - rule.lagMinutes) % SLOTS;
    const expected = expectations[cause * SLOTS + slot]!;
    for (let area = 0; area < DRIVER_AREAS; area++) {
      const answer = rule.response(history[(cause * DRIVER_AREAS + area) * SLOTS + slot]!, expected);
      const cell = to * DRIVER_AREAS + area;
      if (rule.mode === 'mult') factor[cell] = factor[cell]! * answer;
      else if (rule.mode === 'add') extra[cell] = extra[cell]! + answer;
      else atLeast[cell] = Math.max(atLeast[cell]!, answer);
    }
  }

  return {
    factor,
    extra,
    atLeast,
    isTarget,
    update(minute, drivers) {
      record(minute, drivers);
      factor.fill(1);
      extra.fill(0);
      atLeast.fill(0);
      for (const rule of bound) respond(rule, minute);
    },
    snapshot: () => state.slice(),
  };
}
