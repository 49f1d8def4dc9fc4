// Parse functions of every message that is plain JSON, both directions: what comes back is safe to trust.

import { hasArea } from '../geography/index.ts';
import { DAY } from '../time.ts';
import { z } from '../zod.ts';
import { parseWith } from './boundedJson.ts';
import type { BranchChanges } from './branch.ts';
import type { ConsoleCommand, ConsoleHello, RunCommand } from './console.ts';
import { PROTOCOL_VERSION } from './console.ts';
import type { Ack, BranchOrder, Control, Hello, Order, PaceStatus, Welcome } from './ingest.ts';
import { injectSchema } from './inject.ts';
import type { KeptWorld } from './keep.ts';
import { keptWorldSchema, worldSchema } from './keep.ts';
import { ProtocolError } from './refusals.ts';
import {
  areaSchema,
  bilingualSchema,
  caseTypeSchema,
  checkMeansSchema,
  densitySchema,
  nameSchema,
  positionSchema,
  responseLevelSchema,
  runInfoSchema,
  seedSchema,
  speedSchema,
  textSchema,
  tickSchema,
} from './schemas.ts';

/** Throws ProtocolError `protocol-version` unless the peer speaks ours. */
export function requireProtocol(version: unknown): void {
  if (version === PROTOCOL_VERSION) return;
  const theirs = typeof version === 'number' ? `version ${version}` : 'no version';
  throw new ProtocolError(
    'protocol-version',
    `this side speaks protocol version ${PROTOCOL_VERSION}, the other side ${theirs}`,
  );
}

/** The version is looked at first: an older peer's message may have another shape. */
function requireProtocolOf(value: unknown): void {
  requireProtocol(typeof value === 'object' && value !== null && 'protocol' in value ? value.protocol : undefined);
}

const sequenceSchema = z.int().min(0);
const laneSchema = z.enum(['stage', 'aside']);
/** As long as a scenario file may be. */
const LONGEST_SCENARIO = 256 * 1024;
const helloSchema: z.ZodType<Hello> = z.object({
  protocol: z.int(),
  source: nameSchema,
  lane: laneSchema.default('stage'),
  info: runInfoSchema,
  scenarioText: z.string().max(LONGEST_SCENARIO).nullable(),
});

/** First message of a source. Throws ProtocolError. */
export function parseHello(value: unknown): Hello {
  requireProtocolOf(value);
  return parseWith(helloSchema, value, 'hello');
}

const consoleHelloSchema: z.ZodType<ConsoleHello> = z.object({
  protocol: z.int(),
  area: z.string().max(16),
  cursor: z.object({ run: nameSchema, seq: sequenceSchema, tick: z.int().min(-1) }).nullable(),
});

/** Handshake of a screen. Throws ProtocolError, `unknown-area` for an area that is not there. */
export function parseConsoleHello(value: unknown): ConsoleHello {
  requireProtocolOf(value);
  const hello = parseWith(consoleHelloSchema, value, 'hello');
  parseInterest(hello.area);
  return hello;
}

/** Code of an area that a screen wants to see. Throws ProtocolError. */
export function parseInterest(value: unknown): string {
  if (typeof value !== 'string') throw new ProtocolError('malformed', 'interest: the area is not a text');
  if (!hasArea(value))
    throw new ProtocolError('unknown-area', `interest: no area ${JSON.stringify(value.slice(0, 32))}`);
  return value;
}

const paceSchema = z.object({ kind: z.literal('pace'), speed: speedSchema, paused: z.boolean() });
const stepSchema = z.object({ kind: z.literal('step') });
const startSchema = z.object({
  kind: z.literal('start'),
  scenario: nameSchema,
  seed: seedSchema,
  density: densitySchema,
  speed: speedSchema,
  policy: nameSchema.exactOptional(),
});
const reason = { reason: nameSchema };
const action = <K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), case: nameSchema, ...shape });
const runCommands = [
  z.object({ kind: z.literal('acknowledge'), alarm: nameSchema }),
  z.object({ kind: z.literal('shelve'), alarm: nameSchema, minutes: z.int().min(1).max(1_000_000), ...reason }),
  z.object({ kind: z.literal('unshelve'), alarm: nameSchema }),
  action('accept', {}),
  action('reject', reason),
  action('file', {}),
  action('join', { into: nameSchema, ...reason }),
  action('assign', { unit: nameSchema, reason: nameSchema.exactOptional() }),
  action('support', { unit: nameSchema, ...reason }),
  action('withdraw', reason),
  action('return', reason),
  action('rule', { ruling: z.enum(['force', 'another']), ...reason }),
  action('extend', { minutes: z.number().min(1).max(1_000_000), ...reason }),
  action('suspend', { untilTick: tickSchema, plan: textSchema.min(1), ...reason }),
  action('resume', {}),
  action('urge', {}),
  action('escalate', { to: z.enum(['grid', 'street', 'district', 'city']), ...reason }),
  action('contact', {}),
  action('take', {}),
  action('release', {}),
  action('verify', { means: checkMeansSchema }),
  action('rework', reason),
  action('confirm', {}),
  action('close', {}),
  action('reopen', reason),
  action('void', reason),
  action('look', {}),
  z.object({ kind: z.literal('policy'), policy: nameSchema }),
  z.object({ kind: z.literal('inject'), what: injectSchema }),
] as const;
const runCommandSchema: z.ZodType<RunCommand> = z.discriminatedUnion('kind', runCommands);

/** More than people ask for in the longest drill. */
const MOST_CHANGES = 2000;
const branchChangesSchema: z.ZodType<BranchChanges> = z.object({
  without: z.array(sequenceSchema).max(MOST_CHANGES).default([]),
  nobody: z.boolean().default(false),
  shiftTicks: z.int().min(-DAY).max(DAY).default(0),
  moved: z
    .array(z.object({ seq: sequenceSchema, tick: tickSchema }))
    .max(MOST_CHANGES)
    .default([]),
  added: z
    .array(z.object({ tick: tickSchema, command: runCommandSchema }))
    .max(MOST_CHANGES)
    .default([]),
  policy: nameSchema.nullable().default(null),
});
const branchSchema = z.object({
  kind: z.literal('branch'),
  run: nameSchema,
  forkTick: tickSchema,
  changes: branchChangesSchema,
  aside: z.boolean().default(true),
  speed: speedSchema.exactOptional(),
  untilTick: tickSchema.exactOptional(),
});
const commandSchema: z.ZodType<ConsoleCommand> = z.discriminatedUnion('kind', [
  ...runCommands,
  paceSchema,
  stepSchema,
  startSchema,
  branchSchema,
]);
const ofTheWorld: ReadonlySet<ConsoleCommand['kind']> = new Set(['pace', 'step', 'start', 'branch'] as const);
/** Whether a command goes to the engine and into the log. */
export const isRunCommand = (command: ConsoleCommand): command is RunCommand => !ofTheWorld.has(command.kind);
const branchOrderSchema: z.ZodType<BranchOrder> = z.object({
  lane: laneSchema,
  run: nameSchema,
  scenario: nameSchema,
  scenarioText: z.string().max(LONGEST_SCENARIO).nullable(),
  seed: seedSchema,
  density: densitySchema,
  policy: nameSchema,
  durationTicks: tickSchema,
  world: worldSchema.nullable(),
  forkTick: tickSchema,
  speed: speedSchema.nullable(),
  untilTick: tickSchema.nullable(),
});
const controlSchema: z.ZodType<Control> = z.discriminatedUnion('kind', [paceSchema, stepSchema, startSchema]);

/** A command of a screen. Throws ProtocolError. */
export const parseConsoleCommand = (value: unknown): ConsoleCommand => parseWith(commandSchema, value, 'command');
/** A world's snapshot. Throws ProtocolError. */
export const parseKeptWorld = (value: unknown): KeptWorld => parseWith(keptWorldSchema, value, 'keep');
/** The operator's hand on the world, as the world gets it. Throws ProtocolError. */
export const parseControl = (value: unknown): Control => parseWith(controlSchema, value, 'control');
/** A branch whose world is to be re-created. Throws ProtocolError. */
export const parseBranchOrder = (value: unknown): BranchOrder => parseWith(branchOrderSchema, value, 'branch');

const orderSchema: z.ZodType<Order> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('go'),
    id: nameSchema,
    unit: nameSchema,
    case: nameSchema,
    type: caseTypeSchema,
    to: positionSchema,
    role: z.enum(['lead', 'support']),
  }),
  z.object({ kind: z.literal('recall'), id: nameSchema, unit: nameSchema }),
  z.object({
    kind: z.literal('check'),
    id: nameSchema,
    case: nameSchema,
    purpose: z.enum(['review', 'closure', 'contact']),
    means: checkMeansSchema,
    type: caseTypeSchema,
    at: positionSchema,
    area: areaSchema,
    device: nameSchema.nullable(),
    afterTicks: tickSchema,
  }),
  z.object({ kind: z.literal('inject'), id: nameSchema, what: injectSchema }),
]);
const ackSchema: z.ZodType<Ack> = z.object({
  run: nameSchema,
  seq: sequenceSchema,
  orders: z.array(orderSchema).max(100_000),
});
const welcomeSchema: z.ZodType<Welcome> = z.object({
  run: nameSchema,
  lastSeq: sequenceSchema,
  lastAck: ackSchema.nullable(),
});

/** The platform's answer to a batch. Throws ProtocolError. */
export const parseAck = (value: unknown): Ack => parseWith(ackSchema, value, 'ack');
/** The platform's answer to hello. Throws ProtocolError. */
export const parseWelcome = (value: unknown): Welcome => parseWith(welcomeSchema, value, 'welcome');

export const paceStatusSchema: z.ZodType<PaceStatus> = z.object({
  speed: speedSchema,
  paused: z.boolean(),
  scenarios: z
    .array(
      z.object({
        id: nameSchema,
        zh: textSchema,
        en: textSchema,
        startLocal: nameSchema,
        durationMinutes: z.number().min(0),
        peakLevel: responseLevelSchema,
        facts: z.array(bilingualSchema).max(50),
        picture: nameSchema,
      }),
    )
    .max(500),
});
/** What a simulator says about its pace. Throws ProtocolError. */
export const parsePaceStatus = (value: unknown): PaceStatus => parseWith(paceStatusSchema, value, 'pace');
