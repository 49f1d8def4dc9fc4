// One case moved on by one entry. Pure; trusts the log: what may happen is for `decide`.
import { unreachable } from '../unreachable.ts';
import type { AssignedCase, FiledCase } from './facts.ts';
import { isAssigned, isFiled } from './facts.ts';
import type { CaseState, CaseStep } from './types.ts';

type Common = Omit<CaseState, 'status'>;
type Filed = Pick<FiledCase, 'number' | 'priority' | 'filedTick' | 'dueTick'>;

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
export function evolve(state: CaseState | null, step: CaseStep): CaseState {
  if (step.kind === 'case.discovered') return state === null ? discover(step) : impossible(state, step);
  if (state === null)
    throw new RangeError(`${step.kind} of case ${step.case}, which was never discovered (entry ${step.seq})`);
  const base = common(state, step);
  switch (step.kind) {
    case 'case.accepted':
      return { ...base, status: 'accepted' };
    case 'case.rejected':
      return { ...base, status: 'rejected', endedTick: step.tick, reason: step.reason };
    case 'case.voided':
      return { ...base, status: 'voided', endedTick: step.tick, reason: step.reason };
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
      return { ...base, ...filedPart(state, step), status: 'dispatched', unit: step.unit, order: step.order };
    case 'case.returned':
      return { ...base, ...filedPart(state, step), status: 'filed', returns: state.returns + 1 };
    case 'case.arrived': {
      const { unit, order } = assigned(state, step);
      return { ...base, ...filedPart(state, step), status: 'handling', unit, order, arrivedTick: step.tick };
    }
    case 'case.handled': {
      const { unit, order } = assigned(state, step);
      return { ...base, ...filedPart(state, step), status: 'checking', unit, order, handledTick: step.tick };
    }
    case 'case.suspended':
      return { ...base, ...filedPart(state, step), status: 'suspended', untilTick: step.untilTick };
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
      };
    case 'case.reopened':
      return { ...base, ...filedPart(state, step), status: 'filed', dueTick: step.dueTick, urged: 0 };
    case 'case.closed':
      return { ...base, ...filedPart(state, step), status: 'closed', closedTick: step.tick };
    case 'case.evaluated':
      if (state.status !== 'closed') return impossible(state, step);
      return { ...base, ...filedPart(state, step), status: 'evaluated', closedTick: state.closedTick };
    case 'case.extended':
      return same(state, step, { dueTick: step.dueTick });
    case 'case.urged':
      return same(state, step, { urged: step.percent });
    case 'case.checked':
    case 'case.escalated':
      return same(state, step);
    default:
      return unreachable(step);
  }
}
