// The one table of who may do what (brief §3.2). Server and screen both ask it; what is not listed is not allowed.
import { roles } from './roles.ts';
import type { Deed, RoleId } from './types.ts';

/** Roles that hold a case while they work on it. */
const HOLDERS: readonly RoleId[] = [
  'intake',
  'dispatcher',
  'checker',
  'shift-leader',
  'grid-lead',
  'village',
  'commander',
  'operator',
];

/** Whoever is signed in. */
const EVERYBODY: readonly RoleId[] = roles.map(({ id }) => id);

/** For each deed the roles that may do it, in their area and below. */
export const permissions: Readonly<Record<Deed, readonly RoleId[]>> = {
  // The run itself
  pace: ['operator'],
  step: ['operator'],
  start: ['operator'],
  branch: ['operator'],
  policy: ['shift-leader', 'director', 'operator'],
  inject: ['shift-leader', 'director', 'operator'],
  audit: ['shift-leader', 'supervisor', 'commander', 'director', 'operator'],
  // Its recording: notes of one's own, those of others, names and what is kept or imported, and what is deleted
  annotate: EVERYBODY,
  moderate: ['supervisor', 'operator'],
  curate: ['shift-leader', 'supervisor', 'director', 'operator'],
  discard: ['operator'],
  acknowledge: ['dispatcher', 'shift-leader', 'commander', 'operator'],
  // Putting an alarm aside takes it from everybody's console: those who lead a shift or an incident
  shelve: ['shift-leader', 'commander', 'operator'],
  unshelve: ['shift-leader', 'commander', 'operator'],
  // 受理
  accept: ['intake', 'operator'],
  reject: ['intake', 'operator'],
  join: ['intake', 'operator'],
  contact: ['intake', 'village', 'operator'],
  // 立案, 结案, 重开, 作废
  file: ['shift-leader', 'operator'],
  close: ['shift-leader', 'operator'],
  reopen: ['shift-leader', 'operator'],
  void: ['shift-leader', 'operator'],
  // 派遣
  assign: ['dispatcher', 'commander', 'operator'],
  support: ['dispatcher', 'commander', 'operator'],
  withdraw: ['dispatcher', 'commander', 'operator'],
  // 处置
  return: ['unit', 'operator'],
  // 核查
  verify: ['patrol', 'checker', 'operator'],
  rework: ['checker', 'operator'],
  // 督办, 裁定, 延期, 挂账
  urge: ['supervisor', 'commander', 'director', 'operator'],
  rule: ['supervisor', 'operator'],
  extend: ['supervisor', 'operator'],
  suspend: ['supervisor', 'operator'],
  resume: ['supervisor', 'operator'],
  // Up and down the levels
  escalate: ['unit', 'shift-leader', 'supervisor', 'grid-lead', 'village', 'commander', 'director', 'operator'],
  confirm: ['shift-leader', 'grid-lead', 'village', 'commander', 'director', 'operator'],
  take: HOLDERS,
  release: HOLDERS,
  // 居委 only: not even a centre opens a personal record
  look: ['village'],
};

/** Every deed of the table. */
export const deeds: readonly Deed[] = Object.keys(permissions) as Deed[];
