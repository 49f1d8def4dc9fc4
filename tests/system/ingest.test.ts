import { rm } from 'node:fs/promises';
import { startServer } from '@onescreen/server';
import { encodeBatch, PROTOCOL_VERSION } from '@onescreen/shared/protocol';
import { describe, expect, test } from 'vitest';
import {
  batchOf,
  configOf,
  connected,
  createScreen,
  createSource,
  entriesOf,
  INGEST_TOKEN,
  infoOf,
  newFolder,
  startTestServer,
  until,
} from './consoleKit.ts';

const runsOf = async (url: string): Promise<{ run: string; state: string; lastBatch: number }[]> =>
  ((await (await fetch(`${url}/api/runs`)).json()) as { runs: { run: string; state: string; lastBatch: number }[] })
    .runs;

describe('a source', () => {
  test('with a wrong, missing or strange token is refused by name', async () => {
    await using server = await startTestServer();
    for (const token of ['wrong', null, 7, ['a'], { length: 3 }]) {
      using source = createSource(server.url, 'R1', token);
      await expect(connected(source.socket)).rejects.toMatchObject({ data: { refusal: 'token' } });
    }
  });

  test('of another protocol, without hello, or with a hello of a wrong shape gets a refusal', async () => {
    await using server = await startTestServer();
    using source = createSource(server.url, 'R1');
    expect(await source.send(encodeBatch(batchOf('R1', 1)))).toMatchObject({ refusal: 'not-allowed' });
    const ask = (hello: unknown) => source.socket.timeout(5000).emitWithAck('hello', hello);
    expect(await ask({ protocol: 0, source: 'old', info: infoOf('R1') })).toMatchObject({
      refusal: 'protocol-version',
    });
    expect(
      await ask({
        protocol: PROTOCOL_VERSION,
        source: 'odd',
        info: { ...infoOf('R1'), stepTicks: 0 },
        scenarioText: null,
      }),
    ).toMatchObject({ refusal: 'malformed' });
    expect(await ask(null)).toMatchObject({ refusal: 'protocol-version' });
    expect(await runsOf(server.url)).toEqual([]);
  });

  test('is one at a time, and the same source takes over from its lost connection', async () => {
    await using server = await startTestServer();
    using first = createSource(server.url, 'R1');
    await first.hello();
    await first.steps(2);
    using other = createSource(server.url, 'R2', INGEST_TOKEN, 'other');
    expect(await other.hello()).toMatchObject({ refusal: 'too-many' });
    using again = createSource(server.url, 'R1');
    expect(await again.hello()).toMatchObject({ run: 'R1', lastSeq: 2, lastAck: { seq: 2 } });
    await until('the old connection to end', () => first.socket.disconnected);
    again.acknowledged = 2;
    await again.steps(1);
    again.socket.disconnect();
    await until('the place to be free', () => again.socket.disconnected);
    await expect.poll(() => other.hello()).toMatchObject({ run: 'R2', lastSeq: 0 });
  });
});

describe('a batch', () => {
  test('is acknowledged after commit, and a repeated one gets the stored answer and changes nothing', async () => {
    await using server = await startTestServer();
    using source = createSource(server.url, 'R1');
    await source.hello();
    await source.steps(6);
    const before = await entriesOf(server.url, 'R1');
    for (const seq of [6, 5, 2]) {
      expect(await source.send(encodeBatch(batchOf('R1', seq)))).toEqual({ run: 'R1', seq, orders: [] });
    }
    expect(await entriesOf(server.url, 'R1')).toEqual(before);
    expect(await runsOf(server.url)).toMatchObject([{ run: 'R1', lastBatch: 6 }]);
  });

  test('that is not the next, or of another run, is refused by name and nothing is lost', async () => {
    await using server = await startTestServer();
    using source = createSource(server.url, 'R1');
    await source.hello();
    await source.steps(2);
    expect(await source.send(encodeBatch(batchOf('R1', 4)))).toMatchObject({ refusal: 'sequence-gap' });
    expect(await source.send(encodeBatch(batchOf('R2', 3)))).toMatchObject({ refusal: 'other-run' });
    await source.steps(1);
    expect(source.acknowledged).toBe(3);
  });

  test('without a callback for the answer is taken all the same', async () => {
    await using server = await startTestServer();
    using source = createSource(server.url, 'R1');
    await source.hello();
    source.socket.emit('batch', encodeBatch(batchOf('R1', 1)));
    source.socket.emit('hello', { protocol: 0 });
    source.socket.emit('pace', 'fast');
    expect(await source.send(encodeBatch(batchOf('R1', 2)))).toMatchObject({ seq: 2 });
  });

  test('that is the last ends the run, and another run ends one that is open', async () => {
    await using server = await startTestServer();
    using source = createSource(server.url, 'R1');
    await source.hello();
    expect(await source.send(encodeBatch(batchOf('R1', 1, { last: true })))).toMatchObject({ seq: 1 });
    using screen = createScreen(server.url);
    await until('finished', () => screen.status?.state === 'finished');
    expect(await source.send(encodeBatch(batchOf('R1', 2)))).toMatchObject({ refusal: 'other-run' });
    await source.hello('R2');
    await until('the other run', () => screen.cursor?.run === 'R2' || screen.status?.state === 'live');
    await source.hello('R3');
    expect(await source.hello('R2')).toMatchObject({ refusal: 'other-run' });
    const states = Object.fromEntries((await runsOf(server.url)).map(({ run, state }) => [run, state]));
    expect(states).toEqual({ R1: 'finished', R2: 'stopped', R3: 'open' });
  });
});

test('a run goes on after the server was closed and started again, and refuses another run under its name', async () => {
  const folder = await newFolder();
  const first = await startServer(configOf(folder));
  const source = createSource(first.url, 'R1');
  await source.hello();
  await source.steps(7);
  await first.close();
  const second = await startServer(configOf(folder));
  using screen = createScreen(second.url);
  await until('the state as it was', () => screen.cursor?.tick === 34 && screen.status?.state === 'stalled');
  using again = createSource(second.url, 'R1');
  expect(await again.hello()).toEqual({ run: 'R1', lastSeq: 7, lastAck: { run: 'R1', seq: 7, orders: [] } });
  again.acknowledged = 7;
  await again.steps(2);
  await until('the next ticks', () => screen.cursor?.tick === 44);
  const changed = {
    protocol: PROTOCOL_VERSION,
    source: 'test',
    info: { ...infoOf('R1'), seed: 8 },
    scenarioText: null,
  };
  expect(await again.socket.timeout(5000).emitWithAck('hello', changed)).toMatchObject({ refusal: 'other-run' });
  await second.close();
  await rm(folder, { recursive: true, force: true });
});

test('a data folder that another server holds, and a port in use, are one clear sentence', async () => {
  await using server = await startTestServer();
  const folder = await newFolder();
  const port = Number(new URL(server.url).port);
  await expect(startServer({ ...configOf(folder), port })).rejects.toThrow(`port ${port} on 127.0.0.1 is in use`);
  const other = await startServer(configOf(folder));
  await expect(startServer(configOf(folder))).rejects.toMatchObject({ name: 'StoreError', code: 'folder-held' });
  await other.close();
  const third = await startServer(configOf(folder));
  await third.close();
  await rm(folder, { recursive: true, force: true });
});
