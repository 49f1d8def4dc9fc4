// A refusal on its way to a peer: a name for programs and a sentence for people. Everything else that is thrown is our own fault.
import type { Refusal } from '@onescreen/shared/protocol';
import { ProtocolError, refusalMessage } from '@onescreen/shared/protocol';

export interface RefusalAnswer {
  refusal: Refusal;
  message: { zh: string; en: string };
}

/** Something well said that is not granted. `detail`: what exactly, in English; empty where the refusal says it all. */
export class RefusedError extends ProtocolError {
  constructor(refusal: Refusal, detail = '') {
    super(refusal, detail);
  }
}

/** The refusal in whatever was thrown; `null` for an error of our own. */
export const refusalIn = (error: unknown): ProtocolError | null => (error instanceof ProtocolError ? error : null);

/** What the peer is told. An error of our own is `failed`, without its inside. */
export function answerOf(error: unknown): RefusalAnswer {
  const refused = refusalIn(error) ?? new RefusedError('failed');
  const { zh, en } = refusalMessage(refused.refusal);
  const detail = refused.message;
  const message = detail === '' ? { zh, en } : { zh: `${zh}（${detail}）`, en: `${en} (${detail})` };
  return { refusal: refused.refusal, message };
}
