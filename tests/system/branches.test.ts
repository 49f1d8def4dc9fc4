// "What if", over real sockets: branches beside the live run and in its place, equal to their parent as far as nothing was changed.
import { keepTicksOf } from '@onescreen/shared/protocol';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SimulatorLink } from '../../simulator/src/connect.ts';
import type { RunSummary } from './branchKit.ts';
import { begun, branchOf, ended, operatorScreen, runOf, runsOf, segmentsOf, startSimulator } from './branchKit.ts';
import type { TestScreen, TestServer } from './consoleKit.ts';
import { entriesOf, startTestServer, until } from './consoleKit.ts';

const DURATION_TICKS = 4200;

let server: TestServer;
let link: SimulatorLink;
let screen: TestScreen;
let parent: RunSummary;
let parentSegments: Awaited<ReturnType<typeof segmentsOf>>;

/** Stands still, gives a command for the next step, and goes on. */
async function ask(body: unknown): Promise<void> {
  await screen.tell('command', { kind: 'pace', speed: 600, paused: true });
  await screen.tell('command', body);
  await screen.tell('command', { kind: 'pace', speed: 600, paused: false });
}

beforeAll(async () => {
  server = await startTestServer();
  link = startSimulator(server.url, { run: 'live', durationTicks: DURATION_TICKS, paused: true });
  screen = await operatorScreen(server.url);
  await until('a run', () => screen.status?.pace != null);
  await ask({ kind: 'inject', what: { kind: 'burst', type: 'EV16', count: 20, area: '310118106', minutes: 10 } });
  await until('a case', () => Object.keys(screen.cases.cases).length > 3);
  const [one, other] = Object.keys(screen.cases.cases);
  await ask({ kind: 'take', case: one });
  await ask({ kind: 'close', case: other });
  await until('ticks', () => (screen.cursor?.tick ?? 0) > 2700);
  await ask({ kind: 'release', case: one });
  await ended(server.url, 'live');
  parent = await runOf(server.url, 'live');
  parentSegments = await segmentsOf(server.url, 'live');
});
afterAll(async () => {
  link.close();
  screen[Symbol.dispose]();
  await server[Symbol.asyncDispose]();
});

const commandsOf = async (run: string) =>
  (await entriesOf(server.url, run)).filter(({ kind }) => kind === 'command.received' || kind === 'command.refused');

describe('a branch that runs aside', () => {
  test('with nothing changed is its parent, at every tick and entry', async () => {
    expect((await commandsOf('live')).length).toBeGreaterThanOrEqual(4);
    const run = await begun(screen, branchOf('live', 2000));
    const branch = await ended(server.url, run);
    expect(branch).toMatchObject({
      state: 'finished',
      digest: parent.digest,
      lastTick: DURATION_TICKS - 1,
      parent: { run: 'live', forkTick: 2000 },
      by: 'user:operator',
      branch: { aside: true, ending: null },
    });
    expect((await segmentsOf(server.url, run)).map(({ digest }) => digest)).toEqual(
      parentSegments.map(({ digest }) => digest),
    );
    const renamed = (entries: unknown) => JSON.parse(JSON.stringify(entries).replaceAll(`"${run}"`, '"live"'));
    expect(renamed(await entriesOf(server.url, run))).toEqual(await entriesOf(server.url, 'live'));
    expect((await runsOf(server.url)).current).toBe('live');
  });

  test('with another policy is its parent up to the fork, and another run from there on', async () => {
    const forkTick = 1700;
    const run = await begun(screen, branchOf('live', forkTick, { changes: { policy: 'batch' }, untilTick: 3300 }));
    expect(await ended(server.url, run)).toMatchObject({
      state: 'stopped',
      lastTick: 3304,
      branch: { ending: 'until' },
    });
    const before = parentSegments.filter(({ toTick }) => toTick <= forkTick);
    const segments = await segmentsOf(server.url, run);
    expect(segments.slice(0, before.length)).toMatchObject(before.map(({ digest }) => ({ digest })));
    for (const segment of segments.slice(before.length))
      expect(parentSegments.find(({ fromTick }) => fromTick === segment.fromTick)!.digest).not.toBe(segment.digest);
    const policy = (await commandsOf(run)).find((entry) => 'command' in entry && entry.command === 'policy');
    expect(policy).toMatchObject({ tick: 1705, by: 'user:operator', body: { policy: 'batch' } });
  });

  test('of a branch works, at a tick before its own beginning too', async () => {
    const first = await begun(screen, branchOf('live', 2600, { changes: { nobody: true }, untilTick: 3000 }));
    await ended(server.url, first);
    const second = await begun(screen, branchOf(first, 1300, { untilTick: 1500 }));
    await ended(server.url, second);
    expect(await runOf(server.url, second)).toMatchObject({ parent: { run: first, forkTick: 1300 } });
    const shared = (await segmentsOf(server.url, second)).filter(({ toTick }) => toTick <= 1499);
    expect(shared.map(({ digest }) => digest)).toEqual(
      parentSegments.slice(0, shared.length).map(({ digest }) => digest),
    );
    expect(shared).toHaveLength(5);
  });

  test('waits for those before it, and they all come', async () => {
    const runs = await Promise.all(
      [3100, 3200, 3300].map((tick) => begun(screen, branchOf('live', tick, { untilTick: tick + 30 }))),
    );
    expect(new Set(runs).size).toBe(3);
    for (const run of runs) expect((await ended(server.url, run)).branch?.ending).toBe('until');
  });

  test('begins no further from its fork than one snapshot is from the next', async () => {
    const run = await begun(screen, branchOf('live', 4100, { untilTick: 4105 }));
    // From the beginning it would not be here before long.
    expect(4100 - (await runOf(server.url, run)).lastTick).toBeLessThan(keepTicksOf(DURATION_TICKS));
    await ended(server.url, run);
  });
});

describe('a branch that cannot be', () => {
  const refused = async (body: unknown) => screen.tell('command', body);
  test.each([
    ['of a run that is not there', branchOf('nowhere', 10), 'not-found'],
    ['at a tick that has not come', branchOf('live', DURATION_TICKS), 'not-yet'],
    ['with a policy that is not there', branchOf('live', 10, { changes: { policy: 'best' } }), 'no-such-policy'],
    ['with changes of a wrong shape', { ...branchOf('live', 10), changes: { without: ['x'] } }, 'malformed'],
  ])('%s is refused in both languages', async (_, body, refusal) => {
    const answer = await refused(body);
    expect(answer).toMatchObject({ ok: false, refusal, message: { zh: expect.any(String), en: expect.any(String) } });
  });
});
