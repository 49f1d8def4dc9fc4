// A real Chromium for the tests: `CHROMIUM_PATH`, else the one shipped inside a package (linux x64), else a system Chrome.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
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

/** Unpacks once into the project's cache. The variables make the package bring its own libraries, which bare machines lack. */
async function unpackedChromium(): Promise<string> {
  const cache = path.join(projectRoot, '.cache', 'chromium');
  await mkdir(cache, { recursive: true });
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs20.x';
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = cache;
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    const executable = await packaged.executablePath();
    await nameFonts(cache);
    return executable;
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}

/**
 * The package's own list of font folders has only places of its makers' machines. A Chromium that finds no font at all ends itself at the
 * first text, so it is told where the package's font lies, and the system's.
 */
async function nameFonts(cache: string): Promise<void> {
  const folder = path.join(cache, 'fontconfig');
  await mkdir(folder, { recursive: true });
  const folders = [path.join(cache, 'fonts'), '/usr/share/fonts'].map((place) => `<dir>${place}</dir>`).join('');
  const kept = `<cachedir>${path.join(folder, 'cache')}</cachedir>`;
  await writeFile(path.join(folder, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${folders}${kept}</fontconfig>\n`);
  process.env.FONTCONFIG_PATH = folder;
}

const launch = async (more: readonly string[]): Promise<Browser> =>
  chromium.launch({ executablePath: await executablePath(), args: [...args, ...more] });

/** Software WebGL2 draws slowly: wait for states, never for frames per second. */
export const launchChromium = (): Promise<Browser> => launch(withMap);

/** For tests that are not about the map: drawn by software it would take most of the machine from what they look at. */
export const launchWithoutMap = (): Promise<Browser> => launch(withoutMap);
