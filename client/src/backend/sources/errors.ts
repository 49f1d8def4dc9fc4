// Why the bytes of a recording cannot be read, by name; the sentence for people stands in the language files.

export type SourceErrorCode = 'unreachable' | 'missing' | 'too-large' | 'changed' | 'foreign';

export class SourceError extends Error {
  override name = 'SourceError';
  readonly code: SourceErrorCode;
  constructor(code: SourceErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
