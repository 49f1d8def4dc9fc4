// The socket interface as an AsyncAPI 3 document. Kept by hand; its types hold it equal to the event maps of the protocol.

import type { Deed } from '@onescreen/shared/people';
import { deeds } from '@onescreen/shared/people';
import type { ConsoleClientEvents, ConsoleServerEvents } from '@onescreen/shared/protocol';
import { CONSOLE_PATH, INGEST_PATH, PROTOCOL_VERSION } from '@onescreen/shared/protocol';
import type { PlatformEvents, SourceEvents } from '../ingest/events.ts';

/** What is asked over HTTP instead. */
const overHttp: ReadonlySet<Deed> = new Set(['audit', 'annotate', 'moderate', 'curate', 'discard']);

interface EventText {
  summary: string;
  payload: Record<string, unknown>;
}
type Texts<Events> = Record<keyof Events, EventText>;

const toScreen: Texts<ConsoleServerEvents> = {
  frame: {
    summary: 'A reset, advance or status frame. At most ten a second.',
    payload: { type: 'string', contentEncoding: 'base64' },
  },
};
const fromScreen: Texts<ConsoleClientEvents> = {
  interest: {
    summary: 'Code of the area shown; acknowledged.',
    payload: { type: 'string', pattern: '^\\d{6}(\\d{3})?$' },
  },
  command: {
    summary:
      'What a signed-in person asks of a case, an alarm or the run. Answered `{ok: true}` once it is in the log (with `queued` while the run ' +
      'stands still, with `record` after a look), or refused by name and in words.',
    payload: {
      type: 'object',
      required: ['kind'],
      properties: { kind: { enum: deeds.filter((deed) => !overHttp.has(deed)) } },
    },
  },
};
const toSource: Texts<PlatformEvents> = {
  control: {
    summary: 'An operator’s pace, step or start.',
    payload: { type: 'object', required: ['kind'], properties: { kind: { enum: ['pace', 'step', 'start'] } } },
  },
  branch: {
    summary:
      'A run whose world is to be re-created, with what was kept of it; answered by `{ok: true}` and a hello, or refused.',
    payload: { type: 'object', required: ['lane', 'run', 'scenario', 'seed', 'world', 'forkTick'] },
  },
};
const fromSource: Texts<SourceEvents> = {
  hello: {
    summary: 'Protocol, name and run; answered with where to go on, or refused.',
    payload: { type: 'object', required: ['protocol', 'source', 'info'] },
  },
  batch: {
    summary: 'One step in the binary codec, at most 2 MB; answered after commit, with orders, or refused.',
    payload: { type: 'string', format: 'binary' },
  },
  keep: {
    summary: 'The world after a batch, sealed, at most 4 MB; kept so that branches can begin there.',
    payload: { type: 'object', required: ['run', 'seq', 'world'] },
  },
  pace: { summary: 'How fast the world goes and which scenarios it has.', payload: { type: 'object' } },
};

const console = { channel: 'console', out: toScreen, in: fromScreen };
const ingest = { channel: 'ingest', out: toSource, in: fromSource };

const messagesOf = (door: typeof console | typeof ingest) =>
  Object.fromEntries(Object.entries({ ...door.out, ...door.in }).map(([name, event]) => [name, { name, ...event }]));

const operation = (action: 'send' | 'receive', channel: string, event: string) => ({
  action,
  channel: { $ref: `#/channels/${channel}` },
  messages: [{ $ref: `#/channels/${channel}/messages/${event}` }],
});

/** As the server sees it: it sends frames and controls, and receives the rest. */
const operationsOf = (door: typeof console | typeof ingest) => ({
  ...Object.fromEntries(
    Object.keys(door.out).map((event) => [`${door.channel}.${event}`, operation('send', door.channel, event)]),
  ),
  ...Object.fromEntries(
    Object.keys(door.in).map((event) => [`${door.channel}.${event}`, operation('receive', door.channel, event)]),
  ),
});

export const asyncapi = {
  asyncapi: '3.0.0',
  info: {
    title: 'One Screen · 一屏',
    version: String(PROTOCOL_VERSION),
    description:
      'Sockets of socket.io 4, websocket transport only. The handshake carries `auth`: a screen its protocol, area and cursor; a source its token. ' +
      'A refused handshake is an error with `data: {refusal, message}`. All data are SIMULATED.',
  },
  channels: {
    console: {
      address: '/console',
      description: `Screens. socket.io path ${CONSOLE_PATH}, messages up to 64 KiB.`,
      messages: messagesOf(console),
    },
    ingest: {
      address: '/ingest',
      description: `The simulator or a real feed. socket.io path ${INGEST_PATH}, messages up to 2 MB.`,
      messages: messagesOf(ingest),
    },
  },
  operations: { ...operationsOf(console), ...operationsOf(ingest) },
};
