// Logs for tests of KPIs and scores: a few cases told step by step, or many that go any way that the rule book allows.
import type { CaseCommand, CaseState } from '@onescreen/shared/cases';
import { decide, endTick, evolve, isEnded, KEEP_ENDED_TICKS, reasonCodes } from '@onescreen/shared/cases';
import { caseTypes } from '@onescreen/shared/catalogue';
import { areaByCode, areas, FIRST_STREET } from '@onescreen/shared/geography';
import type { KpiGrouping, KpiReport } from '@onescreen/shared/kpis';
import { addToLedger, createLedger, reportOf } from '@onescreen/shared/kpis';
import type { CaseEntry, Entry, EntryBody } from '@onescreen/shared/log';
import { createRandom } from '@onescreen/shared/random';
import { parseInstant } from '@onescreen/shared/time';

export const XUJING = areaByCode('310118106').index;
export const MINUTE = 60;

type Told = EntryBody extends infer Body ? (Body extends CaseEntry ? Omit<Body, 'case'> : never) : never;

/** A log that is told entry by entry; `startLocal` is tick 0 in Shanghai. */
export function createTale(startLocal = '2024-05-14T09:00') {
  const epochMs = parseInstant(`${startLocal}+08:00`);
  const entries: Entry[] = [];
  const add = (tick: number, body: EntryBody): void => {
    entries.push({ run: 'tale', seq: entries.length + 1, tick, ...body } as Entry);
  };
  return {
    epochMs,
    entries,
    add,
    /** Steps of one case, each with its tick. */
    tell(id: string, ...steps: readonly (readonly [tick: number, step: Told])[]): void {
      for (const [tick, step] of steps) add(tick, { ...step, case: id } as EntryBody);
    },
    report(fromTick: number, toTick: number, by: KpiGrouping = 'city', area?: number): KpiReport {
      const ledger = createLedger();
      for (const entry of entries) addToLedger(ledger, entry);
      return reportOf(ledger, { fromTick, toTick, by, epochMs, ...(area === undefined ? {} : { area }) });
    },
  };
}

/** Steps by name; ticks and dues are the teller's. */
export const step = {
  found: (type = 'XJ01', area = XUJING, by: CaseEntry['by'] = 'rule:three-hits'): Told => ({
    kind: 'case.discovered',
    by,
    type,
    at: [121.27, 31.17],
    area,
    source: 'ai_camera',
    confidence: 0.9,
  }),
  filed: (dueTick: number): Told => ({ kind: 'case.filed', by: 'rule:auto-file', number: 'N', dueTick, priority: 3 }),
  sent: (by: CaseEntry['by'] = 'rule:nearest', unit = 'U1'): Told => ({
    kind: 'case.dispatched',
    by,
    unit,
    order: `O-${unit}`,
    distanceMetres: 1,
    travelSeconds: 1,
    runnersUp: [],
  }),
  returned: { kind: 'case.returned', by: 'unit:U1', unit: 'U1', reason: 'not-our-duty' },
  handled: { kind: 'case.handled', by: 'unit:U1', unit: 'U1' },
  checked: (pass: boolean, by: CaseEntry['by'] = 'rule:camera-clear'): Told => ({
    kind: 'case.checked',
    by,
    means: 'reshoot',
    pass,
  }),
  closed: (automatic = true): Told => ({ kind: 'case.closed', by: 'rule:auto-close', automatic }),
  voided: (reason: string): Told => ({ kind: 'case.voided', by: 'user:leader', reason }),
  extended: (dueTick: number): Told => ({ kind: 'case.extended', by: 'user:leader', dueTick, reason: 'complex-case' }),
  suspended: (untilTick: number): Told => ({
    kind: 'case.suspended',
    by: 'user:leader',
    untilTick,
    plan: 'dig',
    reason: 'weather',
  }),
  resumed: (dueTick: number): Told => ({ kind: 'case.resumed', by: 'rule:resume', dueTick }),
  reworked: (dueTick: number): Told => ({
    kind: 'case.reworked',
    by: 'rule:check-failed',
    dueTick,
    reason: 'still-there',
  }),
  reopened: (dueTick: number): Told => ({ kind: 'case.reopened', by: 'user:leader', dueTick, reason: 'seen-again' }),
  answered: (answer: 'very-satisfied' | 'dissatisfied' | 'no-answer' | 'by-rule'): Told => ({
    kind: 'case.evaluated',
    by: 'user:citizen',
    answer,
  }),
} as const;

const people = ['rule:any', 'rule:any', 'rule:any', 'user:wang'] as const;
const returnReasons = ['not-our-territory', 'not-our-duty', 'ownership-unclear'] as const;

/**
 * A log of `count` cases over `ticks`, each a random walk through the rule book: commands that it refuses are left out.
 * The first line of the export of such a run would be `{kind: 'header', epochMs}`.
 */
export function wander(
  seed: number,
  count: number,
  ticks: number,
  startLocal: string,
): { epochMs: number; entries: Entry[] } {
  const random = createRandom(seed, 'wander');
  const epochMs = parseInstant(`${startLocal}+08:00`);
  const steps: { tick: number; order: number; entry: CaseEntry }[] = [];
  for (let serial = 1; serial <= count; serial++) {
    const id = `C${String(serial).padStart(5, '0')}`;
    const type = random.pick(caseTypes).code;
    const area = FIRST_STREET + random.whole(random.next() < 0.5 ? 3 : areas.length - FIRST_STREET);
    let state: CaseState | null = null;
    let tick = random.whole(ticks);
    for (let i = 0; i < 60 && tick <= ticks; i++) {
      for (const command of state === null
        ? [discovery(type, area, random.pick(people))]
        : someCommands(state, tick, random)) {
        const known: CaseState | null = state !== null && isGone(state, tick) ? null : state;
        const decision = decide(command, known, { case: id, tick, epochMs });
        for (const entry of decision.events ?? []) {
          state = evolve(state, { seq: 1, tick, ...entry });
          steps.push({ tick, order: steps.length, entry });
        }
      }
      tick += random.whole(random.next() < 0.8 ? 900 : 40_000);
    }
  }
  steps.sort((a, b) => a.tick - b.tick || a.order - b.order);
  return {
    epochMs,
    entries: steps.map(({ tick, entry }, i) => ({ run: 'wander', seq: i + 1, tick, ...entry }) as Entry),
  };
}

const discovery = (type: string, area: number, by: CaseEntry['by']): CaseCommand => ({
  kind: 'discover',
  by,
  type,
  area,
  at: [121.4, 31.2],
  source: type.startsWith('EV1') ? 'hotline' : 'ai_camera',
  confidence: 0.9,
});

/** The state of the run has let the case go: only the desk's archive has it, and gives it back with a reopening. */
const isGone = (state: CaseState, tick: number): boolean => isEnded(state) && tick - endTick(state) >= KEEP_ENDED_TICKS;

/** A few things that might be asked of the case now, mostly what brings it on. */
function someCommands(state: CaseState, tick: number, random: ReturnType<typeof createRandom>): CaseCommand[] {
  const by = random.pick(people);
  const unit = 'unit' in state && random.next() < 0.8 ? state.unit : `U${random.whole(3)}`;
  const reason = random.pick(reasonCodes);
  const usual: CaseCommand[] = [
    { kind: 'accept', by },
    { kind: 'file', by, serial: 1, ...(random.next() < 0.2 ? { reason: 'self-correct-first' } : {}) },
    { kind: 'dispatch', by, unit, order: `O${tick}`, distanceMetres: 1, travelSeconds: 1, runnersUp: [], reason },
    { kind: 'arrive', by: `unit:${unit}`, unit },
    { kind: 'handle', by: `unit:${unit}`, unit },
    { kind: 'check', by, means: 'photo', pass: random.next() < 0.6 },
    { kind: 'rework', by, reason: 'still-there' },
    { kind: 'confirm', by, level: random.pick(['grid', 'street', 'district', 'city'] as const) },
    { kind: 'close', by },
    {
      kind: 'evaluate',
      by,
      answer: random.pick(['very-satisfied', 'satisfied', 'dissatisfied', 'no-answer', 'by-rule'] as const),
    },
    { kind: 'resume', by },
    { kind: 'rule', by, ruling: 'another', reason: 'ruled-another' },
  ];
  const rare: CaseCommand[] = [
    { kind: 'reject', by, reason },
    { kind: 'join', by, into: 'C99999', reason },
    { kind: 'void', by, reason },
    { kind: 'return', by: `unit:${unit}`, unit, reason: random.pick(returnReasons) },
    { kind: 'withdraw', by, reason },
    { kind: 'extend', by, minutes: 1 + random.whole(2000), reason: 'complex-case' },
    { kind: 'suspend', by, untilTick: tick + 3600, plan: 'dig', reason: 'weather' },
    { kind: 'reopen', by, reason: 'seen-again', ...(isGone(state, tick) ? { was: state } : {}) },
    { kind: 'spot-check', by, pass: random.next() < 0.5 },
  ];
  const asked = [
    random.pick(usual),
    random.pick(usual),
    random.pick(usual),
    random.pick(random.next() < 0.2 ? rare : usual),
  ];
  return isGone(state, tick) ? asked.filter(({ kind }) => kind === 'reopen') : asked;
}

/** A report in the words of the second opinion, tests/system/recountKpis.ts. */
export const inItsWords = ({ rows }: KpiReport) =>
  Object.fromEntries(
    rows.map(({ key, shares, foundByMachine, counts }) => [
      key,
      {
        ...Object.fromEntries(Object.entries(shares).map(([id, { part, whole }]) => [id, [part, whole]])),
        foundByMachine: [foundByMachine.part, foundByMachine.whole],
        open: [counts.open, counts.open],
      },
    ]),
  );
