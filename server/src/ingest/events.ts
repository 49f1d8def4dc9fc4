// Typed event maps of /ingest. Every answer is the thing itself or a refusal.
import type { Ack, Control, Hello, PaceStatus, Welcome } from '@onescreen/shared/protocol';
import type { RefusalAnswer } from '../refusal.ts';

type Answer<T> = (reply: T | RefusalAnswer) => void;

export interface SourceEvents {
  hello: (hello: Hello, answer: Answer<Welcome>) => void;
  batch: (batch: Uint8Array, answer: Answer<Ack>) => void;
  pace: (pace: PaceStatus) => void;
}

export interface PlatformEvents {
  control: (control: Control) => void;
}
