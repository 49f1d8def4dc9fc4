// Branches while a run is live: it goes on undisturbed, or leaves the stage to one; and what becomes of them when simulator or server die.
import { rm } from 'node:fs/promises';
import { startServer } from '@onescreen/server';
import { afterEach, expect, test } from 'vitest';
import type { SimulatorLink } from '../../simulator/src/connect.ts';
import { ScenarioError } from '../../simulator/src/scenarios/load.ts';
import { begun, branchOf, ended, operatorScreen, runOf, runsOf, segmentsOf, startSimulator } from './branchKit.ts';
import type { TestScreen } from './consoleKit.ts';
import { configOf, entriesOf, newFolder, startTestServer, until } from './consoleKit.ts';

const links: SimulatorLink[] = [];
const started = (...args: Parameters<typeof startSimulator>): SimulatorLink => {
  const link = startSimulator(...args);
  links.push(link);
  return link;
};
afterEach(() => {
  for (const link of links.splice(0)) link.close();
});

const unknownScenario = (): never => {
  throw new ScenarioError('There is no such scenario.');
};

const pace = (screen: TestScreen, paused: boolean) => screen.tell('command', { kind: 'pace', speed: 600, paused });
const hasCome = (screen: TestScreen, tick: number) => until(`tick ${tick}`, () => (screen.cursor?.tick ?? 0) > tick);

test('the live run is the same whether or not a branch runs beside it, and is not held up', async () => {
  const durationTicks = 1800;
  const digests: string[] = [];
  for (const aside of [false, true]) {
    await using server = await startTestServer();
    started(server.url, { run: 'live', durationTicks });
    using screen = await operatorScreen(server.url);
    if (aside) {
      await hasCome(screen, 1300);
      const run = await begun(screen, branchOf('live', 1250, { changes: { policy: 'batch' } }));
      expect((await runsOf(server.url)).current).toBe('live');
      await ended(server.url, 'live');
      await ended(server.url, run);
    }
    digests.push((await ended(server.url, 'live')).digest);
    for (const link of links.splice(0)) link.close();
  }
  expect(digests[1]).toBe(digests[0]);
});

test('a branch takes the stage: it hurries to the fork, and people act in it from there on', async () => {
  await using server = await startTestServer();
  started(server.url, { run: 'live', durationTicks: 7200 });
  using screen = await operatorScreen(server.url);
  await hasCome(screen, 1400);
  await pace(screen, true);
  const forkTick = 1322;
  const run = await begun(screen, branchOf('live', forkTick, { aside: false, speed: 600 }));
  await until('the branch on stage', () => screen.cursor?.run === run);
  const asked = screen.tell('command', { kind: 'policy', policy: 'batch' });
  expect(await asked).toMatchObject({ ok: true });
  await hasCome(screen, 1700);
  await pace(screen, true);
  expect(await runOf(server.url, 'live')).toMatchObject({ state: 'stopped' });
  expect(await runsOf(server.url)).toMatchObject({ current: run });
  expect(await runOf(server.url, run)).toMatchObject({ parent: { run: 'live', forkTick }, branch: { aside: false } });
  const command = (await entriesOf(server.url, run)).find(({ kind }) => kind === 'command.received');
  expect(command!.tick).toBeGreaterThan(forkTick);
  const shared = (await segmentsOf(server.url, run)).filter(({ toTick }) => toTick <= forkTick);
  const before = (await segmentsOf(server.url, 'live')).slice(0, shared.length);
  expect(shared.map(({ digest }) => digest)).toEqual(before.map(({ digest }) => digest));
});

test('a simulator that dies ends the branch that it had, with the reason, and the next takes those that wait', async () => {
  await using server = await startTestServer();
  const first = started(server.url, { run: 'live', durationTicks: 36_000, source: 'first' });
  using screen = await operatorScreen(server.url);
  await hasCome(screen, 1500);
  await pace(screen, true);
  const [underWay, waiting] = await Promise.all([
    begun(screen, branchOf('live', 1300)),
    begun(screen, branchOf('live', 1400, { untilTick: 1450 })),
  ]);
  await expect.poll(async () => (await runOf(server.url, underWay!)).lastTick).toBeGreaterThan(1600);
  first.close();
  await until('the place to be free', () => screen.status?.state === 'stalled');
  started(server.url, { run: 'next', durationTicks: 36_000, source: 'second', paused: true });
  expect(await ended(server.url, underWay!)).toMatchObject({ state: 'stopped', branch: { ending: 'simulator-gone' } });
  expect(await ended(server.url, waiting!)).toMatchObject({ state: 'stopped', branch: { ending: 'until' } });
});

test('a server that is started again goes on with the branch where it was', async () => {
  const folder = await newFolder();
  const first = await startServer(configOf(folder));
  const port = Number(new URL(first.url).port);
  started(first.url, { run: 'live', durationTicks: 2400 });
  const screen = await operatorScreen(first.url);
  await ended(first.url, 'live');
  const run = await begun(screen, branchOf('live', 1300));
  await expect.poll(async () => (await runOf(first.url, run)).lastTick).toBeGreaterThan(1500);
  screen[Symbol.dispose]();
  await first.close();
  const second = await startServer({ ...configOf(folder), port });
  expect((await runsOf(second.url)).current).toBe('live');
  const branch = await ended(second.url, run);
  expect(branch).toMatchObject({ state: 'finished', digest: (await runOf(second.url, 'live')).digest });
  await second.close();
  await rm(folder, { recursive: true, force: true });
});

test('without a simulator, or with one that cannot re-create the world, a branch is refused and nothing of it is left', async () => {
  await using server = await startTestServer();
  const first = started(server.url, { run: 'live', durationTicks: 600 });
  using screen = await operatorScreen(server.url);
  await ended(server.url, 'live');
  first.close();
  await expect.poll(() => screen.tell('command', branchOf('live', 10))).toMatchObject({ refusal: 'no-simulator' });
  const link = started(server.url, { run: 'other', durationTicks: 600, paused: true, branch: unknownScenario });
  await until('a simulator', () => screen.status?.state === 'live');
  expect(await screen.tell('command', branchOf('live', 10))).toMatchObject({ ok: false, refusal: 'unknown-scenario' });
  expect(await screen.tell('command', branchOf('live', 10, { aside: false }))).toMatchObject({
    refusal: 'unknown-scenario',
  });
  expect((await runsOf(server.url)).runs.map(({ run }) => run)).toEqual(['other', 'live']);
  link.close();
});
