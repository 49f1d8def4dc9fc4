export { ByteReader, ByteWriter, CodecError, fromUtf8, unzigzag, utf8, zigzag } from './bytes.ts';
export { decodeChanges, encodeChanges, readChanges, writeChanges } from './changesCodec.ts';
export { chainDigest, GENESIS_DIGEST, isDigest, segmentDigest } from './digest.ts';
export type * from './entries.ts';
export type { FormatStep } from './migrations.ts';
export {
  FORMAT_VERSION,
  formatSteps,
  requireGapless,
  requireReadable,
  upgradeEntries,
  upgradeSegment,
} from './migrations.ts';
export type { MomentColumns, MomentKind, Moments } from './moments.ts';
export { addMoment, createMoments, MOMENT_KINDS } from './moments.ts';
export type { Segment, SegmentHeader, SegmentRecord } from './segment.ts';
export { decodeSegment, encodeSegment } from './segment.ts';
