// What both socket doors share: who may knock, and how a refusal is told.
import type { IncomingMessage } from 'node:http';
import type { Doors } from './auth/origins.ts';
import { answerOf, type RefusalAnswer } from './refusal.ts';

type Decide = (message: string | null | undefined, allowed: boolean) => void;

/** For socket.io's `allowRequest`: a foreign Host or Origin does not even get a handshake. */
export const refuseRequests =
  (doors: Doors, watch: { refused(refusal: string): void }) =>
  (request: IncomingMessage, decide: Decide): void => {
    const refusal = doors.refuse(request.headers);
    if (refusal !== null) watch.refused(refusal);
    decide(refusal, refusal === null);
  };

/** An error for socket.io's middleware: the peer finds refusal and sentence in `data`. */
export function refusedHandshake(error: unknown): Error & { data: RefusalAnswer } {
  const answer = answerOf(error);
  return Object.assign(new Error(answer.refusal), { data: answer });
}
