// A run in which people had their say is played again with what they said, done and refused alike, and comes out the same to the last digit.
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { CaseState } from '@onescreen/shared/cases';
import type { Entry } from '@onescreen/shared/log';
import type { Person } from '@onescreen/shared/people';
import type { RunCommand } from '@onescreen/shared/protocol';
import type { Random } from '@onescreen/shared/random';
import { createRandom } from '@onescreen/shared/random';
import { HOUR } from '@onescreen/shared/time';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFileSink } from '../../../scripts/headless/fileSink.ts';
import { chooseScenario } from '../../../scripts/headless/scenario.ts';
import { simulate } from '../../../scripts/headless/simulate.ts';
import { verifyRecording } from '../../../scripts/headless/verifyCommand.ts';
import type { PendingCommand } from '../../../server/src/engine/index.ts';
import type { Platform } from '../../../server/src/platform.ts';
import { writeRecording } from '../../../server/src/recordings/write.ts';
import { createSimulation } from '../../../simulator/src/createSimulation.ts';

const people: readonly Person[] = [
  { name: 'wang', role: 'operator', area: '310000' },
  { name: 'li', role: 'operator', area: '310118' },
  { name: 'zhao', role: 'dispatcher', area: '310118106' },
  { name: 'ju', role: 'village', area: '310107020' },
];

function commandFor(state: CaseState, platform: Platform, random: Random): RunCommand {
  const { id } = state;
  const asked: (() => RunCommand)[] = [
    () => ({ kind: 'take', case: id }),
    () => ({ kind: 'release', case: id }),
    () => ({ kind: 'accept', case: id }),
    () => ({ kind: 'file', case: id }),
    () => ({ kind: 'assign', case: id, unit: unitFor(id, platform, random), reason: 'knows-the-place' }),
    () => ({ kind: 'support', case: id, unit: unitFor(id, platform, random), reason: 'needs-help' }),
    () => ({ kind: 'withdraw', case: id, reason: 'better-suited' }),
    () => ({ kind: 'suspend', case: id, untilTick: platform.lastTick + 600, plan: '待料', reason: 'weather' }),
    () => ({ kind: 'extend', case: id, minutes: 30, reason: 'complex-case' }),
    () => ({ kind: 'verify', case: id, means: random.pick(['reshoot', 'sensor', 'visit', 'photo']) }),
    () => ({ kind: 'escalate', case: id, to: 'district', reason: 'beyond-our-power' }),
    () => ({ kind: 'confirm', case: id }),
    () => ({ kind: 'close', case: id }),
    () => ({ kind: 'reopen', case: id, reason: 'seen-again' }),
    () => ({ kind: 'urge', case: id }),
    () => ({ kind: 'void', case: id, reason: 'entered-by-mistake' }),
    () => ({ kind: 'look', case: id }),
  ];
  return random.pick(asked)();
}

function unitFor(id: string, platform: Platform, random: Random): string {
  const candidates = platform.propose(id)?.candidates ?? [];
  return candidates.length === 0 ? 'nobody' : random.pick(candidates).unit;
}

let folder: string;
let file: string;
const entries: Entry[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'onescreen-verify-'));
  file = path.join(folder, 'run.onescreen');
  const { scenario, text } = chooseScenario('cloudburst');
  const simulation = createSimulation({
    run: 'r',
    scenario,
    seed: 3,
    density: 1,
    policy: 'nearest',
    durationTicks: 0.75 * HOUR,
  });
  const { info } = simulation;
  const writer = await writeRecording(file, {
    simulated: true,
    notice: 'test',
    program: 'test',
    info,
    scenarioText: text,
    parent: null,
  });
  const sink = createFileSink(writer);
  const random = createRandom(11, 'people');
  let platform: Platform | undefined;
  /** Alarms too are put aside and taken back, by people who may and who may not. */
  const aboutAlarm = (): PendingCommand[] => {
    const alarms = Object.keys(platform?.cases.alarms ?? {});
    if (alarms.length === 0 || random.next() < 0.8) return [];
    const alarm = random.pick(alarms);
    const command = random.pick<RunCommand>([
      { kind: 'shelve', alarm, minutes: random.pick([1, 5, 999]), reason: 'cause-known' },
      { kind: 'unshelve', alarm },
      { kind: 'acknowledge', alarm },
    ]);
    return [{ person: random.pick(people), command }];
  };
  const commandsAt = (): PendingCommand[] => [...aboutAlarm(), ...aboutCases()];
  const aboutCases = (): PendingCommand[] => {
    const open = Object.values(platform?.cases.cases ?? {});
    if (open.length === 0 || random.next() < 0.5) return [];
    return [0, 1].map(() => ({
      person: random.pick(people),
      command: commandFor(random.pick(open), platform!, random),
    }));
  };
  const { totals, digest } = await simulate({
    simulation,
    commandsAt,
    onSegment: (segment) => sink.add(segment),
    onStep(ticks, now) {
      platform = now;
      for (const tick of ticks) entries.push(...tick.entries);
    },
  });
  await sink.drain();
  await writer.finish(digest(), totals);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

test('people were heard, and people were refused', () => {
  const done = entries.filter((entry) => entry.kind === 'command.received').map((entry) => entry.command);
  const refused = entries.filter((entry) => entry.kind === 'command.refused');
  expect(new Set(done).size).toBeGreaterThan(6);
  expect(refused.length).toBeGreaterThan(50);
  expect(new Set(refused.map(({ reason }) => reason)).size).toBeGreaterThan(5);
});

test('alarms were shelved, came back when their time was over, and rang again where they still stood', () => {
  const ended = entries.filter((entry) => entry.kind === 'alarm.unshelved' && entry.by === 'rule:shelf-end');
  expect(entries.filter(({ kind }) => kind === 'alarm.shelved').length).toBeGreaterThan(ended.length - 1);
  expect(ended.length).toBeGreaterThan(0);
  expect(ended.some(({ seq }) => entries[seq]?.kind === 'alarm.raised')).toBe(true);
});

test('what a command did stands right behind it, by whoever asked', () => {
  for (const [i, entry] of entries.entries()) {
    if (entry.kind !== 'command.received') continue;
    const next = entries[i + 1]!;
    const isPending = entry.command === 'verify';
    expect(isPending || ('by' in next && next.by === entry.by), `${entry.command} at entry ${entry.seq}`).toBe(true);
  }
});

test('simulated again with the same commands, the run has the same digest', async () => {
  expect(await verifyRecording(file)).toMatchObject({ ok: true, firstDifferingTick: null });
}, 120_000);
