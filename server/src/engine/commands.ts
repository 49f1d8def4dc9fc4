// What operators ask for. Each command is logged as received, with what it did, or as refused, with the reason.
import { unreachable } from '@onescreen/shared/unreachable';
import type { Desk } from './desk.ts';
import { record } from './desk.ts';
import type { PendingCommand } from './types.ts';

export function applyCommand(desk: Desk, { by, command }: PendingCommand): void {
  switch (command.kind) {
    case 'acknowledge':
      return acknowledge(desk, by, command.alarm);
    default:
      return unreachable(command.kind);
  }
}

function acknowledge(desk: Desk, by: PendingCommand['by'], alarm: string): void {
  const known = desk.state.cases.alarms[alarm];
  if (known === undefined || known.acknowledged) {
    const reason = known === undefined ? 'no-such-alarm' : 'already-acknowledged';
    record(desk, { kind: 'command.refused', command: 'acknowledge', by, reason });
    return;
  }
  record(desk, { kind: 'command.received', command: 'acknowledge', by, body: { alarm } });
  record(desk, { kind: 'alarm.acknowledged', alarm, indicator: known.indicator, area: known.area, by });
}
