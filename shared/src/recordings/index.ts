export { decodeBlockLog, encodeBlockLog, LOG_PART, MAX_LOG_BYTES } from './blockLog.ts';
export type { RecordingErrorCode } from './errors.ts';
export { RecordingError } from './errors.ts';
export { endOfFile, endOfParts, hasRoomForNotes } from './fileEnd.ts';
export type {
  IndexedSegment,
  IndexedTracks,
  RecordingHeader,
  RecordingIndex,
  RecordingTotals,
  RunParent,
  SegmentMeta,
  TracksMeta,
} from './format.ts';
export {
  END_MAGIC,
  FILE_VERSION,
  MAGIC,
  MAX_HEADER_BYTES,
  MAX_INDEX_BYTES,
  MAX_PART_BYTES,
  MAX_PAYLOAD_BYTES,
  NOTICE,
  PART_KIND,
  PART_PRELUDE_BYTES,
  PRELUDE_BYTES,
  segmentMetaSchema,
  segmentPartOf,
  tracksMetaSchema,
  tracksPartOf,
} from './format.ts';
export type { AreaHistory, OpenPoints, TickSpan } from './history.ts';
export { readHistory } from './history.ts';
export { nameEntry, unnameEntry } from './names.ts';
export type { NoteDraft, RunNote } from './notes.ts';
export { noteDraftSchema, noteText, runNoteSchema } from './notes.ts';
export type { Wanted } from './open.ts';
export { openRecording } from './open.ts';
export { readBlockLog } from './readLog.ts';
export type { PartSource, Recording } from './recording.ts';
export { recordingOf } from './recording.ts';
export type { OpenSegmentMeta, PieceSource, ServedRecording } from './served.ts';
export { parseServed, recordingOfRun } from './served.ts';
export type { ByteSource, ByteTools } from './source.ts';
export {
  decodeTrackOf,
  encodeTrack,
  firstTrackOf,
  isTrackPoint,
  MAX_TRACK_BYTES,
  pointTicksOf,
  seriesOfTrack,
  TRACK_BLOCK_TICKS,
  TRACK_COUNT,
  TRACK_POINT_TICKS,
  trackIndex,
} from './tracks.ts';
export { unpackSegment } from './unpack.ts';
export type { RecordingWords } from './words.ts';
export { recordingWords } from './words.ts';
