// A real Chromium for the tests: `CHROMIUM_PATH`, else the one shipped inside a package (linux x64), else a system Chrome.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { projectRoot } from '../../scripts/run.ts';

const args = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];

/** WebGL2 by software. */
const withMap = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist'];
/** No WebGL, and the page painted without the detour over it. */
const withoutMap = ['--disable-gpu', '--disable-3d-apis'];

const systemPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** Path of a Chromium. Throws one clear line when there is none. */
async function executablePath(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  if (process.platform === 'linux' && process.arch === 'x64') return unpackedChromium();
  const found = systemPlaces.find((place) => existsSync(place));
  if (found) return found;
  throw new Error('no Chromium found: set CHROMIUM_PATH to a Chrome or Chromium to run the browser tests');
}

/** Where the package's Chromium lies unpacked: whole, or not there at all. */
const unpacked = path.join(projectRoot, '.cache', 'chromium');

async function unpackedChromium(): Promise<string> {
  if (!existsSync(unpacked)) await unpack();
  process.env.LD_LIBRARY_PATH = path.join(unpacked, 'al2023', 'lib');
  process.env.FONTCONFIG_PATH = path.join(unpacked, 'fontconfig');
  return path.join(unpacked, 'chromium');
}

/** Unpacks beside its place and moves it there when it is whole: two test files may begin at once, and one of them must not start what the other is still writing. */
async function unpack(): Promise<void> {
  await mkdir(path.dirname(unpacked), { recursive: true });
  const making = await mkdtemp(`${unpacked}-`);
  // Makes the package bring its own libraries, which bare machines lack.
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = making;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
    await nameFonts(making);
    await rename(making, unpacked);
  } catch (problem) {
    await rm(making, { recursive: true, force: true });
    if (!existsSync(unpacked)) throw problem;
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}

/**
 * The package's own list of font folders has only places of its makers' machines. A Chromium that finds no font at all ends itself at the
 * first text, so it is told where the package's font will lie, and the system's.
 */
async function nameFonts(making: string): Promise<void> {
  await mkdir(path.join(making, 'fontconfig'));
  const folders = [path.join(unpacked, 'fonts'), '/usr/share/fonts'].map((place) => `<dir>${place}</dir>`).join('');
  const kept = `<cachedir>${path.join(unpacked, 'fontconfig', 'cache')}</cachedir>`;
  const list = `<?xml version="1.0"?><fontconfig>${folders}${kept}</fontconfig>\n`;
  await writeFile(path.join(making, 'fontconfig', 'fonts.conf'), list);
}

const launch = async (more: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: await executablePath(), args: [...args, ...more] });

/** Software WebGL2 draws slowly: wait for states, never for frames per second. */
export const launchChromium = (): Promise<Browser> => launch(withMap);

/** For tests that are not about the map: drawn by software it would take most of the machine from what they look at. */
export const launchWithoutMap = (): Promise<Browser> => launch(withoutMap);
