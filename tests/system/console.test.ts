import { createCasesState, evolveCases } from '@onescreen/shared/cases';
import { areaOfSeries, SERIES_COUNT } from '@onescreen/shared/city';
import { areaByCode, areas } from '@onescreen/shared/geography';
import type { Refusal } from '@onescreen/shared/protocol';
import { describe, expect, test } from 'vitest';
import {
  connected,
  createScreen,
  createSource,
  entriesOf,
  handshake,
  heavySignals,
  keepPeople,
  metricOf,
  networkOf,
  STEP_TICKS,
  screenOf,
  signIn,
  startTestServer,
  type TestScreen,
  until,
} from './consoleKit.ts';

const street = areas.find(({ level }) => level === 'street')!;
const wanted = (screen: TestScreen, series: number, district: number): boolean => {
  const area = areas[areaOfSeries[series]!]!;
  return screen.city.quanta.length === SERIES_COUNT && (area.level !== 'street' || area.parent === district);
};
/** Long enough for a command to reach the stage before the next step does. */
const queued = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);
const refusalOf = async (screen: TestScreen): Promise<Refusal | undefined> => {
  const error = await connected(screen.socket).then(
    () => new Error('let in'),
    (problem: Error) => problem,
  );
  return (error as Error & { data?: { refusal: Refusal } }).data?.refusal;
};

describe('an open screen', () => {
  test('reset and the frames after it fold to the same city, cases and log as the server has', async () => {
    await using server = await startTestServer();
    using source = createSource(server.url, 'R1');
    await source.hello();
    await source.steps(3);
    using early = createScreen(server.url, { area: street.code });
    await connected(early.socket);
    await until('the reset', () => early.cursor !== null);
    for (let i = 0; i < 5; i++) {
      await source.steps(8);
      await new Promise((resolve) => setTimeout(resolve, 110));
    }
    const lastTick = 43 * STEP_TICKS - 1;
    await until('the last tick', () => early.cursor?.tick === lastTick);
    using late = createScreen(server.url, { area: street.code });
    await until('the other reset', () => late.cursor?.tick === lastTick);

    expect(early.frames.filter(({ kind }) => kind === 'reset')).toHaveLength(1);
    expect(early.frames.filter(({ kind }) => kind === 'advance').length).toBeGreaterThanOrEqual(4);
    expect(late.frames.filter(({ kind }) => kind === 'advance')).toHaveLength(0);
    const different = [...early.city.quanta].flatMap((quantum, series) =>
      wanted(early, series, street.parent) &&
      (quantum !== late.city.quanta[series] || early.city.states[series] !== late.city.states[series])
        ? [series]
        : [],
    );
    expect(different).toEqual([]);
    const entries = await entriesOf(server.url, 'R1');
    const folded = entries.reduce(evolveCases, createCasesState());
    expect(early.cases).toEqual(folded);
    expect(late.cases).toEqual(folded);
    expect(entries.map(({ seq }) => seq)).toEqual(upTo(entries.length));
  });

  test('of the city gets no street, and the streets of a district in full from the moment it looks there', async () => {
    await using server = await startTestServer();
    using source = createSource(server.url, 'R1');
    await source.hello();
    using screen = createScreen(server.url);
    await source.steps(4);
    await until('tick 19', () => screen.cursor?.tick === 19);
    const streetsSeen = () =>
      [...screen.city.quanta].filter(
        (quantum, series) => quantum > -1 && areas[areaOfSeries[series]!]!.level === 'street',
      ).length;
    expect(streetsSeen()).toBe(0);
    expect(await screen.tell('interest', street.code)).toEqual({ ok: true });
    await until('streets', () => streetsSeen() > 0);
    expect(streetsSeen()).toBe(areaByCode(areas[street.parent]!.code).children.length * 3);
  });

  test('says when the simulator comes, how fast it goes, and when it is gone', async () => {
    await using server = await startTestServer();
    using screen = createScreen(server.url);
    await until('waiting', () => screen.status?.state === 'waiting');
    const source = createSource(server.url, 'R1');
    await source.hello();
    await until('live', () => screen.status?.state === 'live');
    source.socket.emit('pace', { speed: 60, paused: false, scenarios: [] });
    await until('its pace', () => screen.status?.pace?.speed === 60);
    source.socket.disconnect();
    await until('stalled', () => screen.status?.state === 'stalled');
  });
});

describe('a screen that was away', () => {
  test('gets by its cursor every entry that it missed exactly once, and the newest values', async () => {
    await using server = await startTestServer();
    using source = createSource(server.url, 'R1');
    await source.hello();
    const first = createScreen(server.url);
    await source.steps(3);
    await until('tick 14', () => first.cursor?.tick === 14);
    const stopped = first.cursor!;
    first.socket.disconnect();
    await source.steps(10);
    using second = createScreen(server.url, { from: first });
    await until('tick 64', () => second.cursor?.tick === 64);
    expect(second.frames.filter(({ kind }) => kind === 'reset')).toHaveLength(0);
    const all = (await entriesOf(server.url, 'R1')).map(({ seq }) => seq);
    expect([...upTo(stopped.seq), ...second.seqs]).toEqual(all);
  });

  test('because it was too slow was cut, comes back by its cursor and is complete', async () => {
    await using server = await startTestServer({ limits: { frameMs: 1, waitingPackets: 2, slowMs: 300 } });
    using source = createSource(server.url, 'R1');
    await source.hello();
    using screen = createScreen(server.url, { area: street.code, reconnection: true });
    await source.steps(1);
    await until('the first frame', () => screen.cursor !== null);
    const closings: string[] = [];
    screen.socket.on('disconnect', (_reason, details) => {
      const context =
        details !== undefined && 'context' in details ? (details.context as { reason?: unknown }) : undefined;
      closings.push(String(context?.reason));
    });
    const network = networkOf(screen);
    network.pause();
    // Long texts fill what the network keeps for a peer that does not read.
    while ((await metricOf(server.url, 'onescreen_slow_viewers_cut_total')) === 0) await source.steps(5, heavySignals);
    network.resume();
    const lastTick = source.acknowledged * STEP_TICKS - 1;
    await until('all ticks', () => screen.cursor?.tick === lastTick);
    expect(closings).toEqual(['too-slow']);
    expect(screen.frames.filter(({ kind }) => kind === 'reset')).toHaveLength(1);
    const all = (await entriesOf(server.url, 'R1')).map(({ seq }) => seq);
    const beforeFirst = all.length - screen.seqs.length;
    expect([...upTo(beforeFirst), ...screen.seqs]).toEqual(all);
  });
});

describe('the door of the screens', () => {
  test('refuses an old protocol, a wrong area and a wrong shape by name', async () => {
    await using server = await startTestServer();
    expect(await refusalOf(createScreen(server.url, { protocol: 0 }))).toBe('protocol-version');
    expect(await refusalOf(createScreen(server.url, { area: '999999' }))).toBe('unknown-area');
    const cursor = { run: 'R1', seq: Number.NaN, tick: -5 };
    expect(await refusalOf(createScreen(server.url, { cursor }))).toBe('malformed');
  });

  test.each([
    ['another page', { Origin: 'https://evil.example' }, 'origin'],
    ['a page of another port', { Origin: 'http://127.0.0.1:1' }, 'origin'],
    ['a foreign name for this machine', { Host: 'evil.example' }, 'host'],
  ])('does not shake hands with %s', async (_who, headers, named) => {
    await using server = await startTestServer();
    for (const address of ['/socket.io/', '/ingest/socket.io/']) {
      const answer = await handshake(server.url, address, headers);
      expect(answer.status).toBe(400);
      expect(answer.body).toContain(named);
    }
    expect((await handshake(server.url, '/socket.io/', { Origin: server.url })).status).toBe(101);
  });

  test('lets a viewer look and an operator act', async () => {
    await using server = await startTestServer();
    using source = createSource(server.url, 'R1');
    await source.hello();
    source.socket.emit('pace', { speed: 1, paused: false, scenarios: [] });
    using viewer = createScreen(server.url);
    using operator = createScreen(server.url, { headers: { Cookie: await signIn(server.url) } });
    await until('both statuses', () => viewer.status?.pace != null && operator.status?.pace != null);
    expect([viewer.status?.person, operator.status?.person]).toEqual([
      null,
      { name: 'operator', role: 'operator', area: '310000' },
    ]);
    const pace = { kind: 'pace', speed: 60, paused: true };
    expect(await viewer.tell('command', pace)).toMatchObject({ ok: false, refusal: 'sign-in-needed' });
    expect(await operator.tell('command', pace)).toEqual({ ok: true });
    await until('the control', () => source.controls.length === 1);
    expect(source.controls).toEqual([pace]);
    const start = { kind: 'start', scenario: 'no-such', seed: 1, density: 1, speed: 1 };
    expect(await operator.tell('command', start)).toMatchObject({ ok: false, refusal: 'unknown-scenario' });
    source.socket.disconnect();
    await until('stalled', () => operator.status?.state === 'stalled');
    expect(await operator.tell('command', pace)).toMatchObject({ ok: false, refusal: 'no-simulator' });
  });

  test('a command goes through the log with who gave it, and is answered when it is there', async () => {
    await using server = await startTestServer();
    using source = createSource(server.url, 'R1');
    await source.hello();
    await source.steps(1);
    using operator = createScreen(server.url, { headers: { Cookie: await signIn(server.url) } });
    await until('a screen', () => operator.cursor !== null);
    const answer = operator.tell('command', { kind: 'acknowledge', alarm: 'no-such@310000' });
    await queued();
    await source.steps(1);
    expect(await answer).toMatchObject({ ok: false, refusal: 'no-such-alarm', message: { zh: expect.any(String) } });
    const commands = (await entriesOf(server.url, 'R1')).filter(({ kind }) => kind === 'command.refused');
    expect(commands).toMatchObject([
      { by: 'user:operator', role: 'operator', scope: '310000', command: 'acknowledge', reason: 'no-such-alarm' },
    ]);
  });

  test('while the run stands still a command is queued, and says so', async () => {
    await using server = await startTestServer();
    using source = createSource(server.url, 'R1');
    await source.hello();
    await source.steps(1);
    using operator = createScreen(server.url, { headers: { Cookie: await signIn(server.url) } });
    const take = { kind: 'take', case: 'C00001' };
    source.socket.emit('pace', { speed: 1, paused: false, scenarios: [] });
    await until('the pace', () => operator.status?.pace?.paused === false);
    const startMs = performance.now();
    expect(await operator.tell('command', take)).toEqual({ ok: true, queued: true });
    expect(performance.now() - startMs).toBeGreaterThan(2500);
    source.socket.emit('pace', { speed: 1, paused: true, scenarios: [] });
    await until('the pause', () => operator.status?.pace?.paused === true);
    expect(await operator.tell('command', take)).toEqual({ ok: true, queued: true });
    await source.steps(1);
    const commands = (await entriesOf(server.url, 'R1')).filter(({ kind }) => kind === 'command.refused');
    expect(commands).toMatchObject([{ reason: 'no-such-case' }, { reason: 'no-such-case' }]);
  });

  test('a person who is taken out of the list may do nothing from then on, and sees it', async () => {
    await using server = await startTestServer();
    using source = createSource(server.url, 'R1');
    await source.hello();
    await keepPeople(server, [{ name: 'wang', role: 'operator', area: '310000' }]);
    using screen = await screenOf(server, 'wang');
    expect(screen.status?.person).toEqual({ name: 'wang', role: 'operator', area: '310000' });
    expect(await screen.tell('command', { kind: 'step' })).toEqual({ ok: true });
    await keepPeople(server, []);
    expect(await screen.tell('command', { kind: 'step' })).toMatchObject({ ok: false, refusal: 'sign-in-needed' });
    await until('nobody', () => screen.status?.person === null);
    await until('the control', () => source.controls.length > 0);
    expect(source.controls).toEqual([{ kind: 'step' }]);
  });

  test('a screen that sends too much too fast is told so', async () => {
    await using server = await startTestServer();
    using screen = createScreen(server.url);
    await connected(screen.socket);
    const answers = await Promise.all(upTo(60).map(() => screen.tell('interest', '310000')));
    expect(answers.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(30);
    expect(answers.filter((answer) => !answer.ok && answer.refusal === 'too-many').length).toBeGreaterThan(10);
  });
});
