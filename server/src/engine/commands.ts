// What people ask for: each command is judged by permission and rule book, then logged as received, followed by what it did, or as refused,
// with the reason. Either way the log says who asked in which role for which area, so that the run can be played again with the same commands.

import type { HandlingLevel, Refusal } from '@onescreen/shared/cases';
import { caseRefusal, confirmationsMissing, deskRefusal } from '@onescreen/shared/cases';
import { CITY_AREA, districtOf } from '@onescreen/shared/geography';
import type { Actor } from '@onescreen/shared/ids';
import { refuseDeed } from '@onescreen/shared/people';
import type { CaseAction, RunCommand } from '@onescreen/shared/protocol';
import { caseOrArchived } from './archive.ts';
import type { Plan } from './casePlans.ts';
import { planFor } from './casePlans.ts';
import type { Desk } from './desk.ts';
import { record } from './desk.ts';
import { shelve, unshelve } from './shelving.ts';
import type { CommandOutcome, PendingCommand } from './types.ts';
import { areaOfInject, changePolicy, inject } from './whatIf.ts';

/** Carries a command out, or refuses it; both are in the log when this returns. */
export function applyCommand(desk: Desk, { person, command }: PendingCommand): CommandOutcome {
  const by: Actor = `user:${person.name}`;
  const { kind, ...body } = command;
  const said = { command: kind, by, role: person.role, scope: person.area, body };
  const plan = weigh(desk, { person, command }, by);
  if (plan.refusal !== undefined) {
    const { code, zh, en } = plan.refusal;
    record(desk, { kind: 'command.refused', ...said, reason: code });
    return { ok: false, refusal: code, message: { zh, en } };
  }
  record(desk, { kind: 'command.received', ...said });
  plan.carryOut();
  return { ok: true };
}

/** First what the role may do at all, then whether there is such a thing, then whether it is theirs, and last what the rules say. */
function weigh(desk: Desk, { person, command }: PendingCommand, by: Actor): Plan {
  const byRole = refuseDeed(person, command.kind, null);
  if (byRole !== null) return { refusal: byRole };
  const place = placeOf(desk, command);
  if ('refusal' in place) return place;
  const byPlace = refuseDeed(person, command.kind, place.area, place.level);
  if (byPlace !== null) return { refusal: byPlace };
  switch (command.kind) {
    case 'acknowledge':
      return acknowledge(desk, command.alarm, by);
    case 'shelve':
      return shelve(desk, command, by);
    case 'unshelve':
      return unshelve(desk, command.alarm, by);
    case 'look':
      return {
        carryOut: () => record(desk, { kind: 'record.looked', case: command.case, by, role: person.role }),
      };
    case 'policy':
      return changePolicy(desk, command.policy);
    case 'inject':
      return inject(desk, command.what);
    default:
      return planFor(desk, command, by);
  }
}

interface Place {
  area: number;
  /** The level that it needs, where the case says so. */
  level: HandlingLevel | null;
}

/** Where what is asked for lies: the permissions go by that. */
function placeOf(desk: Desk, command: RunCommand): Place | { refusal: Refusal } {
  if (command.kind === 'acknowledge' || command.kind === 'shelve' || command.kind === 'unshelve') {
    const alarm = desk.state.cases.alarms[command.alarm];
    return alarm === undefined ? { refusal: deskRefusal('no-such-alarm') } : { area: alarm.area, level: null };
  }
  if (command.kind === 'look') {
    const area = desk.state.residents[command.case];
    return area === undefined ? { refusal: deskRefusal('no-record') } : { area, level: null };
  }
  if (command.kind === 'policy') return { area: CITY_AREA, level: null };
  if (command.kind === 'inject') {
    const area = areaOfInject(desk, command.what);
    return typeof area === 'number' ? { area, level: null } : { refusal: area };
  }
  const state = caseOrArchived(desk, command.case);
  return state === undefined
    ? { refusal: caseRefusal('no-such-case') }
    : { area: state.area, level: levelNeeded(desk, command) };
}

/** Closing is agreed to by the level whose turn it is, a return is ruled on by the level it went to, and units cross districts by the city's word. */
function levelNeeded(desk: Desk, command: CaseAction): HandlingLevel | null {
  const state = caseOrArchived(desk, command.case)!;
  switch (command.kind) {
    case 'confirm':
      return confirmationsMissing(state)[0] ?? null;
    case 'rule':
      return state.ruling;
    case 'assign':
    case 'support': {
      const unit = desk.fleet.unit(command.unit);
      return unit !== undefined && districtOf(unit.area) !== districtOf(state.area) ? 'city' : null;
    }
    default:
      return null;
  }
}

function acknowledge(desk: Desk, alarm: string, by: Actor): Plan {
  const { indicator, area, acknowledged } = desk.state.cases.alarms[alarm]!;
  if (acknowledged) return { refusal: deskRefusal('already-acknowledged') };
  return { carryOut: () => record(desk, { kind: 'alarm.acknowledged', alarm, indicator, area, by }) };
}
