// What can go wrong with the store, by name, each with a sentence for the one who can act.

export type StoreErrorCode =
  | 'folder-held'
  | 'folder-unusable'
  | 'read-only'
  | 'disk-full'
  | 'newer-version'
  | 'damaged'
  | 'run-exists'
  | 'no-run'
  | 'run-closed'
  | 'run-open'
  | 'batch-repeated'
  | 'batch-gap'
  | 'entry-gap'
  | 'other-engine';

export class StoreError extends Error {
  readonly code: StoreErrorCode;
  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
