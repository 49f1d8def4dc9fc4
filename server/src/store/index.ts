export type { EmbeddedOptions } from './embedded/open.ts';
export { openEmbeddedStore } from './embedded/open.ts';
export type { StoreErrorCode } from './errors.ts';
export { StoreError } from './errors.ts';
export type {
  Checkpoint,
  History,
  InboxRow,
  RunRecord,
  RunState,
  SegmentEnd,
  SegmentRecord,
  SignIn,
  StepCommit,
  Store,
  StoredSegment,
} from './types.ts';
