// Recordings over HTTP: read piece by piece, noted, named, deleted, taken out as a file and in again.
import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import type { MomentColumns } from '@onescreen/shared/log';
import { addMoment, createMoments, decodeSegment, MOMENT_KINDS } from '@onescreen/shared/log';
import type { Person } from '@onescreen/shared/people';
import type { Batch } from '@onescreen/shared/protocol';
import { encodeBatch } from '@onescreen/shared/protocol';
import type { ByteSource, RunNote, ServedRecording } from '@onescreen/shared/recordings';
import { nameEntry, openRecording, parseServed, readBlockLog, recordingOfRun } from '@onescreen/shared/recordings';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatPeople, PEOPLE_FILE } from '../../../server/src/auth/peopleFile.ts';
import { hashOf } from '../../../server/src/auth/tokens.ts';
import { nodeTools } from '../../../server/src/recordings/pack.ts';
import { batchOf, infoOf, STEP_TICKS } from '../../system/consoleKit.ts';
import { HOST, type HttpKit, OPERATOR_TOKEN, openHttpKit } from './httpKit.ts';

const people: Person[] = [
  { name: 'wang', role: 'dispatcher', area: '310107' },
  { name: 'li', role: 'intake', area: '310000' },
  { name: 'zhao', role: 'supervisor', area: '310000' },
  { name: 'sun', role: 'supervisor', area: '310107' },
];

/** Past the first block of two hours, and into a segment: in batches of a minute, so that there are few commits. */
const MINUTES = 127;
const LAST = MINUTES * 60 - 1;

function minuteOf(run: string, seq: number): Batch {
  const steps = Array.from({ length: 60 / STEP_TICKS }, (_, i) => batchOf(run, (seq - 1) * (60 / STEP_TICKS) + i + 1));
  return {
    ...steps[0]!,
    seq,
    toTick: steps.at(-1)!.toTick,
    samples: {
      ticks: Uint32Array.from(steps.flatMap(({ samples }) => [...samples.ticks])),
      series: Uint16Array.from(steps.flatMap(({ samples }) => [...samples.series])),
      quanta: Int32Array.from(steps.flatMap(({ samples }) => [...samples.quanta])),
    },
    signals: steps.flatMap(({ signals }) => signals),
  };
}

let kit: HttpKit;
const cookies = new Map<string, string>();
beforeAll(async () => {
  kit = await openHttpKit();
  const list = people.map((one) => ({ ...one, tokenHash: hashOf(`token of ${one.name}`) }));
  await writeFile(path.join(kit.folder, PEOPLE_FILE), formatPeople(list));
  const { stage } = kit.options;
  await stage.announce(infoOf('OLD'), 'id: normal-day');
  await stage.take(batchOf('OLD', 1), encodeBatch(batchOf('OLD', 1)));
  stage.asked('user:wang');
  await stage.announce(infoOf('R1'));
  for (let seq = 1; seq <= MINUTES; seq++) await stage.take(minuteOf('R1', seq), encodeBatch(minuteOf('R1', seq)));
  for (const { name } of people) cookies.set(name, await cookieOf(`token of ${name}`));
  cookies.set('operator', await cookieOf(OPERATOR_TOKEN));
}, 60_000);
afterAll(() => kit.close());

async function cookieOf(token: string): Promise<string> {
  const answer = await kit.signIn({ token });
  return String(answer.headers['set-cookie']).split(';')[0]!;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const ask = (method: Method, url: string, who: string | null, payload?: object | Buffer, type?: string) =>
  kit.http.inject({
    method,
    url,
    headers: {
      host: HOST,
      ...(who === null ? {} : { cookie: cookies.get(who)! }),
      ...(type === undefined ? {} : { 'content-type': type }),
    },
    ...(payload === undefined ? {} : { payload }),
  });
const bring = (who: string | null, bytes: Uint8Array) =>
  ask('POST', '/api/runs/file', who, Buffer.from(bytes), 'application/octet-stream');
const fileOf = async (run: string): Promise<Buffer> => (await kit.get(`/api/runs/${run}/file`)).rawPayload;

const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.subarray(offset, offset + length),
  close: async () => undefined,
});
const servedRun = async (run: string): Promise<ServedRecording> =>
  parseServed((await kit.get(`/api/runs/${run}/recording`)).rawPayload);
const pieces = {
  async read(digest: string, offset: number, length: number) {
    const answer = await kit.get(`/api/pieces/${digest}`, { range: `bytes=${offset}-${offset + length - 1}` });
    return answer.statusCode === 206 ? new Uint8Array(answer.rawPayload) : null;
  },
  close: async () => undefined,
};

describe('a run that is being recorded', () => {
  test('says what is finished and what is open, and its parts are read by their content', async () => {
    const served = await servedRun('R1');
    expect(served).toMatchObject({ state: 'open', parent: null, header: { simulated: true, info: infoOf('R1') } });
    expect(served.index.segments.map(({ toTick }) => toTick).slice(-2)).toEqual([7199, 7499]);
    expect(served.index.tracks.map(({ fromTick, toTick }) => [fromTick, toTick])).toEqual([[0, 7199]]);
    expect(served.open).toEqual({ index: served.index.segments.length, fromTick: 7500, toTick: LAST });
    const recording = recordingOfRun(served, pieces, nodeTools);
    expect(decodeSegment(await recording.payload(3)).header).toMatchObject({ index: 3, fromTick: 900 });
    const log = await readBlockLog(recording, 0);
    expect(log.map(({ seq }) => seq)).toEqual(Array.from({ length: log.length }, (_, i) => i + 1));
    expect(log).toEqual((await kit.store.entriesAfter('R1', 0, 100_000)).filter(({ tick }) => tick < 7200));
  });

  test('gives the open segment as it stands, and stores it nowhere', async () => {
    const answer = await kit.get('/api/runs/R1/segments/open');
    expect(answer.headers).toMatchObject({
      'onescreen-from': '7500',
      'onescreen-to': String(LAST),
      'cache-control': 'no-store',
    });
    const segment = decodeSegment(inflateSync(answer.rawPayload));
    expect(segment.header).toMatchObject({ fromTick: 7500, toTick: LAST });
    expect(segment.records.at(-1)!.tick).toBe(LAST);
  });

  test('has a past of a point a minute, from blocks and from what is open', async () => {
    const { ticks, series } = await kit.json<{ ticks: number[]; series: Record<string, (number | null)[]> }>(
      '/api/runs/R1/history?area=310118107',
    );
    expect(ticks).toEqual(Array.from({ length: Math.floor((LAST + 1) / 60) }, (_, k) => k * 60 + 59));
    const known = Object.values(series).filter((column) => column.at(-1) !== null);
    expect(known.length).toBe(3);
    for (const column of known) expect(column.every((quantum) => typeof quantum === 'number')).toBe(true);
    const part = await kit.json<{ ticks: number[] }>('/api/runs/R1/history?area=310000&from=7000&to=7300');
    expect(part.ticks).toEqual([7019, 7079, 7139, 7199, 7259]);
  });

  test('tells its moments as the fold of its log', async () => {
    const moments = createMoments();
    for (const entry of await kit.store.entriesAfter('R1', 0, 100_000)) addMoment(moments, entry);
    const answer = await kit.json<{ tick: number; seq: number; moments: MomentColumns }>('/api/runs/R1/moments');
    expect(answer).toEqual({ run: 'R1', tick: LAST, seq: moments.seq, moments: moments.columns });
    expect(new Set(answer.moments.kinds)).toEqual(
      new Set((['alarm', 'phase'] as const).map((kind) => MOMENT_KINDS.indexOf(kind))),
    );
  });
});

describe('a piece', () => {
  const range = async (asked: string, headers: Record<string, string> = {}) => {
    const { storedDigest } = (await servedRun('R1')).index.segments[0]!;
    return kit.get(`/api/pieces/${storedDigest}`, { range: asked, ...headers });
  };

  test('is given in part', async () => {
    const { storedDigest, storedBytes } = (await servedRun('R1')).index.segments[0]!;
    const whole = (await kit.get(`/api/pieces/${storedDigest}`)).rawPayload;
    expect(whole.length).toBe(storedBytes);
    for (const [asked, from, to] of [
      ['bytes=0-9', 0, 10],
      ['bytes=100-', 100, storedBytes],
      ['bytes=-20', storedBytes - 20, storedBytes],
      ['bytes=5-9999999', 5, storedBytes],
    ] as const) {
      const answer = await range(asked);
      expect(answer.statusCode).toBe(206);
      expect(answer.headers['content-range']).toBe(`bytes ${from}-${to - 1}/${storedBytes}`);
      expect(answer.rawPayload.equals(whole.subarray(from, to))).toBe(true);
    }
  });

  test.each(['bytes=a-b', 'bytes=1-2,5-6', 'lines=0-1', 'bytes=9-3', 'bytes=-'])(
    'asked for %s is given whole',
    async (asked) => {
      expect((await range(asked)).statusCode).toBe(200);
    },
  );

  test('of which nothing is left is refused with its size', async () => {
    const answer = await range('bytes=99999999-');
    expect(answer.statusCode).toBe(416);
    expect(answer.headers['content-range']).toMatch(/^bytes \*\/\d+$/);
    expect(answer.headers['cache-control']).toBeUndefined();
  });

  test('that is not what the caller had is given whole', async () => {
    expect((await range('bytes=0-9', { 'if-range': '"another"' })).statusCode).toBe(200);
  });
});

describe('a note', () => {
  const write = (who: string | null, body: object) => ask('POST', '/api/runs/R1/notes', who, body);

  test('is left by whoever is signed in and read by everybody', async () => {
    expect((await write(null, { tick: 5, text: 'x' })).statusCode).toBe(401);
    const answer = await write('wang', { tick: 60, toTick: 120, text: ' 第一处积水 ' });
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toEqual({
      id: expect.any(String),
      tick: 60,
      toTick: 120,
      author: 'wang',
      text: '第一处积水',
    });
    const { notes } = await kit.json<{ notes: RunNote[] }>('/api/runs/R1/notes');
    expect(notes).toEqual([answer.json()]);
    expect((await servedRun('R1')).index.notes).toEqual(notes);
    expect(await kit.json('/api/runs/R1')).toMatchObject({ notes: 1 });
  });

  test('is changed and taken away by its author, and by a supervisor', async () => {
    const { id } = (await write('wang', { tick: 7, text: 'mine' })).json() as RunNote;
    const url = `/api/runs/R1/notes/${id}`;
    expect((await ask('PUT', url, 'li', { text: 'other' })).statusCode).toBe(403);
    expect((await ask('PUT', url, 'wang', { text: 'again' })).json()).toMatchObject({
      id,
      text: 'again',
      author: 'wang',
    });
    expect((await ask('PUT', url, 'zhao', { text: 'in order' })).json()).toMatchObject({
      text: 'in order',
      author: 'wang',
    });
    expect((await ask('DELETE', url, 'li')).statusCode).toBe(403);
    expect((await ask('DELETE', url, 'zhao')).statusCode).toBe(204);
    expect((await ask('DELETE', url, 'wang')).statusCode).toBe(404);
  });

  test.each([
    { tick: -1, text: 'x' },
    { tick: 1 },
    { tick: 1, text: '  ' },
    { tick: 9, toTick: 3, text: 'x' },
    { tick: 1, text: 'a\nb' },
  ])('like %j is refused', async (body) => {
    expect((await write('wang', body)).statusCode).toBe(400);
  });
});

describe('the list of runs', () => {
  test('says who began a run, when, its size and its totals', async () => {
    const { runs } = await kit.json<{ runs: Record<string, unknown>[] }>('/api/runs');
    expect(runs.find(({ run }) => run === 'R1')).toMatchObject({
      by: 'user:wang',
      name: null,
      kept: false,
      parent: null,
    });
    const old = runs.find(({ run }) => run === 'OLD')!;
    expect(old).toMatchObject({ by: null, totals: { ticks: STEP_TICKS, entries: 6, cases: 0, closed: 0 } });
    expect(old.createdMs).toBe(1000);
    expect(old.bytes).toBeGreaterThan(1000);
    expect(old).not.toHaveProperty('scenarioText');
  });

  test('is put in order by whom the table allows, for the whole city', async () => {
    const name = { name: '第一次' };
    expect((await ask('PATCH', '/api/runs/OLD', null, name)).statusCode).toBe(401);
    expect((await ask('PATCH', '/api/runs/OLD', 'wang', name)).statusCode).toBe(403);
    expect((await ask('PATCH', '/api/runs/OLD', 'sun', name)).statusCode).toBe(403);
    expect((await ask('PATCH', '/api/runs/OLD', 'zhao', name)).json()).toMatchObject({
      run: 'OLD',
      name: '第一次',
      kept: false,
    });
    expect((await ask('PATCH', '/api/runs/OLD', 'zhao', { kept: true })).json()).toMatchObject({
      name: '第一次',
      kept: true,
    });
    expect((await ask('PATCH', '/api/runs/OLD', 'zhao', { name: null })).json()).toMatchObject({
      name: null,
      kept: true,
    });
    expect((await ask('PATCH', '/api/runs/OLD', 'zhao', { state: 'open' })).statusCode).toBe(400);
    expect((await ask('DELETE', '/api/runs/OLD', 'zhao')).statusCode).toBe(403);
    expect((await ask('DELETE', '/api/runs/R1', 'operator')).json()).toMatchObject({
      status: 409,
      type: 'urn:onescreen:run-in-use',
    });
  });
});

describe('a file', () => {
  test('of a run that has ended comes back as a run that is the same but for its name, and can be deleted', async () => {
    const bytes = await fileOf('OLD');
    const recording = await openRecording(sourceOf(bytes), nodeTools);
    expect(recording.header).toMatchObject({ scenarioText: 'id: normal-day', info: infoOf('OLD') });
    const answer = await bring('zhao', bytes);
    expect(answer.statusCode).toBe(201);
    expect(answer.json()).toMatchObject({
      run: 'OLD-2',
      by: 'user:zhao',
      state: 'stopped',
      digest: recording.index.digest,
      engine: expect.any(Number),
    });
    const [old, taken] = await Promise.all(['OLD', 'OLD-2'].map((run) => kit.store.entriesAfter(run, 0, 100)));
    expect(taken).toEqual(old!.map((entry) => nameEntry(entry, 'OLD-2')));
    const again = await openRecording(sourceOf(await fileOf('OLD-2')), nodeTools);
    const { headerDigest: _, ...index } = again.index;
    expect(index.segments.map(({ storedDigest }) => storedDigest)).toEqual(
      recording.index.segments.map(({ storedDigest }) => storedDigest),
    );
    expect(index.tracks.map(({ storedDigest }) => storedDigest)).toEqual(
      recording.index.tracks.map(({ storedDigest }) => storedDigest),
    );
    expect((await ask('DELETE', '/api/runs/OLD-2', 'operator')).statusCode).toBe(204);
    expect((await kit.get('/api/runs/OLD-2')).statusCode).toBe(404);
    while (await kit.store.tidy());
    expect((await fileOf('OLD')).equals(bytes)).toBe(true);
  });

  test('of a run that is being recorded goes up to now, with its notes, and is whole', async () => {
    const answer = await kit.get('/api/runs/R1/file');
    expect(answer.headers['content-disposition']).toBe('attachment; filename="R1.onescreen"');
    const recording = await openRecording(sourceOf(answer.rawPayload), nodeTools);
    expect(recording.index.totals.ticks).toBe(LAST + 1);
    expect(recording.index.segments.at(-1)!.toTick).toBe(LAST);
    expect(recording.index.tracks.map(({ toTick }) => toTick)).toEqual([7199, LAST]);
    expect(recording.index.digest).toBe(kit.options.stage.platform!.digest());
    expect(recording.index.notes.length).toBeGreaterThan(0);
    expect((await bring('zhao', answer.rawPayload)).json()).toMatchObject({
      run: 'R1-2',
      notes: recording.index.notes.length,
    });
  });

  test('is taken from whom the table allows', async () => {
    const bytes = await fileOf('OLD');
    expect((await bring(null, bytes)).statusCode).toBe(401);
    expect((await bring('li', bytes)).statusCode).toBe(403);
    expect((await ask('POST', '/api/runs/file', 'zhao', { not: 'bytes' })).statusCode).toBe(400);
  });

  test('that is damaged, cut off or something else is refused in both languages, and leaves nothing', async () => {
    const bytes = await fileOf('OLD');
    const flipped = Uint8Array.from(bytes);
    const { offset } = (await openRecording(sourceOf(bytes), nodeTools)).index.segments[0]!;
    flipped[offset + 9]! ^= 1;
    for (const [given, name] of [
      [flipped, 'recording-segment-damaged'],
      [bytes.subarray(0, 900), 'recording-truncated'],
      [Buffer.from('PK: not a recording'), 'recording-not-a-recording'],
    ] as const) {
      const answer = await bring('zhao', given);
      expect(answer.json()).toMatchObject({
        status: 422,
        type: `urn:onescreen:${name}`,
        zh: expect.stringMatching(/录制/),
        detail: expect.any(String),
      });
    }
    expect((await kit.store.runs()).map(({ run }) => run)).not.toContain('OLD-3');
    expect(existsSync(kit.options.importDir) ? readdirSync(kit.options.importDir) : []).toEqual([]);
  });

  test('that is larger than allowed is refused before it is read', async () => {
    const answer = await bring('zhao', new Uint8Array(4_000_001));
    expect(answer.json()).toMatchObject({ status: 413, type: expect.stringMatching(/too-large|malformed/) });
  });
});
