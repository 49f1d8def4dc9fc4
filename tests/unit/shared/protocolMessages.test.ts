// Messages that are plain JSON: what comes through the door is what the types say.
import { caseTypes } from '@onescreen/shared/catalogue';
import type { Refusal } from '@onescreen/shared/protocol';
import {
  isRefusal,
  PROTOCOL_VERSION,
  ProtocolError,
  parseAck,
  parseConsoleCommand,
  parseConsoleHello,
  parseControl,
  parseHello,
  parseInterest,
  parsePaceStatus,
  parseWelcome,
  refusalMessage,
} from '@onescreen/shared/protocol';
import fc from 'fast-check';
import { expect, test } from 'vitest';

function refusalOf(act: () => unknown): Refusal | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof ProtocolError) return error.refusal;
    throw error;
  }
}

const info = {
  run: 'r',
  scenario: 's',
  zh: '',
  en: '',
  seed: 7,
  density: 1,
  policy: 'nearest',
  epochMs: 0,
  durationTicks: 60,
  stepTicks: 5,
  units: [],
  cameras: [],
  phases: [],
};
const parsers = [
  parseAck,
  parseConsoleCommand,
  parseConsoleHello,
  parseControl,
  parseHello,
  parseInterest,
  parsePaceStatus,
  parseWelcome,
];

test('whatever is sent, a parser gives a value or a ProtocolError', () => {
  fc.assert(
    fc.property(fc.anything(), fc.nat({ max: parsers.length - 1 }), (value, which) => {
      refusalOf(() => parsers[which]!(value));
      refusalOf(() => parsers[which]!({ protocol: PROTOCOL_VERSION, ...(typeof value === 'object' ? value : {}) }));
    }),
    { numRuns: 1000 },
  );
});

test('a peer of another version is told so before anything else is looked at', () => {
  for (const parse of [parseHello, parseConsoleHello]) {
    expect(refusalOf(() => parse({ protocol: PROTOCOL_VERSION + 1, nonsense: true }))).toBe('protocol-version');
    expect(refusalOf(() => parse(null))).toBe('protocol-version');
    expect(refusalOf(() => parse({ protocol: PROTOCOL_VERSION }))).toBe('malformed');
  }
});

test('good messages pass unchanged', () => {
  const hello = { protocol: PROTOCOL_VERSION, source: 'simulator', lane: 'aside', info, scenarioText: null };
  expect(parseHello(hello)).toEqual(hello);
  const screen = { protocol: PROTOCOL_VERSION, area: '310118', cursor: { run: 'r', seq: 3, tick: 8 } };
  expect(parseConsoleHello(screen)).toEqual(screen);
  const start = { kind: 'start', scenario: 'typhoon', seed: 7, density: 2, speed: 60 };
  expect(parseConsoleCommand(start)).toEqual(start);
  expect(parseControl(start)).toEqual(start);
  const withPolicy = { ...start, policy: 'batch' };
  expect(parseConsoleCommand(withPolicy)).toEqual(withPolicy);
  expect(parseControl(withPolicy)).toEqual(withPolicy);
  const type = caseTypes[0]!.code;
  const effect = { kind: 'effect', indicator: 'tti-surface', area: '310118', minutes: 5, rampMinutes: 0 };
  const ack = {
    run: 'r',
    seq: 3,
    orders: [
      { kind: 'go', id: 'o1', unit: 'u', case: 'C1', type, to: [121, 31], role: 'lead' },
      { kind: 'go', id: 'o4', unit: 'v', case: 'C1', type, to: [121, 31], role: 'support' },
      {
        kind: 'check',
        id: 'o5',
        case: 'C1',
        purpose: 'contact',
        means: 'callback',
        type,
        at: [121, 31],
        area: 3,
        device: null,
        afterTicks: 0,
      },
      { kind: 'recall', id: 'o2', unit: 'u' },
      { kind: 'inject', id: 'I1', what: { kind: 'burst', type, count: 3, area: '310118', minutes: 5 } },
      { kind: 'inject', id: 'I2', what: { ...effect, factor: 2 } },
      { kind: 'inject', id: 'I3', what: { ...effect, add: -5 } },
      { kind: 'inject', id: 'I4', what: { kind: 'unit-lost', unit: 'u', minutes: 5 } },
      {
        kind: 'check',
        id: 'o3',
        case: 'C1',
        purpose: 'closure',
        means: 'reshoot',
        type,
        at: [121, 31],
        area: 3,
        device: null,
        afterTicks: 600,
      },
    ],
  };
  expect(parseAck(ack)).toEqual(ack);
  expect(parseWelcome({ run: 'r', lastSeq: 3, lastAck: ack })).toEqual({ run: 'r', lastSeq: 3, lastAck: ack });
});

test('an area that is not there is refused by that name', () => {
  expect(parseInterest('310107')).toBe('310107');
  expect(refusalOf(() => parseInterest('999999'))).toBe('unknown-area');
  expect(refusalOf(() => parseInterest(310107))).toBe('malformed');
  expect(refusalOf(() => parseConsoleHello({ protocol: PROTOCOL_VERSION, area: '1', cursor: null }))).toBe(
    'unknown-area',
  );
});

test.each([
  [{ kind: 'pace', speed: 0, paused: false }],
  [{ kind: 'pace', speed: 601, paused: false }],
  [{ kind: 'pace', speed: Number.NaN, paused: false }],
  [{ kind: 'pace', speed: 60 }],
  [{ kind: 'start', scenario: 'typhoon', seed: 1.5, density: 1, speed: 1 }],
  [{ kind: 'start', scenario: 'typhoon', seed: -1, density: 1, speed: 1 }],
  [{ kind: 'start', scenario: '', seed: 1, density: 1, speed: 1 }],
  [{ kind: 'start', scenario: 'typhoon', seed: 1, density: 21, speed: 1 }],
  [{ kind: 'acknowledge' }],
  [{ kind: 'acknowledge', alarm: 'x'.repeat(1000) }],
  [{ kind: 'shelve', alarm: 'rain-1h@310000', minutes: 15 }],
  [{ kind: 'shelve', alarm: 'rain-1h@310000', minutes: 0, reason: 'cause-known' }],
  [{ kind: 'shelve', alarm: 'rain-1h@310000', minutes: 1.5, reason: 'cause-known' }],
  [{ kind: 'unshelve' }],
  [{ kind: 'reboot' }],
  ['step'],
  [null],
])('%j is no command', (value) => {
  expect(refusalOf(() => parseConsoleCommand(value))).toBe('malformed');
});

test('every refusal has a sentence in both languages, and nothing else is a refusal', () => {
  const names: Refusal[] = [
    'protocol-version',
    'origin',
    'host',
    'token',
    'too-slow',
    'malformed',
    'not-allowed',
    'unknown-area',
    'unknown-scenario',
    'no-simulator',
    'too-many',
    'not-found',
    'sequence-gap',
    'other-run',
    'failed',
  ];
  for (const refusal of names) {
    const { zh, en } = refusalMessage(refusal);
    expect(zh).toMatch(/。$/);
    expect(en).toMatch(/\.$/);
    expect(isRefusal(refusal)).toBe(true);
  }
  expect(isRefusal('toString')).toBe(false);
  expect(isRefusal(3)).toBe(false);
});
