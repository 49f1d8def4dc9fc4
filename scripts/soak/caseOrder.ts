// Does each case's line of steps make sense? Said here once more and apart from the rule book, so that a mistake there is seen.
import { remaining } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { CaseEntry, RunInfo } from '@onescreen/shared/log';
import { DAY, MINUTE } from '@onescreen/shared/time';

type Stage = 'found' | 'accepted' | 'filed' | 'sent' | 'there' | 'handled' | 'suspended' | 'closed' | 'rated' | 'over';
type Step = CaseEntry['kind'];

const LIVE: readonly Stage[] = ['found', 'accepted', 'filed', 'sent', 'there', 'handled', 'suspended'];
const AT_WORK: readonly Stage[] = ['filed', 'sent', 'there', 'handled'];
const FILED: readonly Stage[] = [...AT_WORK, 'suspended'];
const OUT: readonly Stage[] = ['sent', 'there'];

/** From which stages a step may come, and where it leads; `null`: the case stays where it is. */
const STEPS: Readonly<Record<Step, { from: readonly Stage[]; to: Stage | null }>> = {
  'case.discovered': { from: [], to: 'found' },
  'case.accepted': { from: ['found'], to: 'accepted' },
  'case.rejected': { from: ['found', 'accepted'], to: 'over' },
  'case.voided': { from: LIVE, to: 'over' },
  'case.merged': { from: LIVE, to: null },
  'case.joined': { from: ['found', 'accepted', 'filed'], to: 'over' },
  'case.contacted': { from: LIVE, to: null },
  'case.taken': { from: LIVE, to: null },
  'case.released': { from: LIVE, to: null },
  'case.included': { from: LIVE, to: null },
  'case.filed': { from: ['accepted'], to: 'filed' },
  'case.dispatched': { from: ['filed', 'sent', 'there'], to: 'sent' },
  'case.supported': { from: OUT, to: null },
  'case.withdrawn': { from: OUT, to: 'filed' },
  'case.returned': { from: OUT, to: 'filed' },
  'case.ruled': { from: ['filed', 'suspended'], to: null },
  'case.arrived': { from: ['sent'], to: 'there' },
  'case.handled': { from: ['there'], to: 'handled' },
  'case.checked': { from: ['filed', 'handled'], to: null },
  'case.reworked': { from: ['handled'], to: 'filed' },
  'case.suspended': { from: ['filed', 'sent', 'there'], to: 'suspended' },
  'case.resumed': { from: ['suspended'], to: 'filed' },
  'case.extended': { from: AT_WORK, to: null },
  'case.urged': { from: AT_WORK, to: null },
  'case.escalated': { from: FILED, to: null },
  'case.confirmed': { from: ['filed', 'handled'], to: null },
  'case.closed': { from: ['filed', 'handled'], to: 'closed' },
  'case.evaluated': { from: ['closed'], to: 'rated' },
  'case.inspected': { from: ['closed', 'rated'], to: null },
  'case.reopened': { from: ['closed', 'rated'], to: 'filed' },
};

/** What only the person who has the case in hand, or a unit, may do. */
const BY_HOLDER: ReadonlySet<Step> = new Set([
  'case.accepted',
  'case.rejected',
  'case.filed',
  'case.dispatched',
  'case.supported',
  'case.withdrawn',
  'case.ruled',
  'case.extended',
  'case.suspended',
  'case.reworked',
  'case.confirmed',
  'case.closed',
  'case.joined',
  'case.voided',
]);

const MOST_RETURNS = 3;
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
  returns: number;
  /** A second or third return waits for its ruling. */
  unruled: boolean;
  extended: boolean;
  held: string | null;
}

export interface CaseOrder {
  /** What is wrong with the step, or null. */
  step(tick: number, entry: CaseEntry): string | null;
  /** What is wrong with the cases that are open at the end. */
  end(tick: number): string[];
  readonly counts: { found: number; closed: number; open: number };
}

const isOpen = (line: Line): boolean => !['closed', 'rated', 'over'].includes(line.stage);

export function createCaseOrder(info: RunInfo): CaseOrder {
  const lines = new Map<string, Line>();
  const counts = { found: 0, closed: 0, open: 0 };

  function step(tick: number, entry: CaseEntry): string | null {
    const line = lines.get(entry.case);
    if (entry.kind === 'case.discovered') {
      if (line !== undefined) return `${entry.case} was discovered twice`;
      lines.set(entry.case, newLine(entry.type, tick));
      counts.found++;
      return null;
    }
    if (line === undefined) return `${entry.kind} of ${entry.case}, which is unknown`;
    const { from, to } = STEPS[entry.kind];
    if (!from.includes(line.stage)) return `${entry.kind} of ${entry.case}, which is ${line.stage}`;
    const fault = guardFault(line, entry) ?? joinFault(entry);
    if (fault !== null) return fault;
    follow(line, tick, entry);
    if (to !== null) line.stage = to;
    if (to === 'closed') counts.closed++;
    return null;
  }

  function joinFault(entry: CaseEntry): string | null {
    if (entry.kind !== 'case.joined') return null;
    const into = lines.get(entry.into);
    if (entry.into === entry.case || into === undefined || !isOpen(into))
      return `${entry.case} was joined to ${entry.into}, which is not another open case`;
    return null;
  }

  /** Filed cases are inside their limit, or were urged when it ran out; nothing waits for ever. */
  function faultOf(id: string, line: Line, tick: number): string | null {
    if (!isOpen(line) || line.stage === 'suspended') return null;
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
      counts.open = [...lines.values()].filter(isOpen).length;
      return [...lines].flatMap(([id, line]) => faultOf(id, line, tick) ?? []);
    },
    counts,
  };
}

const newLine = (type: string, tick: number): Line => ({
  type,
  stage: 'found',
  lastTick: tick,
  dueTick: null,
  urged: 0,
  passed: false,
  returns: 0,
  unruled: false,
  extended: false,
  held: null,
});

/** What must not be, whatever the stage. */
function guardFault(line: Line, entry: CaseEntry): string | null {
  const { case: id, kind, by } = entry;
  if (line.held !== null && line.held !== by && BY_HOLDER.has(kind) && !by.startsWith('unit:'))
    return `${kind} of ${id} by ${by}, while ${line.held} has it in hand`;
  switch (kind) {
    case 'case.closed':
      return line.passed ? null : `${id} was closed without a passed check`;
    case 'case.checked':
      return entry.evidence?.length ? null : `the check of ${id} has no evidence`;
    case 'case.dispatched':
      return line.unruled ? `${id} was sent out before its return was ruled` : null;
    case 'case.ruled':
      return line.unruled ? null : `there was nothing to rule on in ${id}`;
    case 'case.returned':
      return line.returns < MOST_RETURNS ? null : `${id} was returned for the ${line.returns + 1}th time`;
    case 'case.extended':
      return line.extended ? `${id} was extended twice` : null;
    default:
      return null;
  }
}

function follow(line: Line, tick: number, entry: CaseEntry): void {
  line.lastTick = tick;
  if ('dueTick' in entry) {
    line.dueTick = entry.dueTick;
    if (entry.kind !== 'case.extended' && entry.kind !== 'case.resumed') line.urged = 0;
  }
  switch (entry.kind) {
    case 'case.urged':
      line.urged = entry.percent;
      return;
    case 'case.checked':
      line.passed = entry.pass;
      return;
    case 'case.dispatched':
    case 'case.reworked':
    case 'case.reopened':
      line.passed = false;
      return;
    case 'case.returned':
      line.returns++;
      line.unruled = line.returns > 1;
      return;
    case 'case.ruled':
      line.unruled = false;
      return;
    case 'case.extended':
      line.extended = true;
      return;
    case 'case.taken':
      line.held = entry.by;
      return;
    case 'case.released':
    case 'case.closed':
      line.held = null;
      return;
    default:
      return;
  }
}
