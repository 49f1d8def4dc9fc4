// The roles of brief §3.2 by name, and which names a person may have.
import type { Role, RoleId } from './types.ts';

const names: Readonly<Record<RoleId, readonly [zh: string, en: string]>> = {
  viewer: ['旁观者', 'Viewer'],
  citizen: ['市民', 'Citizen'],
  patrol: ['监督员', 'Inspector'],
  intake: ['受理员', 'Intake officer'],
  dispatcher: ['派遣员', 'Dispatcher'],
  unit: ['处置单位', 'Handling unit'],
  checker: ['核查员', 'Checker'],
  'shift-leader': ['值班长', 'Shift leader'],
  supervisor: ['督办员', 'Supervisor'],
  'grid-lead': ['网格长', 'Grid lead'],
  village: ['居村干部', 'Neighbourhood cadre'],
  commander: ['指挥长', 'Incident commander'],
  director: ['领导', 'Director'],
  operator: ['中心操作员', 'Centre operator'],
};

/** Every role, least first. */
export const roles: readonly Role[] = (Object.entries(names) as [RoleId, readonly [string, string]][]).map(
  ([id, [zh, en]]) => ({ id, zh, en }),
);
const roleMap = new Map(roles.map((role) => [role.id, role]));

/** Throws RangeError for an id that is no role. */
export function roleOf(id: RoleId): Role {
  const role = roleMap.get(id);
  if (role === undefined) throw new RangeError(`no role ${id}`);
  return role;
}

/** 1 to 40 letters, digits, dots, underscores or dashes. */
export const PERSON_NAME: RegExp = /^[\p{L}\p{N}._-]{1,40}$/u;

/** Whoever opens the operator link. */
export const OPERATOR_NAME = 'operator';

/** The desk's simulated staff stand in the log under these names. */
const STAFF =
  /^(intake|shift-leader|checker|hotline|citizen|patrol|coordinator|.*-coordinator|commander-.*|.*-centre)$/i;

/** Whether a name belongs to the simulated staff or to the operator link, so that no person may have it. */
export const isReservedName = (name: string): boolean => STAFF.test(name) || name.toLowerCase() === OPERATOR_NAME;
