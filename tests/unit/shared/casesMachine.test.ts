// The case machine walked at random, 100 000 commands long, over several cases at once, held against a second rule book (caseModel.ts):
// whatever is asked, by whom and when, the two agree; and the walk has been everywhere that the rule book leads.

import type { CaseCommand, CaseState } from '@onescreen/shared/cases';
import {
  allowedReasons,
  confirmationsMissing,
  decide,
  evolve,
  isEnded,
  isFiled,
  levels,
  refusalCodes,
  remaining,
} from '@onescreen/shared/cases';
import type { Actor } from '@onescreen/shared/ids';
import type { CaseEntry } from '@onescreen/shared/log';
import type { Random } from '@onescreen/shared/random';
import { createRandom } from '@onescreen/shared/random';
import { DAY, HOUR, MINUTE, parseInstant } from '@onescreen/shared/time';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Model } from './caseModel.ts';
import { differencesOf, elapse, follow, newModel, refuses, TYPES } from './caseModel.ts';
import type { From } from './caseTable.ts';
import { ENTRY_OF, TRANSITIONS } from './caseTable.ts';

type Kind = CaseCommand['kind'];
const KINDS = Object.keys(ENTRY_OF) as Kind[];
const COMMANDS_IN_ALL = 100_000;
const COMMANDS_A_WALK = 200;
const CASES_A_WALK = 3;
/** A weekend, the National Day week and the make-up Saturday after it lie in every walk that is long enough. */
const BEGINS = ['2026-09-25T16:00+08:00', '2026-09-30T10:00+08:00', '2026-10-09T15:30+08:00'].map(parseInstant);
/** The model knows the holidays of the autumn only. */
const LONGEST_WALK = 70 * DAY;

const UNITS = ['U1', 'U2', 'U3', 'U4'] as const;
const ACTORS: readonly Actor[] = ['rule:r', 'rule:r', 'user:li', 'user:wang', 'unit:U1'];
/** Each walk leans to some kinds, so that what is rare is reached too. */
const THEMES: readonly (readonly Kind[])[] = [
  [],
  ['dispatch', 'return', 'rule'],
  ['return', 'rule', 'dispatch', 'suspend', 'resume'],
  ['arrive', 'handle', 'check', 'close', 'evaluate', 'spot-check', 'reopen'],
  ['check', 'rework', 'arrive', 'handle', 'dispatch'],
  ['escalate', 'check', 'confirm', 'close'],
  ['take', 'release', 'dispatch'],
  ['urge', 'extend', 'suspend', 'resume'],
  ['support', 'include', 'contact', 'join', 'withdraw'],
];

interface Walked {
  id: string;
  state: CaseState | null;
  model: Model;
  /** The case as it was when the state let it go. */
  gone: CaseState | null;
}

const reached = new Map<string, number>();
const refused = new Map<string, number>();
const count = (counts: Map<string, number>, key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Mostly what is right at this point, now and then anything. */
const usually = <T>(random: Random, right: T, others: readonly T[]): T =>
  random.next() < 0.8 ? right : random.pick(others);

/** The next step of the usual way. */
const ONWARD: Readonly<Partial<Record<From, Kind>>> = {
  nothing: 'discover',
  discovered: 'accept',
  accepted: 'file',
  filed: 'dispatch',
  dispatched: 'arrive',
  handling: 'handle',
  suspended: 'resume',
  checking: 'check',
};

function pickKind(random: Random, status: From, theme: readonly Kind[]): Kind {
  const dice = random.next();
  if (dice < 0.1) return random.pick(KINDS);
  const onward = ONWARD[status];
  if (onward !== undefined && dice < 0.35) return onward;
  const possible = KINDS.filter((kind) => TRANSITIONS[ENTRY_OF[kind]][status] !== undefined);
  const liked = possible.filter((kind) => theme.includes(kind));
  if (liked.length > 0 && random.next() < 0.7) return random.pick(liked);
  // What ends a case is not asked for all the time, or no walk would get far.
  const lasting = possible.filter((kind) => kind !== 'void' && kind !== 'reject' && kind !== 'join');
  return random.pick(lasting.length > 0 && random.next() < 0.95 ? lasting : possible.length > 0 ? possible : KINDS);
}

function pickWait(random: Random, tick: number): number {
  const dice = random.next();
  if (tick > LONGEST_WALK || dice < 0.7) return random.whole(4 * MINUTE);
  if (dice < 0.93) return random.whole(2 * HOUR);
  return dice < 0.99 ? random.whole(2 * DAY) : random.whole(9 * DAY);
}

function pickReason(random: Random, kind: Kind): { reason?: string } {
  const dice = random.next();
  if (dice < 0.04) return { reason: random.pick(['', 'because', 'weather']) };
  const reasons = allowedReasons[kind];
  return reasons === undefined || dice < 0.06 ? {} : { reason: random.pick(reasons) };
}

/** A command for the case, right for it more often than not. */
function pickCommand(random: Random, { id, state, model, gone }: Walked, theme: readonly Kind[], tick: number) {
  const picked = pickKind(random, gone === null ? model.status : 'closed', theme);
  // The number of a case that the state has let go is never given again.
  const kind = gone !== null && (random.next() < 0.6 || picked === 'discover') ? 'reopen' : picked;
  const by = state?.held && random.next() < 0.7 ? state.held : random.pick(ACTORS);
  const unit = usually(random, (state && 'unit' in state ? state.unit : undefined) ?? 'U1', UNITS);
  const code = random.pick(Object.keys(TYPES));
  const source = random.pick(['ai_camera', 'hotline']);
  const level = usually(random, (state && confirmationsMissing(state)[0]) ?? 'district', levels);
  const percent = usually(random, model.urged === 0 ? 80 : model.urged === 80 ? 100 : 150, [80, 100, 150] as const);
  return {
    kind,
    by,
    ...pickReason(random, kind),
    ...(kind === 'discover' && { type: code, at: [121.4, 31.2], area: 40, source, confidence: 0.9 }),
    ...(kind === 'merge' && { signal: 'S1' }),
    ...(kind === 'file' && { serial: 1 + random.whole(999_999) }),
    ...(kind === 'dispatch' && {
      unit: random.pick(UNITS),
      order: 'O1',
      distanceMetres: 9,
      travelSeconds: 1,
      runnersUp: [],
    }),
    ...(kind === 'support' && { unit: random.pick(UNITS), order: 'O2', distanceMetres: 9 }),
    ...((kind === 'return' || kind === 'arrive' || kind === 'handle') && { unit }),
    ...(kind === 'join' && { into: usually(random, 'C9', [id]) }),
    ...(kind === 'rule' && { ruling: random.pick(['force', 'another']) }),
    ...(kind === 'confirm' && { level }),
    ...((kind === 'spot-check' || kind === 'check') && { pass: random.next() < 0.6, means: 'visit' }),
    ...(kind === 'include' && { incident: random.pick(['I1', 'I2']) }),
    ...(kind === 'extend' && { minutes: random.pick([-5, 1, 30, 60, 2000]) }),
    ...(kind === 'suspend' && { untilTick: tick + random.whole(DAY) - HOUR, plan: random.pick(['plan', 'plan', ' ']) }),
    ...(kind === 'escalate' && { to: random.pick(['grid', 'street', 'district', 'city']) }),
    ...(kind === 'urge' && { percent }),
    ...(kind === 'evaluate' && { answer: 'satisfied' }),
    ...(kind === 'reopen' && gone !== null && { was: gone }),
  } as CaseCommand;
}

/** What holds for every step of every case. */
function holds(before: CaseState | null, after: CaseState, asked: CaseCommand, tick: number): void {
  if (before !== null) {
    must(after.steps.length > before.steps.length, 'a step is missing from the line');
    must(
      before.steps.every((step, i) => step === after.steps[i]),
      'a step of the past has changed',
    );
    must(!isEnded(before) || ['reopen', 'evaluate', 'spot-check'].includes(asked.kind), 'an ended case has moved');
    must(after.id === before.id && after.type === before.type, 'it is another case');
    must(!(after.automatic && !before.automatic), 'what a person did was forgotten');
    must(levels.indexOf(after.level) >= levels.indexOf(before.level), 'a case went down a level');
  }
  must(after.returns <= 3, 'a case was returned a fourth time');
  must(after.ruling === null || after.status === 'filed' || after.status === 'suspended', 'a case went on unruled');
  must(!isEnded(after) || after.held === null, 'an ended case is in hand');
  if (isFiled(after)) {
    must(after.dueTick >= after.filedTick, 'due before it was filed');
    must(/^\d{6}-\d{3}-\d{8}-[EC]\d{2}-\d{6}$/.test(after.number), `${after.number} is no case number`);
  }
  if (after.status === 'closed') {
    const sinceSent = after.steps.findLastIndex(
      (step) => step.kind === 'case.dispatched' || step.kind === 'case.reopened',
    );
    const later = after.steps.slice(sinceSent + 1);
    must(
      later.some((step) => step.kind === 'case.checked' && step.pass),
      'closed without a passed check',
    );
    must(confirmationsMissing(after).length === 0, 'closed before every level agreed');
    must(after.closedTick <= tick, 'closed in the future');
    const closing = after.steps.findLastIndex((step) => step.kind === 'case.closed');
    const people = after.steps.slice(0, closing + 1).some((step) => step.by.startsWith('user:'));
    const step = after.steps[closing]!;
    must(step.kind === 'case.closed' && !(step.automatic && people), 'a person did not count');
  }
}

/** The model's stopwatch and the state's due tick tell the same countdown. */
function compareClocks(state: CaseState, model: Model, tick: number, epochMs: number): void {
  if (!isFiled(state) || isEnded(state) || state.status === 'suspended') return;
  const left = remaining(TYPES[state.type]!.clock, tick, state.dueTick, epochMs);
  const difference = Math.abs(left - (model.limit - model.used));
  must(difference <= 3, `the countdown says ${left} s, the stopwatch ${model.limit - model.used}`);
}

function carryOut(walked: Walked, asked: CaseCommand, events: readonly CaseEntry[], tick: number): void {
  const before = walked.state;
  let state = walked.gone === null || asked.kind !== 'reopen' ? before : null;
  if (walked.gone !== null) walked.model.status = 'nothing';
  for (const event of events) {
    count(reached, `${event.kind}|${walked.model.status}`);
    follow(walked.model, event, tick, asked.kind === 'extend' ? asked.minutes : 0);
    state = Object.freeze(evolve(state, { tick, seq: (state?.steps.length ?? 0) + 1, ...event }));
    for (const list of [state.steps, state.support, state.confirmed]) Object.freeze(list);
  }
  holds(walked.gone ?? before, state!, asked, tick);
  walked.state = state;
  walked.gone = null;
}

/** One command; throws Error where the rule book and the model part. */
function step(random: Random, walked: Walked, theme: readonly Kind[], tick: number, epochMs: number): void {
  const { id, model } = walked;
  const asked = pickCommand(random, walked, theme, tick);
  elapse(model, tick, epochMs);
  const decision = decide(asked, walked.state, { case: id, tick, epochMs });
  const isRefused = decision.refusal !== undefined;
  const wanted = walked.gone !== null && asked.kind !== 'reopen' ? true : refuses(model, asked, id, tick, epochMs);
  const told = isRefused ? decision.refusal.code : 'carried out';
  must(wanted === null || wanted === isRefused, `${told}: ${JSON.stringify(asked)} of ${JSON.stringify(model)}`);
  if (isRefused) {
    count(refused, decision.refusal.code);
    return;
  }
  must(decision.events.length > 0, 'carried out with nothing to say');
  carryOut(walked, asked, decision.events, tick);
  const differences = differencesOf(model, walked.state!);
  must(differences.length === 0, `after ${JSON.stringify(asked)}: ${differences.join('; ')}`);
  compareClocks(walked.state!, model, tick, epochMs);
}

const isDone = ({ state }: Walked): boolean =>
  state !== null && (state.status === 'voided' || state.status === 'rejected' || state.status === 'joined');

/** Some hundred commands to some cases. The seed is the walk's name: the same seed walks the same way. */
function walk(seed: number): void {
  const random = createRandom(seed, 'walk');
  const theme = THEMES[seed % THEMES.length]!;
  const epochMs = random.pick(BEGINS);
  let made = 0;
  const newCase = (): Walked => ({ id: `C${++made}`, state: null, model: newModel(), gone: null });
  const cases = Array.from({ length: CASES_A_WALK }, newCase);
  let tick = 0;
  for (let i = 0; i < COMMANDS_A_WALK; i++) {
    tick += pickWait(random, tick);
    const at = random.whole(CASES_A_WALK);
    const walked = cases[at]!;
    if (isDone(walked) && random.next() < 0.3) cases[at] = newCase();
    const { state } = walked;
    if ((state?.status === 'closed' || state?.status === 'evaluated') && random.next() < 0.2)
      Object.assign(walked, { gone: state, state: null });
    step(random, cases[at]!, theme, tick, epochMs);
  }
}

test('property: 100 000 commands in any order, by anybody, at any time: the two rule books agree', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 0x7fff_ffff }), walk), {
    numRuns: COMMANDS_IN_ALL / COMMANDS_A_WALK,
    seed: 20260930,
    endOnFailure: true,
  });
}, 60_000);

test('the walk has taken every step of the rule book from every status that it may be taken from, and heard every refusal', () => {
  const columns = [
    'nothing',
    'discovered',
    'accepted',
    'filed',
    'dispatched',
    'handling',
    'suspended',
    'checking',
    'closed',
    'evaluated',
  ];
  const row = (name: string, cells: readonly string[]) =>
    name.padEnd(18) + cells.map((cell) => cell.padStart(11)).join('');
  const kinds = Object.keys(TRANSITIONS) as CaseEntry['kind'][];
  const lines = kinds.map((kind) =>
    row(
      kind,
      columns.map((from) =>
        TRANSITIONS[kind][from as From] === undefined ? '·' : String(reached.get(`${kind}|${from}`) ?? 0),
      ),
    ),
  );
  const refusals = refusalCodes.map((code) => `${code} ${refused.get(code) ?? 0}`);
  console.log([row('', columns), ...lines, `refusals: ${refusals.join(', ')}`].join('\n'));

  const wanted = kinds.flatMap((kind) => Object.keys(TRANSITIONS[kind]).map((from) => `${kind}|${from}`));
  expect([...reached.keys()].sort()).toEqual(wanted.sort());
  expect([...refused.keys()].sort()).toEqual([...refusalCodes].sort());
});
