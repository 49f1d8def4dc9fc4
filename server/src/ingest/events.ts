// Typed event maps of /ingest. Every answer is the thing itself or a refusal.
import type { Ack, BranchOrder, Control, Hello, KeptWorld, PaceStatus, Welcome } from '@onescreen/shared/protocol';
import type { RefusalAnswer } from '../refusal.ts';

type Answer<T> = (reply: T | RefusalAnswer) => void;

export interface SourceEvents {
  hello: (hello: Hello, answer: Answer<Welcome>) => void;
  batch: (batch: Uint8Array, answer: Answer<Ack>) => void;
  keep: (world: KeptWorld) => void;
  pace: (pace: PaceStatus) => void;
}

export interface PlatformEvents {
  control: (control: Control) => void;
  /** Answered by the simulator, which is not trusted to. */
  branch: (order: BranchOrder, answer: (reply: unknown) => void) => void;
}
