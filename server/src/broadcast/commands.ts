// What an operator may ask for, and who does it: the world keeps the pace, the engine takes what belongs in the log.
import type { ConsoleCommand, Control } from '@onescreen/shared/protocol';
import { unreachable } from '@onescreen/shared/unreachable';
import { RefusedError } from '../refusal.ts';
import type { Stage } from '../stage.ts';

/** There is one operator: whoever exchanged the token that was printed at start. */
const OPERATOR = 'user:operator';

/** Hands a command on. It is done when the world or the next step does it. Throws RefusedError. */
export function carryOut(command: ConsoleCommand, stage: Stage): void {
  switch (command.kind) {
    case 'acknowledge':
      if (stage.state === 'waiting' || stage.state === 'finished')
        throw new RefusedError('not-found', 'there is no open run');
      return stage.queueCommand({ by: OPERATOR, command });
    case 'start':
      if (stage.pace !== null && !stage.pace.scenarios.some(({ id }) => id === command.scenario)) {
        throw new RefusedError('unknown-scenario', command.scenario);
      }
      return control(command, stage);
    case 'pace':
    case 'step':
      return control(command, stage);
    default:
      return unreachable(command);
  }
}

function control(command: Control, { source }: Stage): void {
  if (source === null) throw new RefusedError('no-simulator');
  source.control(command);
}
