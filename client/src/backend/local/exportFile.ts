// A copy of a recording with the notes that were made here: its parts as they are, and a new end.
import type { ByteSource, ByteTools, Recording, RunNote } from '@onescreen/shared/recordings';
import { endOfFile, endOfParts, hasRoomForNotes } from '@onescreen/shared/recordings';
import { ProblemError, problemOf } from '@onescreen/shared/reports';

const READ_BYTES = 4 * 1024 * 1024;
const TOO_OLD = {
  zh: '该文件为旧版格式，无法写入备注。请不带备注另存原文件。',
  en: 'This file is of an older format that has no place for notes: keep the file as it is.',
};

/** Bytes are gathered as blobs, which a browser may keep outside of its memory. Throws ProblemError for a file of the first version. */
export async function exportFile(
  { index }: Recording,
  source: ByteSource,
  tools: ByteTools,
  notes: readonly RunNote[],
): Promise<Blob> {
  if (!(await hasRoomForNotes(source))) throw new ProblemError(problemOf(409, 'older-format', TOO_OLD));
  const end = endOfParts(index);
  const parts: BlobPart[] = [];
  for (let at = 0; at < end; at += READ_BYTES) {
    parts.push(new Blob([(await source.read(at, Math.min(READ_BYTES, end - at))) as Uint8Array<ArrayBuffer>]));
  }
  parts.push(...(endOfFile({ ...index, notes: [...notes] }, tools) as Uint8Array<ArrayBuffer>[]));
  return new Blob(parts, { type: 'application/octet-stream' });
}
