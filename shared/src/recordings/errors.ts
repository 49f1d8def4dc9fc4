// Why a file is not taken as a recording, by name, each with one sentence for its owner.

export type RecordingErrorCode =
  | 'not-a-recording'
  | 'newer-version'
  | 'truncated'
  | 'header-too-large'
  | 'damaged'
  | 'segment-damaged'
  | 'segment-too-large'
  | 'block-damaged'
  | 'block-too-large';

export class RecordingError extends Error {
  readonly code: RecordingErrorCode;
  /** Index of the bad segment, for `segment-…`; of the bad block, for `block-…`; else null. */
  readonly part: number | null;
  constructor(code: RecordingErrorCode, message: string, part: number | null = null) {
    super(message);
    this.name = 'RecordingError';
    this.code = code;
    this.part = part;
  }

  /** Index of the bad segment, for `segment-damaged` and `segment-too-large`. */
  get segment(): number | null {
    return this.code.startsWith('segment-') ? this.part : null;
  }
}
