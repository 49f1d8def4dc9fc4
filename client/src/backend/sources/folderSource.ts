// The bytes of a recording beside a page that was opened as a file. Such a page may fetch nothing, but it may run scripts: each holds a piece.
import { fromBase64 } from '@onescreen/shared/protocol';
import type { ByteSource } from '@onescreen/shared/recordings';
import type { FolderRecording } from '../place.ts';
import { SourceError } from './errors.ts';

/** Pieces kept, newest used last. */
const KEPT_PIECES = 16;

/** Runs a script that calls `onescreenPiece(base64)` and says what it called it with. Throws when there is no such script. */
export type RunScript = (url: string) => string;

/** Name of the script with a piece, as the bundle writes it. */
export const pieceName = (piece: number): string => `${String(piece).padStart(6, '0')}.js`;

export function folderSource({ base, bytes, pieceBytes }: FolderRecording, run: RunScript): ByteSource {
  const kept = new Map<number, Uint8Array>();

  function pieceAt(piece: number): Uint8Array {
    const content = kept.get(piece) ?? loaded(piece);
    kept.delete(piece);
    kept.set(piece, content);
    for (const oldest of [...kept.keys()].slice(0, -KEPT_PIECES)) kept.delete(oldest);
    return content;
  }
  function loaded(piece: number): Uint8Array {
    try {
      return fromBase64(run(new URL(pieceName(piece), base).href));
    } catch (error) {
      throw new SourceError('missing', `piece ${piece} of the recording is missing: ${String(error)}`);
    }
  }
  return {
    size: bytes,
    async read(offset, length) {
      const end = Math.min(bytes, offset + length);
      const result = new Uint8Array(Math.max(0, end - offset));
      for (let at = offset; at < end; ) {
        const piece = Math.floor(at / pieceBytes);
        const part = pieceAt(piece).subarray(at - piece * pieceBytes, end - piece * pieceBytes);
        if (part.length === 0) throw new SourceError('missing', `piece ${piece} of the recording is too short`);
        result.set(part, at - offset);
        at += part.length;
      }
      return result;
    },
    close: async () => kept.clear(),
  };
}
