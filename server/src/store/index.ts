export type { EmbeddedOptions } from './embedded/open.ts';
export { openEmbeddedStore } from './embedded/open.ts';
export type { StoreErrorCode } from './errors.ts';
export { StoreError } from './errors.ts';
export type {
  Checkpoint,
  InboxRow,
  Piece,
  RunAbout,
  RunChange,
  RunImport,
  RunRecord,
  RunState,
  SegmentEnd,
  SegmentRecord,
  SignIn,
  StepCommit,
  Store,
  StoredBlock,
  StoredSegment,
} from './types.ts';
