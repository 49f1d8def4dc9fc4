// Where a recording lies that is played without a server: an address, a file that somebody chose, or a folder opened without any server.

/** Plain data: it goes to the worker that reads. */
export type RecordingPlace =
  /** Absolute address on this page's own host. */
  | { kind: 'address'; url: string }
  | { kind: 'file'; file: Blob; name: string }
  /** Scripts beside a page that was opened as a file, each with a piece of the recording. */
  | { kind: 'folder'; folder: FolderRecording };

/** A recording cut into scripts, because a page opened from a folder may read nothing but scripts. */
export interface FolderRecording {
  /** Absolute address of the folder with the scripts, with a slash at its end. */
  base: string;
  bytes: number;
  /** Bytes of each piece; the last one has fewer. */
  pieceBytes: number;
}
