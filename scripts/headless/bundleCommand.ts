// `onescreen bundle`: a folder with the screen and one recording in it, for any static web host or to be opened as it is.
import { cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileSource, readRecording } from '../../server/src/recordings/file.ts';
import { buildClient, buildFolderClient } from '../buildClient.ts';
import { writeFolderForm } from './bundle/folderForm.ts';
import { bundlePage } from './bundle/page.ts';
import { UserError } from './errors.ts';

export interface BundleOptions {
  out: string;
  /** Write into a folder that is not empty. */
  force: boolean;
}

export interface Bundle {
  out: string;
  run: string;
  digest: string;
  bytes: number;
}

/** What a bundle consists of; anything else in its folder is left alone. */
const PARTS = ['index.html', 'start.js', 'onescreen.json', 'assets', 'folder'];

/** Writes the bundle. Throws UserError, RecordingError, or what the file system says. */
export async function bundleRecording(file: string, { out, force }: BundleOptions): Promise<Bundle> {
  const recording = await readRecording(file);
  const { header, index } = recording;
  await recording.close();
  const target = path.resolve(out);
  await makeRoom(target, force);
  const hosted = await buildClient();
  const classic = await buildFolderClient();
  const name = path.basename(file);

  const { page, start } = bundlePage(await readFile(path.join(hosted, 'index.html'), 'utf8'));
  await cp(path.join(hosted, 'assets'), path.join(target, 'assets'), { recursive: true });
  await writeFile(path.join(target, 'index.html'), page);
  await writeFile(path.join(target, 'start.js'), start);
  await writeFile(path.join(target, 'onescreen.json'), `${JSON.stringify({ recording: name })}\n`);
  if (path.resolve(file) !== path.join(target, name)) await cp(file, path.join(target, name));
  const source = await fileSource(file);
  try {
    await writeFolderForm(target, { hosted, classic, source });
  } finally {
    await source.close();
  }
  return { out, run: header.info.run, digest: index.digest, bytes: await sizeOf(target) };
}

/** What to do with a bundle, for the person who made it. */
export const howToOpen = ({ out, bytes }: Bundle): string =>
  [
    `${out} holds the screen and the recording (${(bytes / 1e6).toFixed(1)} MB).`,
    `Open ${path.join(out, 'index.html')} in a browser, or put the folder on any static web host,`,
    `for example: python3 -m http.server --bind 127.0.0.1 --directory ${out} 8080, then http://127.0.0.1:8080`,
  ].join('\n');

async function makeRoom(folder: string, force: boolean): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length === 0) return;
  if (!force) throw new UserError(`the folder ${folder} is not empty: choose another, or add --force to write into it`);
  for (const part of PARTS) await rm(path.join(folder, part), { recursive: true, force: true });
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(path.join(entry.parentPath, entry.name))).size);
  return (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0);
}
