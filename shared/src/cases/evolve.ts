// One case moved on by one entry. Pure; trusts the log: what may happen is for `decide`.
import { unreachable } from '../unreachable.ts';
import type { AssignedCase, FiledCase } from './facts.ts';
import { isAssigned, isFiled, lastStep } from './facts.ts';
import { isAbove, startLevel } from './levels.ts';
import type { CaseState, CaseStep } from './types.ts';

type Common = Omit<CaseState, 'status'>;
type Filed = Pick<FiledCase, 'number' | 'priority' | 'filedTick' | 'dueTick'>;

/** Who rules on the first, second and third return (brief §3.1): nobody, the district, the city. */
const RULED_BY = [null, 'district', 'city'] as const;
/** An ended case is in nobody's hands. */
const ENDED = { held: null, ruling: null, support: [] } as const;

function impossible(state: CaseState, step: CaseStep): never {
  throw new RangeError(`${step.kind} cannot follow ${state.status} (case ${state.id}, entry ${step.seq})`);
}

/** What every case has, with the step added. */
function common(state: CaseState, step: CaseStep): Common {
  return {
    id: state.id,
    type: state.type,
    at: state.at,
    area: state.area,
    source: state.source,
    camera: state.camera,
    confidence: state.confidence,
    discoveredTick: state.discoveredTick,
    merged: state.merged,
    reworks: state.reworks,
    returns: state.returns,
    urged: state.urged,
    level: state.level,
    held: state.held,
    contactedTick: state.contactedTick,
    ruling: state.ruling,
    forced: state.forced,
    support: state.support,
    confirmed: state.confirmed,
    incident: state.incident,
    automatic: state.automatic && !step.by.startsWith('user:'),
    steps: [...state.steps, step],
  };
}

function filedPart(state: CaseState, step: CaseStep): Filed {
  if (!isFiled(state)) return impossible(state, step);
  return { number: state.number, priority: state.priority, filedTick: state.filedTick, dueTick: state.dueTick };
}

function assigned(state: CaseState, step: CaseStep): AssignedCase {
  return isAssigned(state) ? state : impossible(state, step);
}

function discover(step: Extract<CaseStep, { kind: 'case.discovered' }>): CaseState {
  return {
    status: 'discovered',
    id: step.case,
    type: step.type,
    at: step.at,
    area: step.area,
    source: step.source,
    camera: step.camera ?? null,
    confidence: step.confidence,
    discoveredTick: step.tick,
    merged: 0,
    reworks: 0,
    returns: 0,
    urged: 0,
    level: startLevel(step.type),
    held: null,
    contactedTick: null,
    ruling: null,
    forced: false,
    support: [],
    confirmed: [],
    incident: null,
    automatic: !step.by.startsWith('user:'),
    steps: [step],
  };
}

/** The same status with something changed and the step added. */
const same = (state: CaseState, step: CaseStep, changed: Partial<Common & { dueTick: number }> = {}): CaseState => ({
  ...state,
  ...common(state, step),
  ...changed,
});

/**
 * The case after the step. `null` before its discovery. Throws RangeError for a step that cannot follow, which means that the log is not ours.
 */
export function evolve(known: CaseState | null, step: CaseStep): CaseState {
  const state = known ?? (step.kind === 'case.reopened' ? (step.was ?? null) : null);
  if (step.kind === 'case.discovered') return state === null ? discover(step) : impossible(state, step);
  if (state === null)
    throw new RangeError(`${step.kind} of case ${step.case}, which was never discovered (entry ${step.seq})`);
  const base = common(state, step);
  switch (step.kind) {
    case 'case.accepted':
      return { ...base, status: 'accepted' };
    case 'case.rejected':
      return { ...base, ...ENDED, status: 'rejected', endedTick: step.tick, reason: step.reason };
    case 'case.voided':
      return { ...base, ...ENDED, status: 'voided', endedTick: step.tick, reason: step.reason };
    case 'case.joined':
      return { ...base, ...ENDED, status: 'joined', endedTick: step.tick, into: step.into, reason: step.reason };
    case 'case.merged':
      return same(state, step, { merged: state.merged + 1 });
    case 'case.filed':
      return {
        ...base,
        status: 'filed',
        number: step.number,
        priority: step.priority,
        filedTick: step.tick,
        dueTick: step.dueTick,
      };
    case 'case.dispatched':
      return {
        ...base,
        ...filedPart(state, step),
        status: 'dispatched',
        unit: step.unit,
        order: step.order,
        ruling: null,
        // A ruling binds the unit that it was made about.
        forced: state.forced && step.unit === lastStep(state, 'case.returned')?.unit,
        support: state.support.filter((one) => one.unit !== step.unit),
      };
    case 'case.returned':
      return {
        ...base,
        ...filedPart(state, step),
        status: 'filed',
        returns: state.returns + 1,
        ruling: RULED_BY[state.returns] ?? null,
      };
    case 'case.ruled':
      return same(state, step, { ruling: null, forced: step.ruling === 'force' });
    case 'case.withdrawn':
      return { ...base, ...filedPart(state, step), status: 'filed' };
    case 'case.supported':
      return same(state, step, { support: [...state.support, { unit: step.unit, order: step.order }] });
    case 'case.arrived': {
      const { unit, order } = assigned(state, step);
      return { ...base, ...filedPart(state, step), status: 'handling', unit, order, arrivedTick: step.tick };
    }
    case 'case.handled': {
      const { unit, order } = assigned(state, step);
      return {
        ...base,
        ...filedPart(state, step),
        support: [],
        status: 'checking',
        unit,
        order,
        handledTick: step.tick,
      };
    }
    case 'case.suspended':
      return {
        ...base,
        ...filedPart(state, step),
        support: [],
        status: 'suspended',
        untilTick: step.untilTick,
        plan: step.plan,
      };
    case 'case.resumed':
      return { ...base, ...filedPart(state, step), status: 'filed', dueTick: step.dueTick };
    case 'case.reworked':
      return {
        ...base,
        ...filedPart(state, step),
        status: 'filed',
        dueTick: step.dueTick,
        reworks: state.reworks + 1,
        urged: 0,
        confirmed: [],
      };
    case 'case.reopened':
      return {
        ...base,
        ...filedPart(state, step),
        status: 'filed',
        dueTick: step.dueTick,
        urged: 0,
        confirmed: [],
        forced: false,
        incident: null,
      };
    case 'case.closed':
      return { ...base, ...ENDED, ...filedPart(state, step), status: 'closed', closedTick: step.tick };
    case 'case.evaluated':
      if (state.status !== 'closed') return impossible(state, step);
      return { ...base, ...filedPart(state, step), status: 'evaluated', closedTick: state.closedTick };
    case 'case.extended':
      return same(state, step, { dueTick: step.dueTick });
    case 'case.urged':
      return same(state, step, { urged: step.percent });
    case 'case.escalated':
      return same(state, step, { level: isAbove(step.to, state.level) ? step.to : state.level });
    case 'case.taken':
      return same(state, step, { held: step.by });
    case 'case.released':
      return same(state, step, { held: null });
    case 'case.contacted':
      return same(state, step, { contactedTick: step.tick });
    case 'case.confirmed':
      return same(state, step, { confirmed: [...state.confirmed, step.level] });
    case 'case.included':
      return same(state, step, { incident: step.incident });
    case 'case.checked':
    case 'case.inspected':
      return same(state, step);
    default:
      return unreachable(step);
  }
}
