// What a bundle holds a second time for a page that is opened without a web host: the screen as one script, the recording cut into scripts, and the
// Chinese type in one style sheet. Such a page may load nothing else.
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ByteSource } from '@onescreen/shared/recordings';
import { pieceName } from '../../../client/src/backend/sources/folderSource.ts';

/** About as much as a segment has, so that a jump reads one or two. */
const PIECE_BYTES = 1024 * 1024;
/** Bolder characters are drawn from the regular ones: three weights would take 14 MB. */
const WEIGHT = /@font-face\{[^}]*font-weight:400[^}]*\}/g;
const FONT_FILE = /url\(\.\/([^)]+\.woff2)\)/;

/** Writes the folder `folder/` of a bundle. `hosted` and `classic`: the screen as modules and as one script. */
export async function writeFolderForm(
  out: string,
  { hosted, classic, source }: { hosted: string; classic: string; source: ByteSource },
): Promise<void> {
  const folder = path.join(out, 'folder');
  const pieces = path.join(folder, 'pieces');
  await mkdir(pieces, { recursive: true });
  for (const name of ['screen.js', 'style.css']) await cp(path.join(classic, name), path.join(folder, name));
  await writeFile(path.join(folder, 'type.css'), await typeSheet(path.join(hosted, 'assets')));
  const said = JSON.stringify({ bytes: source.size, pieceBytes: PIECE_BYTES });
  await writeFile(path.join(folder, 'recording.js'), `globalThis.onescreenFolder = ${said};\n`);
  for (let at = 0, piece = 0; at < source.size; at += PIECE_BYTES, piece++) {
    const bytes = await source.read(at, Math.min(PIECE_BYTES, source.size - at));
    const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
    await writeFile(path.join(pieces, pieceName(piece)), `onescreenPiece('${base64}');\n`);
  }
}

/** The regular Chinese type with its files inside. */
async function typeSheet(assets: string): Promise<string> {
  const sheet = (await readdir(assets)).find((name) => /^fonts-.*\.css$/.test(name));
  if (sheet === undefined) throw new Error('the built screen has no type');
  const faces = (await readFile(path.join(assets, sheet), 'utf8')).match(WEIGHT) ?? [];
  const inside = faces.map(async (face) => {
    const file = FONT_FILE.exec(face)?.[1];
    if (file === undefined) return face;
    const bytes = await readFile(path.join(assets, file));
    return face.replace(FONT_FILE, `url(data:font/woff2;base64,${bytes.toString('base64')})`);
  });
  return (await Promise.all(inside)).join('\n');
}
