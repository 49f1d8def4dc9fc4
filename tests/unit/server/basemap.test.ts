// An organisation's own ground under the map: how it is named, and that the page is opened for exactly that.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PMTiles } from 'pmtiles';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBasemap } from '../../../server/src/basemap.ts';
import { readConfig } from '../../../server/src/config.ts';
import { createHttp } from '../../../server/src/http/app.ts';
import { tinyPmtiles } from './basemapKit.ts';
import { HOST, openHttpKit } from './httpKit.ts';

const STYLE = 'https://maps.city.example/style.json?key=1';
let folder: string;
let file: string;
let kit: Awaited<ReturnType<typeof openHttpKit>>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'onescreen-basemap-'));
  file = path.join(folder, 'city.pmtiles');
  await writeFile(file, tinyPmtiles('© the city'));
  await writeFile(path.join(folder, 'wrong.pmtiles'), 'no tiles in here');
  kit = await openHttpKit();
});
afterAll(async () => {
  await kit.close();
  await rm(folder, { recursive: true, force: true });
});

/** A door with this base map, and how to ask it. */
async function doorWith(basemap: string) {
  const http = await createHttp({ ...kit.options, basemap: readBasemap(basemap) });
  const get = (url: string, headers: Record<string, string> = {}) =>
    http.inject({ url, headers: { host: HOST, ...headers } });
  return { get, close: () => http.close() };
}

describe('the setting', () => {
  test('is a file of tiles or the address of a style; none by default', () => {
    expect(readConfig([], {}).basemap).toBeNull();
    expect(readConfig([], { ONESCREEN_BASEMAP: '' }).basemap).toBeNull();
    expect(readConfig(['--basemap', file], {}).basemap).toMatchObject({ kind: 'pmtiles', file });
    expect(readConfig(['--basemap', STYLE], { ONESCREEN_BASEMAP: file }).basemap).toEqual({
      kind: 'style',
      url: STYLE,
      origin: 'https://maps.city.example',
    });
    expect(readBasemap('http://127.0.0.1:8080/style.json')).toMatchObject({ origin: 'http://127.0.0.1:8080' });
  });

  test.each([
    ['city.mbtiles', /neither a .pmtiles file nor the https address/],
    ['nowhere.pmtiles', /cannot be read/],
    ['wrong.pmtiles', /no PMTiles file of version 3/],
    ['http://maps.city.example/style.json', /is not the address of a style/],
    ['ftp://maps.city.example/style.json', /is not the address of a style/],
    ['https://who:secret@maps.city.example/style.json', /is not the address of a style/],
  ])('%s is refused in one sentence', (text, sentence) => {
    const value = text.endsWith('.pmtiles') ? path.join(folder, text) : text;
    expect(() => readConfig(['--basemap', value], {})).toThrow(sentence);
  });
});

describe('a style of another origin', () => {
  test('opens the page to that origin alone, for tiles and pictures, and never for scripts', async () => {
    const door = await doorWith(STYLE);
    const policy = String((await door.get('/')).headers['content-security-policy']);
    const rule = (name: string) => policy.split(';').find((one) => one.trim().startsWith(name)) ?? '';
    expect(rule('connect-src')).toContain('https://maps.city.example');
    expect(rule('img-src')).toContain('https://maps.city.example');
    expect(rule('script-src').trim()).toBe("script-src 'self'");
    expect(policy.match(/https:/g)).toHaveLength(2);
    expect((await door.get('/onescreen.json')).json()).toEqual({
      recording: null,
      basemap: { kind: 'style', url: STYLE },
    });
    expect((await door.get('/basemap.pmtiles')).statusCode).toBe(404);
    await door.close();
  });
});

describe('a file of tiles', () => {
  test('is served in parts, from this server, without opening the page to anything', async () => {
    const door = await doorWith(file);
    const part = await door.get('/basemap.pmtiles', { range: 'bytes=0-6' });
    expect(part.statusCode).toBe(206);
    expect(part.body).toBe('PMTiles');
    expect((await door.get('/basemap.pmtiles', { range: 'bytes=9999999-' })).statusCode).toBe(416);
    expect((await door.get('/basemap.pmtiles')).rawPayload).toHaveLength(tinyPmtiles('© the city').length);
    expect(String((await door.get('/')).headers['content-security-policy'])).not.toContain('http');
    expect((await door.get('/onescreen.json')).json()).toEqual({
      recording: null,
      basemap: { kind: 'pmtiles', url: 'basemap.pmtiles' },
    });
    await door.close();
  });

  test('can be read by the library that the screen reads it with, through those parts', async () => {
    const door = await doorWith(file);
    const tiles = new PMTiles({
      getKey: () => 'file',
      async getBytes(offset: number, length: number) {
        const { rawPayload } = await door.get('/basemap.pmtiles', { range: `bytes=${offset}-${offset + length - 1}` });
        return { data: new Uint8Array(rawPayload).buffer };
      },
    });
    expect(await tiles.getMetadata()).toMatchObject({ attribution: '© the city' });
    const tile = await tiles.getZxy(0, 0, 0);
    expect(Buffer.from(tile!.data).toString('latin1')).toContain('water');
    await door.close();
  });
});
