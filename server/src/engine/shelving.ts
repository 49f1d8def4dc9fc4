// Shelves: a person puts an alarm aside for a while. It comes back by simulated time, or when somebody takes it off, and if it still stands it rings again.
import { deskRefusal, isShelfReason, LONGEST_SHELF_MINUTES } from '@onescreen/shared/cases';
import type { Actor } from '@onescreen/shared/ids';
import type { RunCommand } from '@onescreen/shared/protocol';
import { MINUTE } from '@onescreen/shared/time';
import { ringAgain } from './alarms.ts';
import type { Plan } from './casePlans.ts';
import type { Desk } from './desk.ts';
import { record, remind } from './desk.ts';

/** Puts an alarm that stands on its shelf. */
export function shelve(desk: Desk, command: Extract<RunCommand, { kind: 'shelve' }>, by: Actor): Plan {
  const { alarm, minutes, reason } = command;
  const { indicator, area, shelved } = desk.state.cases.alarms[alarm]!;
  if (shelved !== undefined) return { refusal: deskRefusal('already-shelved') };
  if (!isShelfReason(reason)) return { refusal: deskRefusal('shelf-reason-unknown') };
  if (minutes > LONGEST_SHELF_MINUTES) return { refusal: deskRefusal('shelf-too-long') };
  return {
    carryOut() {
      const untilTick = desk.tick + minutes * MINUTE;
      record(desk, { kind: 'alarm.shelved', alarm, indicator, area, by, untilTick, reason });
      remind(desk, untilTick, 'end-shelf', alarm, String(untilTick));
    },
  };
}

/** Takes it off before its time. */
export function unshelve(desk: Desk, alarm: string, by: Actor): Plan {
  if (desk.state.cases.alarms[alarm]!.shelved === undefined) return { refusal: deskRefusal('not-shelved') };
  return { carryOut: () => takeOff(desk, alarm, by) };
}

/** The time of a shelf is over, unless it was taken off before; `key` tells it from a later one. */
export function endShelf(desk: Desk, alarm: string, key: string): void {
  if (desk.state.cases.alarms[alarm]?.shelved?.untilTick === Number(key)) takeOff(desk, alarm, 'rule:shelf-end');
}

function takeOff(desk: Desk, alarm: string, by: Actor): void {
  const { indicator, area } = desk.state.cases.alarms[alarm]!;
  record(desk, { kind: 'alarm.unshelved', alarm, indicator, area, by });
  ringAgain(desk, alarm);
}
