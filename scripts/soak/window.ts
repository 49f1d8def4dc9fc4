// Some hours out of a scenario, as a scenario of its own: for tests that cannot wait for the whole.
import { isoShanghai, MINUTE, parseInstant } from '@onescreen/shared/time';
import type { Scenario } from '../../simulator/src/scenarios/schema.ts';

type Check = Scenario['checks'][number];

/** The scenario from `fromHour` on, `hours` long. Of its checks, those that name a minute or a plan step are kept when it lies inside. */
export function windowOf(scenario: Scenario, fromHour: number, hours: number): Scenario {
  const from = fromHour * 60;
  const minutes = hours * 60;
  if (from === 0 && minutes >= scenario.durationMinutes) return scenario;
  const standing = scenario.response.filter((step) => step.minute <= from).at(-1);
  const plan = shifted(scenario.plan, from, minutes);
  const takes = (step: string): boolean => plan.some((taken) => taken.en === step);
  return {
    ...scenario,
    startLocal: isoShanghai(parseInstant(scenario.startLocal), from * MINUTE),
    durationMinutes: minutes,
    effects: scenario.effects
      .filter((effect) => effect.end > from && effect.start < from + minutes)
      .map((effect) => ({
        ...effect,
        start: effect.start - from,
        peakFrom: effect.peakFrom - from,
        peakTo: effect.peakTo - from,
        end: effect.end - from,
      })),
    bursts: scenario.bursts
      .filter((burst) => burst.to > from && burst.from < from + minutes)
      .map((burst) => laterPart(burst, from)),
    response: [
      ...(standing ? [{ ...standing, minute: 0 }] : []),
      ...shifted(
        scenario.response.filter((step) => step.minute > from),
        from,
        minutes,
      ),
    ],
    plan,
    checks: scenario.checks
      .filter((check) => stepsOf(check).every(takes))
      .flatMap((check) => shiftedCheck(check, from, minutes) ?? []),
  };
}

function shifted<T extends { minute: number }>(steps: readonly T[], from: number, minutes: number): T[] {
  return steps
    .map((step) => ({ ...step, minute: step.minute - from }))
    .filter((step) => step.minute >= 0 && step.minute < minutes);
}

/** What of a burst falls after the window's beginning. */
function laterPart<T extends { from: number; to: number; count: number }>(burst: T, from: number): T {
  if (burst.from >= from) return { ...burst, from: burst.from - from, to: burst.to - from };
  const share = (burst.to - from) / (burst.to - burst.from);
  return { ...burst, from: 0, to: burst.to - from, count: Math.max(1, Math.round(burst.count * share)) };
}

/** The plan steps that a check speaks of. */
function stepsOf(check: Check): string[] {
  const own = 'step' in check ? [check.step] : [];
  return 'after' in check && check.after.on === 'step' ? [...own, check.after.step] : own;
}

function shiftedCheck(check: Check, from: number, minutes: number): Check | null {
  if ('byMinute' in check) {
    const byMinute = check.byMinute - from;
    return byMinute >= 0 && byMinute <= minutes ? { ...check, byMinute } : null;
  }
  if (check.rule !== 'stays') return check;
  const { fromMinute, toMinute, ...rest } = check;
  return {
    ...rest,
    ...(fromMinute !== undefined && { fromMinute: Math.max(0, fromMinute - from) }),
    ...(toMinute !== undefined && { toMinute: Math.max(0, toMinute - from) }),
  };
}
