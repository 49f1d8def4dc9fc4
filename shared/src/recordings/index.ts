export type { RecordingErrorCode } from './errors.ts';
export { RecordingError } from './errors.ts';
export type {
  IndexedSegment,
  IndexedTracks,
  RecordingHeader,
  RecordingIndex,
  RecordingTotals,
  SegmentMeta,
  TracksMeta,
} from './format.ts';
export {
  END_MAGIC,
  FILE_VERSION,
  MAGIC,
  MAX_HEADER_BYTES,
  MAX_PAYLOAD_BYTES,
  NOTICE,
  PART_KIND,
  PRELUDE_BYTES,
  segmentMetaSchema,
  segmentPartOf,
  tracksMetaSchema,
  tracksPartOf,
} from './format.ts';
export { nameEntry, unnameEntry } from './names.ts';
export type { RunNote } from './notes.ts';
export { runNoteSchema } from './notes.ts';
export type { Recording, Wanted } from './open.ts';
export { openRecording } from './open.ts';
export type { ByteSource, ByteTools } from './source.ts';
export {
  decodeTrackOf,
  encodeTrack,
  isTrackPoint,
  seriesOfTrack,
  TRACK_BLOCK_TICKS,
  TRACK_COUNT,
  TRACK_POINT_TICKS,
  trackIndex,
} from './tracks.ts';
export { unpackSegment } from './unpack.ts';
