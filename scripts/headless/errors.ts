// A mistake of the person at the keyboard: one clear sentence on stderr, exit code 2, no stack.

export class UserError extends Error {
  override readonly name = 'UserError';
}

/** Names of errors whose message is a sentence for the user already. */
const SAID_CLEARLY = new Set(['UserError', 'ScenarioError', 'StoreError', 'RecordingError', 'PeopleError']);
const FILE_TROUBLE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read or written',
  EPERM: 'it may not be read or written',
  EISDIR: 'it is a folder',
  ENOTDIR: 'part of the path is a file',
  EROFS: 'its disk is read-only',
  ENOSPC: 'the disk is full',
};

/** The sentence for the user, or null when the error is ours and its stack must be seen. */
export function sentenceOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (SAID_CLEARLY.has(error.name)) return error.message;
  const trouble = FILE_TROUBLE[(error as NodeJS.ErrnoException).code ?? ''];
  if (trouble === undefined) return null;
  return `${(error as NodeJS.ErrnoException).path ?? 'the file'} cannot be used: ${trouble}`;
}
