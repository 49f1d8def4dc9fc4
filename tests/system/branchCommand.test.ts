// `onescreen branch`: "what if" from one file to another, without a server.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { decodeSegment } from '@onescreen/shared/log';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRecording } from '../../server/src/recordings/file.ts';
import { onescreen } from './headlessCommand.ts';

let folder: string;
let parent: string;
const into = (name: string): string => path.join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'onescreen-branch-'));
  const first = into('first.onescreen');
  await onescreen('run', '--scenario', 'xujing-day', '--seed', '7', '--hours', '0.7', '--out', first);
  // A parent in which somebody has acted: itself a branch.
  parent = into('parent.onescreen');
  const burst = ['--burst', 'EV16:20:310118106:10'];
  await onescreen('branch', first, '--at', '600', '--policy', 'balanced', ...burst, '--out', parent);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function segmentsOf(file: string): Promise<{ toTick: number; digest: string }[]> {
  const recording = await readRecording(file);
  await recording.close();
  return recording.index.segments;
}

async function entriesOf(file: string) {
  const recording = await readRecording(file);
  const payloads = await Promise.all(recording.index.segments.map(({ index }) => recording.payload(index)));
  await recording.close();
  return payloads.flatMap((payload) => decodeSegment(payload).records.flatMap(({ entries }) => entries));
}

describe('a branch', () => {
  test('with nothing changed has its parent’s digest for every segment', async () => {
    const out = into('same.onescreen');
    const { code, result } = await onescreen('branch', parent, '--at', '900', '--out', out);
    expect(code).toBe(0);
    const { digest, parentDigest } = result as { digest: string; parentDigest: string };
    expect(digest).toBe(parentDigest);
    expect(result).toMatchObject({ firstDifferingTick: null, forkTick: 900, parent: 'xujing-day-s7-headless-branch' });
    expect((await segmentsOf(out)).map((one) => one.digest)).toEqual(
      (await segmentsOf(parent)).map((one) => one.digest),
    );
  });

  test('with another policy differs only after the fork, says where it comes from, and can be verified', async () => {
    const out = into('batch.onescreen');
    const { result } = await onescreen('branch', parent, '--at', '1299', '--policy', 'batch', '--out', out);
    expect(result).toMatchObject({ firstDifferingTick: 1300 });
    const before = (await segmentsOf(parent)).filter(({ toTick }) => toTick <= 1299);
    expect((await segmentsOf(out)).slice(0, before.length).map((one) => one.digest)).toEqual(
      before.map((one) => one.digest),
    );
    const recording = await readRecording(out);
    await recording.close();
    expect(recording.header.parent).toEqual({
      run: 'xujing-day-s7-headless-branch',
      forkTick: 1299,
      policy: 'batch',
    });
    expect(await onescreen('verify', out)).toMatchObject({ code: 0, result: { ok: true } });
  });

  test('with a burst has its cases, with an effect and a lost unit what they do', async () => {
    const out = into('injects.onescreen');
    const { header, close } = await readRecording(parent);
    await close();
    const [unit] = header.info.units;
    const args = [
      '--burst',
      'EV16:30:310118106:5',
      '--effect',
      'tti-surface:310118:x1.5:10:1',
      '--lose',
      `${unit!.id}:5`,
    ];
    const { result } = await onescreen('branch', parent, '--at', '07:20', ...args, '--out', out);
    expect(result).toMatchObject({ forkTick: 1200 });
    const found = async (file: string) =>
      (await entriesOf(file)).filter((one) => one.kind === 'case.discovered' && one.type === 'EV16').length;
    expect(await found(out)).toBeGreaterThan((await found(parent)) + 5);
    const entries = await entriesOf(out);
    expect(entries.filter(({ kind }) => kind === 'unit.lost' || kind === 'unit.back').map(({ kind }) => kind)).toEqual([
      'unit.lost',
      'unit.back',
    ]);
    expect(await onescreen('verify', out)).toMatchObject({ code: 0 });
  });

  test('with nobody acting has none of the commands after the fork', async () => {
    const out = into('nobody.onescreen');
    await onescreen('branch', parent, '--at', '0', '--nobody', '--out', out);
    expect((await entriesOf(out)).filter(({ kind }) => kind.startsWith('command.'))).toEqual([]);
  });
});

test.each([
  [['--at', '99999'], /ends before 99999/],
  [['--at', 'noon'], /neither a tick nor a time/],
  [['--at', '5', '--burst', 'EV16:many'], /TYPE:COUNT:AREA:MINUTES/],
  [['--at', '5', '--burst', 'EV16:3:1:5'], /not something that can happen/],
  [['--at', '5', '--lose', 'U1:0'], /not something that can happen/],
  [['--at', '5', '--policy', 'best'], /best/],
  [['--at', '5', '--without', 'x'], /whole numbers/],
])('wrong words are one sentence: %j', async (args, sentence) => {
  const { code, stderr } = await onescreen('branch', parent, ...args, '--out', into('never.onescreen'));
  expect(code).toBe(2);
  expect(stderr).toMatch(sentence);
});
