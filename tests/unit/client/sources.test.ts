// Where a recording's bytes come from without a server: hosts that serve parts and hosts that do not, files, and folders of scripts.
import { toBase64 } from '@onescreen/shared/protocol';
import { describe, expect, test } from 'vitest';
import { addressSource } from '../../../client/src/backend/sources/addressSource.ts';
import { blobSource } from '../../../client/src/backend/sources/blobSource.ts';
import { folderSource } from '../../../client/src/backend/sources/folderSource.ts';
import { whenceOf } from '../../../client/src/backend/whence.ts';

const content = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7) % 251);
const URL_OF = 'http://host/a.onescreen';

/** A web host. `parts`: whether it serves parts. */
function host(parts: boolean, bytes = content) {
  const asked: string[] = [];
  return {
    asked,
    async fetch(_url: string, init?: RequestInit): Promise<Response> {
      const range = new Headers(init?.headers).get('range');
      asked.push(range ?? 'whole');
      const found = /bytes=(\d+)-(\d+)/.exec(range ?? '');
      if (!parts || found === null) return new Response(bytes, { headers: { 'content-length': String(bytes.length) } });
      const [from, to] = [Number(found[1]), Math.min(Number(found[2]), bytes.length - 1)];
      return new Response(bytes.slice(from, to + 1), {
        status: 206,
        headers: { 'content-range': `bytes ${from}-${to}/${bytes.length}` },
      });
    },
  };
}

describe('an address', () => {
  test('of a host that serves parts is read in parts', async () => {
    const { fetch, asked } = host(true);
    const source = await addressSource(URL_OF, fetch);
    expect(source.size).toBe(5000);
    expect(await source.read(4990, 100)).toEqual(content.slice(4990));
    expect(await source.read(6000, 10)).toEqual(new Uint8Array(0));
    expect(asked).toEqual(['bytes=0-0', 'bytes=4990-4999']);
  });

  test('of a host that serves no parts is fetched whole, once', async () => {
    const { fetch, asked } = host(false);
    const source = await addressSource(URL_OF, fetch);
    expect(await source.read(10, 20)).toEqual(content.slice(10, 30));
    expect(await source.read(100, 20)).toEqual(content.slice(100, 120));
    expect(asked).toHaveLength(1);
  });

  test('where nothing is, or nobody, is said by name', async () => {
    await expect(addressSource(URL_OF, async () => new Response('', { status: 404 }))).rejects.toMatchObject({
      code: 'missing',
    });
    await expect(addressSource(URL_OF, () => Promise.reject(new Error('network')))).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  test('of ten gigabytes from a host that serves no parts is not fetched', async () => {
    const huge = async () => new Response('x', { headers: { 'content-length': String(10e9) } });
    await expect(addressSource(URL_OF, huge)).rejects.toMatchObject({ code: 'too-large' });
  });

  test('whose content was changed meanwhile is not read on', async () => {
    let bytes = content;
    const source = await addressSource(URL_OF, (url, init) => host(true, bytes).fetch(url, init));
    bytes = content.slice(0, 4000);
    await expect(source.read(0, 10)).rejects.toMatchObject({ code: 'changed' });
  });
});

test('a file gives any part of itself', async () => {
  const source = blobSource(new Blob([content]));
  expect(await source.read(4999, 10)).toEqual(content.slice(4999));
});

test('a folder of scripts gives any part, and keeps no more of it than it must', async () => {
  const pieceBytes = 100;
  const run: string[] = [];
  const source = folderSource({ base: 'file:///x/pieces/', bytes: content.length, pieceBytes }, (url) => {
    run.push(url);
    const piece = Number(/(\d{6})\.js$/.exec(url)![1]);
    if (piece === 40) throw new Error('no such file');
    return toBase64(content.slice(piece * pieceBytes, (piece + 1) * pieceBytes));
  });
  expect(await source.read(250, 300)).toEqual(content.slice(250, 550));
  expect(run).toHaveLength(4);
  await source.read(300, 50);
  expect(run).toHaveLength(4);
  for (let at = 600; at < 3000; at += pieceBytes) await source.read(at, 10);
  await source.read(250, 10);
  expect(run.filter((url) => url.endsWith('000002.js'))).toHaveLength(2);
  await expect(source.read(4000, 10)).rejects.toMatchObject({ code: 'missing' });
});

describe('a page is started with', () => {
  const page = (search: string, beside: unknown, folder?: object) =>
    ({
      document: { baseURI: 'http://host/demo/' },
      location: { search },
      onescreenFolder: folder,
      fetch: async () => (beside === null ? new Response('<!doctype html>') : new Response(JSON.stringify(beside))),
    }) as unknown as Window & typeof globalThis;

  test('a server, which shows the screen at every address that it does not know', async () => {
    expect(await whenceOf(page('', null))).toEqual({ kind: 'server' });
  });
  test('the recording that its address names', async () => {
    expect(await whenceOf(page('?recording=x/day.onescreen', { recording: 'other' }))).toEqual({
      kind: 'recording',
      place: { kind: 'address', url: 'http://host/demo/x/day.onescreen' },
    });
  });
  test('the recording that lies beside it', async () => {
    expect(await whenceOf(page('', { recording: 'day.onescreen' }))).toMatchObject({
      place: { url: 'http://host/demo/day.onescreen' },
    });
    expect(await whenceOf(page('', { recording: 7 }))).toEqual({ kind: 'server' });
  });
  test('the pieces that came with it as a folder', async () => {
    expect(await whenceOf(page('', null, { bytes: 9, pieceBytes: 4 }))).toEqual({
      kind: 'recording',
      place: { kind: 'folder', folder: { bytes: 9, pieceBytes: 4, base: 'http://host/demo/folder/pieces/' } },
    });
  });
});
