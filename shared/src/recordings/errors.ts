// Why a file is not taken as a recording, by name, each with one sentence for its owner.

export type RecordingErrorCode =
  | 'not-a-recording'
  | 'newer-version'
  | 'truncated'
  | 'header-too-large'
  | 'damaged'
  | 'segment-damaged'
  | 'segment-too-large';

export class RecordingError extends Error {
  readonly code: RecordingErrorCode;
  /** Index of the first bad segment, for `segment-damaged` and `segment-too-large`. */
  readonly segment: number | null;
  constructor(code: RecordingErrorCode, message: string, segment: number | null = null) {
    super(message);
    this.name = 'RecordingError';
    this.code = code;
    this.segment = segment;
  }
}
