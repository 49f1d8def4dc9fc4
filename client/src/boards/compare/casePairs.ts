// Cases that exist in both runs: found by the matter that they are about, with where they first went different ways.
import type { Mark } from '@onescreen/shared/kpis';
import type { LedgerAnswer, MatteredLine } from '@onescreen/shared/reports';

export interface SideOfPair {
  id: string;
  line: MatteredLine;
  /** What happened up to the tick. */
  marks: readonly Mark[];
}
export interface CasePair {
  a: SideOfPair;
  b: SideOfPair;
  /** Place of the first mark that is another one, or comes at another tick, or is missing on one side; null: the same so far. */
  differsAt: number | null;
}
export interface Pairing {
  pairs: readonly CasePair[];
  onlyA: number;
  onlyB: number;
}

/** What a case is about. A false alarm is about nothing: it is the same only where it has the same number, place and second. */
const matterOf = (id: string, { hazard, type, area, foundTick }: MatteredLine): string =>
  hazard ?? `${id}/${type}/${area}/${foundTick}`;

const sideOf = (id: string, line: MatteredLine, tick: number): SideOfPair => ({
  id,
  line,
  marks: line.marks.filter((mark) => mark.tick <= tick),
});

/** First place at which two lists of marks are not the same; null when they are. */
function firstDifference(a: SideOfPair, b: SideOfPair): number | null {
  if (a.line.foundTick !== b.line.foundTick) return -1;
  const most = Math.max(a.marks.length, b.marks.length);
  for (let at = 0; at < most; at++) {
    const [left, right] = [a.marks[at], b.marks[at]];
    if (left === undefined || right === undefined || left.kind !== right.kind || left.tick !== right.tick) return at;
  }
  return null;
}

/** The cases found up to the tick in both runs, those that differ first, then by when they were found. */
export function pairCases(a: LedgerAnswer, b: LedgerAnswer, tick: number): Pairing {
  const waiting = new Map<string, string[]>();
  let countB = 0;
  for (const [id, line] of Object.entries(b.cases)) {
    if (line.foundTick > tick) continue;
    countB += 1;
    const matter = matterOf(id, line);
    const known = waiting.get(matter);
    if (known === undefined) waiting.set(matter, [id]);
    else known.push(id);
  }
  const pairs: CasePair[] = [];
  let onlyA = 0;
  for (const [id, line] of Object.entries(a.cases)) {
    if (line.foundTick > tick) continue;
    // Where a matter made several cases, each is paired with the next of the other run.
    const other = waiting.get(matterOf(id, line))?.shift();
    if (other === undefined) {
      onlyA += 1;
      continue;
    }
    const left = sideOf(id, line, tick);
    const right = sideOf(other, b.cases[other]!, tick);
    pairs.push({ a: left, b: right, differsAt: firstDifference(left, right) });
  }
  const rank = ({ differsAt }: CasePair): number => (differsAt === null ? 1 : 0);
  pairs.sort((x, y) => rank(x) - rank(y) || y.a.line.foundTick - x.a.line.foundTick);
  return { pairs, onlyA, onlyB: countB - pairs.length };
}

const lastOf = ({ marks }: SideOfPair, kind: Mark['kind']): number | null =>
  marks.findLast((mark) => mark.kind === kind)?.tick ?? null;

/** Ticks from B's newest closing to A's: positive when B was sooner; null while one of them is not closed. */
export function soonerBy({ a, b }: CasePair): number | null {
  const [left, right] = [lastOf(a, 'closed'), lastOf(b, 'closed')];
  return left === null || right === null ? null : left - right;
}
