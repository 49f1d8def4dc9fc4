// A bundle plays without any server of ours: from a plain static host, without parts even, and opened from its folder.
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleRecording } from '../../scripts/headless/bundleCommand.ts';
import { runToFile } from '../../scripts/headless/runCommand.ts';
import { launchWithoutMap } from './chromium.ts';
import { textOf } from './page.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
let folder: string;
let file: string;
let demo: string;
let browser: Browser;
let host: Server;
let url: string;

/** The simplest host there is: whole files, no parts, no headers of its own. */
function serve(root: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const target = path.join(root, pathname === '/' ? 'index.html' : pathname);
    stat(target).then(
      ({ size }) => {
        const type = TYPES[path.extname(target)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'content-length': size });
        createReadStream(target).pipe(response);
      },
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'onescreen-bundle-'));
  file = path.join(folder, 'storm.onescreen');
  demo = path.join(folder, 'demo');
  await runToFile({ scenario: 'cloudburst', seed: 7, hours: 0.75, density: 1, policy: 'nearest', out: file });
  await bundleRecording(file, { out: demo, force: false });
  host = await serve(demo);
  url = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  browser = await launchWithoutMap();
});
afterAll(async () => {
  await browser?.close();
  host?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Opened {
  page: Page;
  problems: string[];
  /** Addresses that the page asked for elsewhere. */
  strays: string[];
}

/** Opens a page that reaches nothing but what begins with `within`. */
async function open(address: string, within: string): Promise<Opened> {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(120_000);
  const problems: string[] = [];
  const strays: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.route('**/*', (route) => {
    const wanted = route.request().url();
    if (wanted.startsWith(within) || wanted.startsWith('blob:') || wanted.startsWith('data:')) return route.continue();
    strays.push(wanted);
    return route.abort();
  });
  await page.goto(address);
  return { page, problems, strays };
}

const waitForTick = (page: Page, least: number): Promise<unknown> =>
  page.waitForFunction((from) => Number(new URL(location.href).searchParams.get('t')) >= from, least);

async function playsAndSeeks(page: Page): Promise<void> {
  await waitForTick(page, 120);
  await page.keyboard.press('Space');
  await page.keyboard.press('End');
  await waitForTick(page, 2699);
  expect(await textOf(page, 'mode')).toMatch(/回放|REPLAY/);
  await page.keyboard.press('Home');
  await page.waitForFunction(() => new URL(location.href).searchParams.get('t') === '0');
}

async function opensBoards(page: Page): Promise<void> {
  await page.keyboard.press('End');
  await waitForTick(page, 2699);
  await page.keyboard.press('b');
  await page.getByTestId('kpi-closing-rate').waitFor();
  await page.getByTestId('board-tab-runs').click();
  await page.getByTestId('run-line').waitFor();
  expect(await page.getByTestId('run-line').count()).toBe(1);
}

describe('a bundle on a plain web host', () => {
  test('plays, seeks and opens its boards, and asks nobody else for anything', async () => {
    const { page, problems, strays } = await open(url, url);
    await playsAndSeeks(page);
    await opensBoards(page);
    expect(strays).toEqual([]);
    expect(problems).toEqual([]);
    await page.close();
  });

  test('has links: the same address shows the same second', async () => {
    const { page, problems } = await open(`${url}/?t=1234&run=cloudburst-s7-headless&lang=en&look=calm`, url);
    await page.getByTestId('sim-clock').filter({ hasText: '16:50:34' }).waitFor();
    await page.waitForFunction(() => new URL(location.href).searchParams.get('t') === '1234');
    expect(problems).toEqual([]);
    await page.close();
  });

  test('plays a file that is opened by hand, and says in words when it is none', async () => {
    const { page } = await open(`${url}/?board=runs&lang=en`, url);
    await page.getByTestId('run-line').first().waitFor();
    await page.getByTestId('runs-open-file').setInputFiles({
      name: 'x.onescreen',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('This is a letter to my aunt, and no recording at all. Yours, W.'),
    });
    await page.getByTestId('notice').filter({ hasText: 'not a One Screen recording' }).waitFor();
    await page.getByTestId('runs-open-file').setInputFiles(file);
    await page.getByTestId('run-line').nth(1).waitFor();
    await page.close();
  });
});

test('a bundle opened from its folder plays, seeks and opens its boards', async () => {
  const address = pathToFileURL(path.join(demo, 'index.html')).href;
  const { page, problems, strays } = await open(address, pathToFileURL(demo).href);
  await playsAndSeeks(page);
  await opensBoards(page);
  expect(strays).toEqual([]);
  expect(problems).toEqual([]);
  await page.close();
});

test('a bundle is not written over what is there, but where that is asked for', async () => {
  await expect(bundleRecording(file, { out: demo, force: false })).rejects.toThrow(/not empty/);
});
