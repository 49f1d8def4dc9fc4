// Scores by the truth, and how often people overrule the rules: small stories, each with its count.
import type { CaseEntry, Evidence } from '@onescreen/shared/log';
import {
  addToOverrides,
  addToScores,
  createOverrides,
  createScores,
  overridesOf,
  scoresOf,
} from '@onescreen/shared/scoring';
import { describe, expect, test } from 'vitest';
import { createTale, MINUTE, step, XUJING } from './kpisKit.ts';

const HOUR = 60 * MINUTE;
const at = [121.27, 31.17] as const;
type Tale = ReturnType<typeof createTale>;

const hazard = (tale: Tale, tick: number, id: string, type = 'XJ01'): void =>
  tale.add(tick, { kind: 'truth.hazard', hazard: id, type, at, area: XUJING, cause: 'chance' });
const seen = (tale: Tale, tick: number, signal: string, id: string | null): void =>
  tale.add(tick, { kind: 'truth.seen', hazard: id, signal });
const ended = (tale: Tale, tick: number, id: string): void =>
  tale.add(tick, { kind: 'truth.ended', hazard: id, by: 'unit' });
const hit = (id: string, kind: Evidence['kind'] = 'hit'): Evidence => ({ kind, id, tick: 0 });

/** A case that three frames made, accepted, sent out. */
function sentCase(tale: Tale, tick: number, id: string, signals: readonly string[]): void {
  tale.tell(
    id,
    [tick, { ...step.found(), evidence: signals.map((signal) => hit(signal)) }],
    [tick, { kind: 'case.accepted', by: 'rule:confidence-gate' }],
    [tick + 60, step.filed(9000)],
    [tick + 120, step.sent()],
  );
}
const closeCase = (tale: Tale, tick: number, id: string): void =>
  tale.tell(id, [tick, step.handled], [tick, step.checked(true)], [tick, step.closed()]);

const scored = (tale: Tale) => {
  const scores = createScores();
  for (const entry of tale.entries) addToScores(scores, entry);
  return scoresOf(scores);
};

describe('a closing', () => {
  test('is false while a hazard of the case has not ended, and counts against the check and the acceptance', () => {
    for (const [endTick, falseClosures] of [
      [999, 0],
      [1000, 0],
      [1001, 1],
    ] as const) {
      const tale = createTale();
      hazard(tale, 0, 'H1');
      sentCase(tale, 50, 'C1', ['S1', 'S2']);
      seen(tale, 50, 'S1', 'H1');
      // A tick's truth is logged after its cases.
      closeCase(tale, 1000, 'C1');
      ended(tale, endTick, 'H1');
      const scores = scored(tale);
      expect(scores).toMatchObject({ closures: 1, falseClosures, dispatched: 1, falseAlarmsHandled: 0 });
      expect(scores.byRule).toEqual([
        {
          by: 'rule:camera-clear',
          judged: 'check',
          means: 'reshoot',
          closures: 1,
          falseClosures,
          dispatched: 1,
          falseAlarmsHandled: 0,
        },
        {
          by: 'rule:confidence-gate',
          judged: 'accept',
          means: null,
          closures: 1,
          falseClosures,
          dispatched: 1,
          falseAlarmsHandled: 0,
        },
      ]);
    }
  });

  test('is false too for a hazard that a merged signal or a joined case brought in', () => {
    const tale = createTale();
    for (const id of ['H1', 'H2', 'H3']) hazard(tale, 0, id);
    sentCase(tale, 50, 'C1', ['S1']);
    tale.tell('C1', [60, { kind: 'case.merged', by: 'rule:same-place', signal: 'S2' }]);
    tale.tell('C2', [60, { ...step.found(), evidence: [hit('S3')] }]);
    tale.tell('C2', [70, { kind: 'case.joined', by: 'user:wang', into: 'C1', reason: 'same-matter' }]);
    for (const n of [1, 2, 3]) seen(tale, 80, `S${n}`, `H${n}`);
    ended(tale, 900, 'H1');
    closeCase(tale, 1000, 'C1');
    tale.tell('C1', [1100, step.reopened(9000)]);
    ended(tale, 1500, 'H2');
    closeCase(tale, 2000, 'C1');
    tale.tell('C1', [2100, step.reopened(9000)]);
    ended(tale, 2500, 'H3');
    closeCase(tale, 3000, 'C1');
    expect(scored(tale)).toMatchObject({ closures: 3, falseClosures: 2 });
  });

  test('of which the truth says nothing is not counted', () => {
    const tale = createTale();
    sentCase(tale, 50, 'C1', ['S1']);
    closeCase(tale, 1000, 'C1');
    expect(scored(tale)).toMatchObject({ closures: 0, dispatched: 0, byRule: [] });
  });
});

describe('a false alarm', () => {
  test('is handled when a unit is sent to a case with nothing behind any of its signals', () => {
    const tale = createTale();
    hazard(tale, 0, 'H1');
    sentCase(tale, 50, 'C1', ['S1', 'S2']);
    sentCase(tale, 50, 'C2', ['S3', 'S4']);
    seen(tale, 50, 'S1', null);
    seen(tale, 50, 'S2', null);
    seen(tale, 50, 'S3', null);
    seen(tale, 50, 'S4', 'H1');
    expect(scored(tale)).toMatchObject({ dispatched: 2, falseAlarmsHandled: 1 });
  });

  test('that is rejected is no fault; a hazard that is rejected is', () => {
    const tale = createTale();
    hazard(tale, 0, 'H1');
    for (const [id, signal] of [
      ['C1', 'S1'],
      ['C2', 'S2'],
    ] as const)
      tale.tell(
        id,
        [50, { ...step.found(), evidence: [hit(signal)] }],
        [90, { kind: 'case.rejected', by: 'user:intake', reason: 'false-alarm' }],
      );
    seen(tale, 50, 'S1', null);
    seen(tale, 50, 'S2', 'H1');
    tale.add(2 * HOUR, { kind: 'run.finished', reason: 'completed' });
    expect(scored(tale)).toMatchObject({ falseRejections: 1, falseAlarmsHandled: 0, hazards: 1, missed: 1 });
  });
});

describe('a hazard', () => {
  test.each([
    ['seen within the hour is not missed', HOUR, null, 5000, 0],
    ['seen a second after the hour is missed', HOUR + 1, null, 5000, 1],
    ['seen after it had ended is missed', 601, 600, 5000, 1],
    ['not seen, but there for less than an hour, is not judged yet', 9000, null, HOUR - 1, 0],
  ])('%s', (_, seenTick, endTick, lastTick, missed) => {
    const tale = createTale();
    hazard(tale, 0, 'H1');
    if (endTick !== null) ended(tale, endTick, 'H1');
    if (seenTick <= lastTick) {
      sentCase(tale, seenTick, 'C1', ['S1']);
      seen(tale, seenTick, 'S1', 'H1');
    }
    tale.add(lastTick, { kind: 'run.finished', reason: 'completed' });
    const { hazards, missed: counted } = scored(tale);
    expect({ hazards, missed: counted }).toEqual({ hazards: lastTick < HOUR ? 0 : 1, missed });
  });

  test('is timed from its beginning to the first case that saw it, by type', () => {
    const tale = createTale();
    for (const [i, seconds] of [10, 20, 60].entries()) {
      hazard(tale, 0, `H${i}`, 'EV16');
      tale.tell(`C${i}`, [seconds, { ...step.found('EV16'), evidence: [hit(`S${i}`, 'trip')] }]);
      seen(tale, seconds, `S${i}`, `H${i}`);
    }
    tale.add(HOUR, { kind: 'run.finished', reason: 'completed' });
    expect(scored(tale)).toMatchObject({
      medianSecondsToDetect: 20,
      byType: [{ type: 'EV16', hazards: 3, missed: 0, medianSecondsToDetect: 20, p90SecondsToDetect: 52 }],
    });
  });
});

describe('a person overrules', () => {
  const overruled = (...steps: Parameters<Tale['tell']>[1][]) => {
    const tale = createTale();
    tale.tell(
      'C1',
      [0, step.found()],
      [0, { kind: 'case.accepted', by: 'rule:confidence-gate' }],
      [60, step.filed(9000)],
      ...steps,
    );
    const overrides = createOverrides();
    for (const entry of tale.entries) addToOverrides(overrides, entry);
    return Object.fromEntries(
      overridesOf(overrides).map(({ rule, decision, decisions, overruled: count }) => [
        `${decision} ${rule}`,
        `${count}/${decisions}`,
      ]),
    );
  };
  const begun = { 'accept rule:confidence-gate': '0/1', 'file rule:auto-file': '0/1' };
  const withdrawn = (by: CaseEntry['by']) =>
    [200, { kind: 'case.withdrawn', by, unit: 'U1', reason: 'better-suited' }] as const;

  test('an acceptance and a filing by voiding the case, but not by doing what comes next', () => {
    expect(overruled([100, step.voided('entered-by-mistake')])).toEqual({
      'accept rule:confidence-gate': '1/1',
      'file rule:auto-file': '1/1',
    });
    expect(overruled([100, step.sent('user:wang')])).toEqual(begun);
  });

  test('an order by sending another unit or by withdrawing it, once', () => {
    const once = { ...begun, 'dispatch rule:nearest': '1/1' };
    expect(overruled([100, step.sent()], [200, step.sent('user:wang', 'U2')])).toEqual(once);
    expect(overruled([100, step.sent()], withdrawn('user:wang'), [300, step.sent('user:wang', 'U2')])).toEqual(once);
  });

  test('no order that a unit returned, that a rule withdrew, that was carried out or that a person repeats', () => {
    const none = { ...begun, 'dispatch rule:nearest': '0/1' };
    expect(overruled([100, step.sent()], [200, step.returned], [300, step.sent('user:wang', 'U2')])).toEqual(none);
    expect(overruled([100, step.sent()], withdrawn('rule:pre-empt'), [300, step.sent('user:wang', 'U2')])).toEqual(
      none,
    );
    expect(
      overruled(
        [100, step.sent()],
        [200, step.handled],
        [300, step.reworked(9000)],
        [400, step.sent('user:wang', 'U2')],
      ),
    ).toEqual(none);
    expect(overruled([100, step.sent()], [200, step.sent('user:wang', 'U1')])).toEqual(none);
  });

  test('a passed check and a closing by sending the work back, reopening, or a failed spot check, each once', () => {
    const closed = [
      [100, step.sent()],
      [200, step.handled],
      [300, step.checked(true)],
      [300, step.closed()],
    ] as const;
    const before = { ...begun, 'dispatch rule:nearest': '0/1' };
    const both = { ...before, 'check rule:camera-clear': '1/1', 'close rule:auto-close': '1/1' };
    expect(overruled(...closed, [400, step.reopened(9000)])).toEqual(both);
    expect(
      overruled(...closed, [400, { kind: 'case.inspected', by: 'user:wang', pass: false }], [400, step.reopened(9000)]),
    ).toEqual(both);
    expect(overruled(...closed, [400, { kind: 'case.inspected', by: 'user:wang', pass: true }])).toEqual({
      ...before,
      'check rule:camera-clear': '0/1',
      'close rule:auto-close': '0/1',
    });
    const sentBack = { kind: 'case.reworked', by: 'user:wang', dueTick: 9000, reason: 'proof-insufficient' } as const;
    expect(overruled([100, step.sent()], [200, step.handled], [300, step.checked(true)], [350, sentBack])).toEqual({
      ...before,
      'check rule:camera-clear': '1/1',
    });
  });
});
