// The live feed: a screen that was cut off gets exactly what it missed, and never shows a state with a hole in it.
import { beforeEach, expect, test } from 'vitest';
import { createLiveFeed } from '../../../client/src/feed/liveFeed.ts';
import type { Connection, Feed, ScreenFrame } from '../../../client/src/feed/types.ts';
import { advanceFrame, createHeldLine, type HeldLine, planEntry, resetFrame } from './clientKit.ts';

let line: HeldLine;
let feed: Feed;
let frames: ScreenFrame[];
let connections: Connection[];
let nowMs: number;
let waiting: (() => void)[];

beforeEach(() => {
  frames = [];
  connections = [];
  waiting = [];
  nowMs = 1000;
  feed = createLiveFeed({
    connect: (handshake) => {
      line = createHeldLine(handshake);
      return line.socket;
    },
    area: '310000',
    now: () => nowMs,
    later: (task) => {
      waiting.push(task);
      return () => waiting.splice(waiting.indexOf(task), 1);
    },
  });
  feed.start({ onFrame: (frame) => frames.push(frame), onConnection: (connection) => connections.push(connection) });
  line.socket.connect();
});

const states = () => connections.map(({ state }) => state);

test('a new screen has no cursor, and one that comes back says where it stopped', () => {
  expect(line.hellos[0]).toMatchObject({ area: '310000', cursor: null });
  line.send(resetFrame('r1', 100, 7));
  line.send(advanceFrame('r1', 100, 105, [planEntry('r1', 8, 103)], 8));
  line.say('disconnect', 'transport close');
  line.socket.connect();
  expect(line.hellos[1]).toMatchObject({ cursor: { run: 'r1', seq: 8, tick: 105 } });
  expect(states()).toEqual(['connecting', 'connected', 'lost', 'connected']);
});

test('the seconds of a lost line count from its loss, through every attempt', () => {
  line.say('disconnect', 'transport close');
  nowMs = 5000;
  line.say('connect_error', new Error('no server'));
  expect(connections.slice(-2)).toEqual([
    { state: 'lost', sinceMs: 1000, attempt: 1 },
    { state: 'lost', sinceMs: 1000, attempt: 2 },
  ]);
});

test('an entry that comes twice is folded once', () => {
  line.send(resetFrame('r1', 100, 7));
  line.send(advanceFrame('r1', 100, 105, [planEntry('r1', 8, 103)], 8));
  line.send(advanceFrame('r1', 100, 110, [planEntry('r1', 8, 103), planEntry('r1', 9, 108)], 9));
  expect(frames.flatMap((frame) => (frame.kind === 'advance' ? frame.entries.map(({ seq }) => seq) : []))).toEqual([
    8, 9,
  ]);
});

test('after a hole in the ticks, in the entries or another run the screen asks for the whole state', () => {
  const holes = [
    advanceFrame('r1', 110, 115, [], 7),
    advanceFrame('r1', 100, 105, [planEntry('r1', 9, 103)], 9),
    advanceFrame('r1', 100, 105, [], 8),
    advanceFrame('r2', 100, 105, [], 7),
  ];
  for (const hole of holes) {
    line.send(resetFrame('r1', 100, 7));
    frames.length = 0;
    line.send(hole);
    expect(frames).toEqual([]);
    expect(line.hellos.at(-1)?.cursor).toBeNull();
  }
  expect(line.hellos).toHaveLength(1 + holes.length);
});

test('a refusal that waiting cannot mend is told and not tried again; any other is', () => {
  Object.assign(line.socket, { active: false });
  line.say('connect_error', Object.assign(new Error('protocol-version'), { data: { refusal: 'protocol-version' } }));
  expect(connections.at(-1)).toEqual({ state: 'refused', reason: 'protocol-version' });
  expect(waiting).toHaveLength(0);
  line.say('connect_error', Object.assign(new Error('too-many'), { data: { refusal: 'too-many' } }));
  expect(connections.at(-1)?.state).toBe('lost');
  expect(waiting).toHaveLength(1);
});

test('a change of area is told to the server and stands in the next handshake', () => {
  feed.setArea('310118');
  expect(line.emitted[0]?.slice(0, 2)).toEqual(['interest', '310118']);
  line.say('disconnect', 'transport close');
  line.socket.connect();
  expect(line.hellos.at(-1)?.area).toBe('310118');
});

test('a command without a line is answered in words, not thrown', async () => {
  line.socket.disconnect();
  expect(await feed.command({ kind: 'step' })).toMatchObject({
    ok: false,
    message: { en: expect.stringContaining('did not answer') },
  });
});
