// The rule book of a case as a table: every step, from which status, and where it leads. Said here once more, apart from the rule book itself.
import type { CaseCommand, CaseStatus } from '@onescreen/shared/cases';
import type { CaseEntry } from '@onescreen/shared/log';

export type From = CaseStatus | 'nothing';
type Row = Partial<Record<From, CaseStatus>>;
const LIVE = ['discovered', 'accepted', 'filed', 'dispatched', 'handling', 'suspended', 'checking'] as const;
const stay = (...statuses: CaseStatus[]): Row => Object.fromEntries(statuses.map((one) => [one, one]));
const lead = (to: CaseStatus, ...statuses: From[]): Row => Object.fromEntries(statuses.map((one) => [one, to]));

/** Every step that the rule book allows, from which status, and where it leads. */
export const TRANSITIONS: Readonly<Record<CaseEntry['kind'], Row>> = {
  'case.discovered': { nothing: 'discovered' },
  'case.accepted': { discovered: 'accepted' },
  'case.rejected': lead('rejected', 'discovered', 'accepted'),
  'case.merged': stay(...LIVE),
  'case.filed': { accepted: 'filed' },
  'case.joined': lead('joined', 'discovered', 'accepted', 'filed'),
  'case.contacted': stay(...LIVE),
  'case.taken': stay(...LIVE),
  'case.released': stay(...LIVE),
  'case.included': stay(...LIVE),
  'case.dispatched': lead('dispatched', 'filed', 'dispatched', 'handling'),
  'case.supported': stay('dispatched', 'handling'),
  'case.withdrawn': lead('filed', 'dispatched', 'handling'),
  'case.returned': lead('filed', 'dispatched', 'handling'),
  'case.ruled': stay('filed', 'suspended'),
  'case.arrived': { dispatched: 'handling' },
  'case.handled': { handling: 'checking' },
  'case.extended': stay('filed', 'dispatched', 'handling', 'checking'),
  'case.suspended': lead('suspended', 'filed', 'dispatched', 'handling'),
  'case.resumed': { suspended: 'filed' },
  'case.urged': stay('filed', 'dispatched', 'handling', 'checking'),
  'case.escalated': stay('filed', 'dispatched', 'handling', 'suspended', 'checking'),
  'case.checked': stay('filed', 'checking'),
  'case.reworked': { checking: 'filed' },
  'case.confirmed': stay('filed', 'checking'),
  'case.closed': lead('closed', 'filed', 'checking'),
  'case.evaluated': { closed: 'evaluated' },
  'case.inspected': stay('closed', 'evaluated'),
  'case.reopened': lead('filed', 'closed', 'evaluated', 'nothing'),
  'case.voided': lead('voided', ...LIVE),
};

/** The first step that a command leads to. */
export const ENTRY_OF: Readonly<Record<CaseCommand['kind'], CaseEntry['kind']>> = {
  discover: 'case.discovered',
  accept: 'case.accepted',
  reject: 'case.rejected',
  merge: 'case.merged',
  file: 'case.filed',
  join: 'case.joined',
  contact: 'case.contacted',
  take: 'case.taken',
  release: 'case.released',
  include: 'case.included',
  dispatch: 'case.dispatched',
  support: 'case.supported',
  withdraw: 'case.withdrawn',
  return: 'case.returned',
  rule: 'case.ruled',
  arrive: 'case.arrived',
  handle: 'case.handled',
  extend: 'case.extended',
  suspend: 'case.suspended',
  resume: 'case.resumed',
  urge: 'case.urged',
  escalate: 'case.escalated',
  check: 'case.checked',
  rework: 'case.reworked',
  confirm: 'case.confirmed',
  close: 'case.closed',
  evaluate: 'case.evaluated',
  'spot-check': 'case.inspected',
  reopen: 'case.reopened',
  void: 'case.voided',
};
