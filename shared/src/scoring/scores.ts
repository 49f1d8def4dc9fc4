// From the joined truth to the scores: false closures, missed hazards, false alarms that were handled, time to detect; per rule and per type.
import { HOUR } from '../time.ts';
import type { HazardLine, JudgedCase, TruthLines } from './truth.ts';
import type { RuleScore, Scores, TypeScore } from './types.ts';

/** A hazard that nobody has seen for so long was missed (an estimate of what a city would say). */
const MISSED_AFTER_TICKS = HOUR;

/** What was behind a case: hazards (none for a false alarm), or null where the truth says nothing of any of its signals. */
function behindCase({ behind }: TruthLines, { signals }: JudgedCase): ReadonlySet<string> | null {
  const known = signals.map((signal) => behind[signal]).filter((hazard) => hazard !== undefined);
  return known.length === 0 ? null : new Set(known.filter((hazard) => hazard !== null));
}

/** For each hazard the tick at which the first case was discovered that saw it and was not rejected. */
type Sightings = Map<string, number>;

const emptyScore = (by: RuleScore['by'], judged: RuleScore['judged'], means: RuleScore['means']): RuleScore => ({
  by,
  judged,
  means,
  closures: 0,
  falseClosures: 0,
  dispatched: 0,
  falseAlarmsHandled: 0,
});

/** The sums that the cases add to. */
interface Sums {
  closures: number;
  falseClosures: number;
  dispatched: number;
  falseAlarmsHandled: number;
  falseRejections: number;
  rules: Map<string, RuleScore>;
  sightings: Sightings;
}

function ruleScore({ rules }: Sums, ...[by, judged, means]: Parameters<typeof emptyScore>): RuleScore {
  const key = `${judged} ${by} ${means}`;
  const score = rules.get(key) ?? emptyScore(by, judged, means);
  rules.set(key, score);
  return score;
}

function addCase(sums: Sums, lines: TruthLines, judged: JudgedCase): void {
  const hazards = behindCase(lines, judged);
  if (hazards === null) return;
  const accept = judged.acceptedBy === null ? [] : [ruleScore(sums, judged.acceptedBy, 'accept', null)];
  const checks = judged.closings.map(({ by, means }) => ruleScore(sums, by, 'check', means));
  if (judged.rejected) sums.falseRejections += hazards.size > 0 ? 1 : 0;
  else see(sums.sightings, hazards, judged.discoveredTick);
  if (judged.dispatched) {
    for (const score of [sums, ...accept, ...new Set(checks)]) {
      score.dispatched += 1;
      score.falseAlarmsHandled += hazards.size === 0 ? 1 : 0;
    }
  }
  judged.closings.forEach(({ tick }, i) => {
    const isFalse = [...hazards].some((id) => wasThere(lines.hazards[id], tick));
    for (const score of [sums, ...accept, checks[i]!]) {
      score.closures += 1;
      score.falseClosures += isFalse ? 1 : 0;
    }
  });
}

const wasThere = (hazard: HazardLine | undefined, tick: number): boolean =>
  hazard !== undefined && hazard.beganTick <= tick && (hazard.endedTick === null || hazard.endedTick > tick);

function see(sightings: Sightings, hazards: ReadonlySet<string>, tick: number): void {
  for (const id of hazards) sightings.set(id, Math.min(tick, sightings.get(id) ?? tick));
}

/** The whole number below which a share of the values lies, by linear interpolation between the two that are nearest; null where there are none. */
function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)]!;
  return Math.round(low + (sorted[Math.ceil(at)]! - low) * (at % 1));
}

interface Watched {
  hazards: number;
  missed: number;
  seconds: number[];
}

/** By type: what could be judged, what of it was missed, and how long it took to see the rest, at whatever time that was. */
function watch({ tick, hazards }: TruthLines, sightings: Sightings): Map<string, Watched> {
  const types = new Map<string, Watched>();
  for (const [id, { type, beganTick, endedTick }] of Object.entries(hazards)) {
    const watched = types.get(type) ?? { hazards: 0, missed: 0, seconds: [] };
    types.set(type, watched);
    const seenTick = sightings.get(id);
    if (seenTick !== undefined) watched.seconds.push(Math.max(0, seenTick - beganTick));
    const lastTick = Math.min(endedTick ?? Number.POSITIVE_INFINITY, beganTick + MISSED_AFTER_TICKS);
    if (lastTick > tick) continue;
    watched.hazards += 1;
    if (seenTick === undefined || seenTick > lastTick) watched.missed += 1;
  }
  return types;
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** What the truth says up to the newest entry that was added. */
export function scoresOf(lines: TruthLines): Scores {
  const sums: Sums = {
    closures: 0,
    falseClosures: 0,
    dispatched: 0,
    falseAlarmsHandled: 0,
    falseRejections: 0,
    rules: new Map(),
    sightings: new Map(),
  };
  for (const judged of Object.values(lines.cases)) addCase(sums, lines, judged);
  const { rules, sightings, ...totals } = sums;
  const types = watch(lines, sightings);
  const watched = [...types.values()];
  const seconds = watched.flatMap((one) => one.seconds);
  const byType = [...types]
    .filter(([, one]) => one.hazards + one.seconds.length > 0)
    .map(
      ([type, one]): TypeScore => ({
        type,
        hazards: one.hazards,
        missed: one.missed,
        medianSecondsToDetect: quantile(one.seconds, 0.5),
        p90SecondsToDetect: quantile(one.seconds, 0.9),
      }),
    );
  return {
    ...totals,
    hazards: sum(watched.map((one) => one.hazards)),
    missed: sum(watched.map((one) => one.missed)),
    medianSecondsToDetect: quantile(seconds, 0.5),
    p90SecondsToDetect: quantile(seconds, 0.9),
    byRule: [...rules.values()].sort((a, b) => b.dispatched - a.dispatched || compareText(a.by, b.by)),
    byType: byType.sort((a, b) => b.hazards - a.hazards || compareText(a.type, b.type)),
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
