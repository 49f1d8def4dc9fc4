// Does each case's line of steps make sense? Said here once more and apart from the rule book, so that a mistake there is seen.
import { remaining } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { CaseEntry, RunInfo } from '@onescreen/shared/log';
import { DAY, MINUTE } from '@onescreen/shared/time';

type Stage = 'found' | 'accepted' | 'filed' | 'sent' | 'there' | 'handled' | 'suspended' | 'closed' | 'over';
type Step = CaseEntry['kind'];

const LIVE: readonly Stage[] = ['found', 'accepted', 'filed', 'sent', 'there', 'handled', 'suspended'];
const AT_WORK: readonly Stage[] = ['filed', 'sent', 'there', 'handled'];

/** From which stages a step may come, and where it leads; `null`: the case stays where it is. */
const STEPS: Readonly<Record<Step, { from: readonly Stage[]; to: Stage | null }>> = {
  'case.discovered': { from: [], to: 'found' },
  'case.accepted': { from: ['found'], to: 'accepted' },
  'case.rejected': { from: ['found', 'accepted'], to: 'over' },
  'case.voided': { from: LIVE, to: 'over' },
  'case.merged': { from: LIVE, to: null },
  'case.filed': { from: ['accepted'], to: 'filed' },
  'case.dispatched': { from: ['filed', 'sent', 'there'], to: 'sent' },
  'case.returned': { from: ['sent', 'there'], to: 'filed' },
  'case.arrived': { from: ['sent'], to: 'there' },
  'case.handled': { from: ['there'], to: 'handled' },
  'case.checked': { from: ['filed', 'handled'], to: null },
  'case.reworked': { from: ['handled'], to: 'filed' },
  'case.suspended': { from: ['filed', 'sent', 'there'], to: 'suspended' },
  'case.resumed': { from: ['suspended'], to: 'filed' },
  'case.extended': { from: AT_WORK, to: null },
  'case.urged': { from: AT_WORK, to: null },
  'case.escalated': { from: AT_WORK, to: null },
  'case.closed': { from: ['filed', 'handled'], to: 'closed' },
  'case.evaluated': { from: ['closed'], to: 'over' },
  'case.reopened': { from: ['closed', 'over'], to: 'filed' },
};

/** A person who accepts a case may be off duty over a long weekend. */
const MOST_WAITING_TICKS = 10 * DAY;
/** The clock's tick may be handled a little later than it strikes. */
const CLOCK_GRACE_SECONDS = 5 * MINUTE;

interface Line {
  type: string;
  stage: Stage;
  lastTick: number;
  dueTick: number | null;
  urged: number;
  passed: boolean;
}

export interface CaseOrder {
  /** What is wrong with the step, or null. */
  step(tick: number, entry: CaseEntry): string | null;
  /** What is wrong with the cases that are open at the end. */
  end(tick: number): string[];
  readonly counts: { found: number; closed: number; open: number };
}

export function createCaseOrder(info: RunInfo): CaseOrder {
  const open = new Map<string, Line>();
  const ended = new Set<string>();
  const counts = { found: 0, closed: 0, open: 0 };

  function step(tick: number, entry: CaseEntry): string | null {
    if (entry.kind === 'case.discovered') {
      if (open.has(entry.case) || ended.has(entry.case)) return `${entry.case} was discovered twice`;
      open.set(entry.case, {
        type: entry.type,
        stage: 'found',
        lastTick: tick,
        dueTick: null,
        urged: 0,
        passed: false,
      });
      counts.found++;
      return null;
    }
    const line = open.get(entry.case);
    if (line === undefined)
      return `${entry.kind} of ${entry.case}, which is ${ended.has(entry.case) ? 'over' : 'unknown'}`;
    const { from, to } = STEPS[entry.kind];
    if (!from.includes(line.stage)) return `${entry.kind} of ${entry.case}, which is ${line.stage}`;
    if (entry.kind === 'case.closed' && !line.passed) return `${entry.case} was closed without a passed check`;
    if (entry.kind === 'case.checked' && !(entry.evidence?.length ?? 0))
      return `the check of ${entry.case} has no evidence`;
    follow(line, tick, entry);
    if (to !== null) line.stage = to;
    if (to === 'closed') counts.closed++;
    if (to === 'over') {
      open.delete(entry.case);
      ended.add(entry.case);
    }
    return null;
  }

  /** Filed cases are inside their limit, or were urged when it ran out; nothing waits for ever. */
  function faultOf(id: string, line: Line, tick: number): string | null {
    if (line.stage === 'closed' || line.stage === 'suspended') return null;
    const left =
      line.dueTick === null ? null : remaining(caseTypeByCode(line.type).clock, tick, line.dueTick, info.epochMs);
    // Fifteen working days are three weeks: a citizen's request may lie with its office that long.
    const isInTime = left !== null && left >= 0;
    if (!isInTime && tick - line.lastTick > MOST_WAITING_TICKS)
      return `${id} (${line.type}) has waited as ${line.stage} since tick ${line.lastTick}`;
    if (left === null || line.urged >= 100) return null;
    return left < -CLOCK_GRACE_SECONDS ? `${id} (${line.type}) is past its limit and nobody was urged` : null;
  }

  return {
    step,
    end(tick) {
      counts.open = [...open.values()].filter((line) => line.stage !== 'closed').length;
      return [...open].flatMap(([id, line]) => faultOf(id, line, tick) ?? []);
    },
    counts,
  };
}

function follow(line: Line, tick: number, entry: CaseEntry): void {
  line.lastTick = tick;
  if ('dueTick' in entry) {
    line.dueTick = entry.dueTick;
    if (entry.kind !== 'case.extended' && entry.kind !== 'case.resumed') line.urged = 0;
  }
  if (entry.kind === 'case.urged') line.urged = entry.percent;
  if (entry.kind === 'case.checked') line.passed = entry.pass;
  if (entry.kind === 'case.dispatched' || entry.kind === 'case.reworked') line.passed = false;
}
