// Where a store under test keeps what it is given, and how its refusals are read.
import { type Store, StoreError } from '../../server/src/store/index.ts';

export interface Place {
  /** Opens the store of this place; called again after `close`. */
  open(): Promise<Store>;
  /** Arguments that make `storeWriter.ts` open the same place. */
  writerArguments: readonly string[];
  remove(): Promise<void>;
}

/** The code of what the store refused, or the whole error; `null` when it did not. */
export const refusal = async (attempt: Promise<unknown>): Promise<string> => {
  const error = await attempt.then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof StoreError ? error.code : `${error}`;
};
