// The simulator at the other end of a connection, as the stage sees it.
import { isRefusal } from '@onescreen/shared/protocol';
import type { Socket } from 'socket.io';
import { answerOf, type RefusalAnswer, RefusedError } from '../refusal.ts';
import type { Source } from '../stage.ts';
import type { PlatformEvents, SourceEvents } from './events.ts';

/** A world is re-created within a second; a simulator that takes so long is away. */
const BRANCH_MS = 30_000;

export const sourceAt = (socket: Socket<SourceEvents, PlatformEvents>, name: string): Source => ({
  name,
  control: (control) => void socket.emit('control', control),
  async branch(order) {
    try {
      return refusedBy(await socket.timeout(BRANCH_MS).emitWithAck('branch', order));
    } catch {
      return answerOf(new RefusedError('no-simulator'));
    }
  },
});

/** The refusal in what a simulator answers; null when it carries the branch out. */
function refusedBy(reply: unknown): RefusalAnswer | null {
  if (typeof reply !== 'object' || reply === null || !('refusal' in reply) || !isRefusal(reply.refusal)) return null;
  const detail = 'detail' in reply && typeof reply.detail === 'string' ? reply.detail.slice(0, 300) : '';
  return answerOf(new RefusedError(reply.refusal, detail));
}
