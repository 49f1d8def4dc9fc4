// The `onescreen` command from outside: one run, one digest; and a clear sentence for everything that is wrong.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { indicatorById } from '@onescreen/shared/catalogue';
import { seriesOf } from '@onescreen/shared/city';
import { chainDigest, decodeSegment, encodeSegment, GENESIS_DIGEST } from '@onescreen/shared/log';
import { readHistory } from '@onescreen/shared/recordings';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunResult } from '../../scripts/headless/runCommand.ts';
import { randomToken } from '../../server/src/auth/tokens.ts';
import { readRecording } from '../../server/src/recordings/file.ts';
import { packSegmentSync, sha256Hex } from '../../server/src/recordings/pack.ts';
import { writeRecording } from '../../server/src/recordings/write.ts';
import { startServer } from '../../server/src/server.ts';
import type { Clock } from '../../simulator/src/clock.ts';
import { connectSimulator } from '../../simulator/src/connect.ts';
import { createSimulation } from '../../simulator/src/createSimulation.ts';
import { loadScenario } from '../../simulator/src/scenarios/files.ts';
import { onescreen, startOnescreen } from './headlessCommand.ts';

const HOURS = 0.5;
let folder: string;
let file: string;
let first: RunResult;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'onescreen-headless-'));
  file = path.join(folder, 'xujing.onescreen');
  first = await runXujing(file, 7);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function runXujing(out: string, seed: number, command = onescreen): Promise<RunResult> {
  const { code, result, stderr } = await command(
    'run',
    '--scenario',
    'xujing-day',
    '--seed',
    String(seed),
    '--hours',
    String(HOURS),
    '--out',
    out,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return result as RunResult;
}

/** A clock on which every step is due at once. */
function hurryingClock(): Clock {
  let nowMs = 0;
  return {
    now: () => (nowMs += 60_000),
    after: (_, run) => {
      const soon = setImmediate(run);
      return () => clearImmediate(soon);
    },
  };
}

describe('a run', () => {
  test('twice gives one digest and the same file, another seed another', async () => {
    const again = path.join(folder, 'again.onescreen');
    expect(first).toMatchObject({
      ticks: HOURS * 3600,
      scenario: 'xujing-day',
      seed: 7,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(first.entries).toBeGreaterThan(100);
    expect((await runXujing(again, 7, startOnescreen)).digest).toBe(first.digest);
    expect((await readFile(again)).equals(await readFile(file))).toBe(true);
    expect((await runXujing(path.join(folder, 'other.onescreen'), 8)).digest).not.toBe(first.digest);
  });

  test('has beside its segments a point a minute of every series, the same as the segments say', async () => {
    const recording = await readRecording(file);
    try {
      expect(recording.index.tracks.map(({ fromTick, toTick }) => [fromTick, toTick])).toEqual([[0, HOURS * 3600 - 1]]);
      await recording.tracks(0);
      const at = recording.index.segments.findIndex(({ fromTick }) => fromTick === 900);
      const { city } = decodeSegment(await recording.payload(at));
      for (const [indicator, area] of [
        [indicatorById('tti-surface').index, 0],
        [indicatorById('tti-surface').index, 7],
        [indicatorById('rain-1h').index, 3],
      ] as const) {
        const line = await readHistory(recording, { area, only: indicator }, { fromTick: 0, toTick: HOURS * 3600 });
        expect(line.ticks).toEqual(Array.from({ length: HOURS * 60 }, (_, minute) => minute * 60 + 59));
        expect(Object.values(line.series)[0]![14]).toBe(city.quanta[seriesOf(indicator, area)]);
      }
    } finally {
      await recording.close();
    }
  });

  test('live through sockets is the same to the last byte: the file that the server gives is the headless one', async () => {
    const ingestToken = randomToken();
    const server = await startServer({
      host: '127.0.0.1',
      port: 0,
      dataDir: path.join(folder, 'data'),
      ingestToken,
      operatorToken: randomToken(),
      sessionSecret: randomToken(),
      allowedOrigins: [],
      clientDir: null,
      basemap: null,
      oidc: null,
      logLevel: 'silent',
      keepDays: 30,
      keepBytes: 20e9,
      mostImportBytes: 2e9,
    });
    const simulation = createSimulation({
      run: first.run,
      scenario: loadScenario('xujing-day'),
      seed: 7,
      density: 1,
      policy: 'nearest',
      durationTicks: HOURS * 3600,
    });
    const logger = { info: () => undefined, warn: () => undefined };
    const link = connectSimulator({
      url: server.url,
      token: ingestToken,
      source: 'test',
      simulation,
      start: () => simulation,
      branch: () => simulation,
      again: () => simulation,
      scenarios: [],
      pace: { speed: 600, paused: false },
      clock: hurryingClock(),
      logger,
    });
    const address = `${server.url}/api/runs/${first.run}`;
    const stateNow = async () => ((await (await fetch(address)).json()) as { state?: string }).state;
    await expect.poll(stateNow, { interval: 250 }).toBe('finished');
    const live = Buffer.from(await (await fetch(`${address}/file`)).arrayBuffer());
    link.close();
    await server.close();
    expect(live.equals(await readFile(file))).toBe(true);
  });
});

describe('verify', () => {
  test('accepts a recording', async () => {
    const { code, result } = await onescreen('verify', file);
    expect(code).toBe(0);
    expect(result).toMatchObject({ ok: true, digest: first.digest, firstBadSegment: null, firstDifferingTick: null });
  });

  test('rejects a file with one byte changed and names the first bad segment', async () => {
    const bytes = await readFile(file);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = bytes[at]! ^ 1;
    const damaged = path.join(folder, 'damaged.onescreen');
    await writeFile(damaged, bytes);
    const { code, result, stderr } = await startOnescreen('verify', damaged);
    expect(code).toBe(1);
    expect(result).toMatchObject({ ok: false, firstBadSegment: expect.any(Number) });
    expect(stderr).toMatch(/^segment \d+ \(ticks \d+ to \d+\) is damaged/);
  });
});

describe('verify, given a recording of something else', () => {
  /** The recording with one number changed at a tick, and every hash made to fit. */
  async function tamper(out: string, tick: number): Promise<void> {
    const recording = await readRecording(file);
    const writer = await writeRecording(out, recording.header);
    let chain = GENESIS_DIGEST;
    for (const { index, fromTick, toTick } of recording.index.segments) {
      const segment = decodeSegment(await recording.payload(index));
      const changed = segment.records.find(
        (record) => record.tick >= tick && tick >= fromTick && record.changes.quanta.length > 0,
      );
      if (changed !== undefined) changed.changes.quanta[0]! += 1;
      const payload = encodeSegment(segment);
      const digest = sha256Hex(payload);
      chain = chainDigest(chain, digest);
      await writer.add(packSegmentSync({ index, fromTick, toTick, payload, digest, chain }));
      tick = changed === undefined ? tick : Number.POSITIVE_INFINITY;
    }
    await writer.finish(chain, recording.index.totals);
    await recording.close();
  }

  test('names the first tick that comes out differently', async () => {
    const out = path.join(folder, 'tampered.onescreen');
    await tamper(out, 700);
    const { code, result, stderr } = await onescreen('verify', out);
    expect(code).toBe(1);
    expect(result).toMatchObject({ ok: false, firstBadSegment: null, firstDifferingTick: 700 });
    expect(stderr).toContain('first at tick 700');
  });
});

describe('export', () => {
  test('gives the log as lines of JSON, the first saying that it is simulated', async () => {
    const { code, stdout } = await onescreen('export', file, '--format', 'jsonl');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({
      simulated: true,
      notice: expect.stringContaining('SIMULATED'),
      digest: first.digest,
      entries: first.entries,
    });
    expect(lines.slice(1).map((entry) => entry.seq)).toEqual(Array.from({ length: first.entries }, (_, i) => i + 1));
    expect(lines[1]).toMatchObject({
      run: first.run,
      tick: 0,
      kind: 'run.started',
      info: { run: first.run, scenario: 'xujing-day' },
    });
  });

  test('into a file gives the same', async () => {
    const out = path.join(folder, 'log.jsonl');
    await onescreen('export', file, '--out', out);
    expect((await readFile(out, 'utf8')).trimEnd().split('\n').length).toBe(first.entries + 1);
  });
});

describe('lists', () => {
  test('name the twelve scenarios, as a table and as JSON', async () => {
    const { result: _, stdout } = await onescreen('scenarios', '--json');
    const ids = (JSON.parse(stdout) as { id: string }[]).map((scenario) => scenario.id);
    expect(ids.length).toBe(12);
    const shown = (await onescreen('scenarios')).stdout;
    for (const id of ids) expect(shown).toContain(id);
  });

  test('print the catalogue', async () => {
    const catalogue = JSON.parse((await onescreen('catalogue')).stdout);
    expect([
      catalogue.dimensions.length,
      catalogue.primaries.length,
      catalogue.indicators.length,
      catalogue.caseTypes.length,
    ]).toEqual([6, 73, 183, 52]);
  });
});

describe('wrong input gets one clear sentence and exit code 2', () => {
  test.each([
    ['an unknown scenario', ['run', '--scenario', 'clodburst', '--out', 'x.onescreen'], /did you mean cloudburst/],
    ['an unknown option', ['run', '--sed', '1', '--out', 'x.onescreen'], /unknown option '--sed'[\s\S]*--seed/],
    ['an unknown command', ['verfy', 'x'], /Did you mean verify/],
    ['a seed that is none', ['run', '--seed', '1.5', '--out', 'x.onescreen'], /the seed is a whole number/],
    ['no hours', ['run', '--hours', '0', '--out', 'x.onescreen'], /the length is a number/],
    ['an unknown policy', ['run', '--policy', 'best', '--out', 'x.onescreen'], /nearest/],
    ['no place to write', ['run', '--out', 'no/such/folder/x.onescreen'], /there is no folder/],
    [
      'a file that is not there',
      ['verify', 'no-such.onescreen'],
      /no-such.onescreen cannot be used: there is no such file/,
    ],
    ['a file that is no recording', ['verify', 'package.json'], /not a One Screen recording/],
    ['a file that is no scenario', ['run', '--file', 'package.json', '--out', 'x.onescreen'], /package.json, line \d+/],
  ])('%s', async (_, args, sentence) => {
    const { code, stdout, stderr } = await onescreen(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr.trimEnd().split('\n').length).toBeLessThanOrEqual(2);
  });

  test('a wrong key in an own scenario names the key and the line, and nothing is written', async () => {
    const own = path.join(folder, 'own.yaml');
    await writeFile(
      own,
      'id: own\nzh: 自己的\nen: Own\npicture: day\nstartLocal: 2024-05-14T07:30+08:00\ndurationMinutes: 10\ndistrict: all\n',
    );
    const { code, stderr } = await onescreen('run', '--file', own, '--out', path.join(folder, 'own.onescreen'));
    expect(code).toBe(2);
    expect(stderr).toMatch(/own\.yaml, line \d+: district/);
    expect((await readdir(folder)).filter((name) => name.startsWith('own.onescreen'))).toEqual([]);
  });

  test('an own scenario that is right runs, and its recording can be verified without the file', async () => {
    const own = path.join(folder, 'right.yaml');
    await writeFile(
      own,
      "id: own-day\nzh: 自己的一天\nen: An own day\npicture: day\nstartLocal: '2024-05-14T07:30+08:00'\ndurationMinutes: 10\ndistricts: all\n",
    );
    const out = path.join(folder, 'right.onescreen');
    expect(await onescreen('run', '--file', own, '--out', out)).toMatchObject({
      code: 0,
      result: { scenario: 'own-day', ticks: 600 },
    });
    await rm(own);
    expect(await onescreen('verify', out)).toMatchObject({ code: 0, result: { ok: true } });
  });
});
