// Detections: how often the machines are wrong, and what citizens, sensors and patrols send.
import { caseTypes } from '@onescreen/shared/catalogue';
import { distanceMetres } from '@onescreen/shared/geography';
import { HOUR, MINUTE, parseInstant, secondOfDay } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import { secondsUntilBack } from '../../../simulator/src/world/cameras.ts';
import { detectionsOf } from '../../../simulator/src/world/detections.ts';
import type { Hazard } from '../../../simulator/src/world/happenings.ts';
import { isKind, ofKind, plainDay, runField } from './fieldKit.ts';

const epochMs = parseInstant(plainDay().startLocal);

/** Discoveries as a platform makes them: three hits of one camera and type within a minute, one for 30 m and 30 min. */
function discoveries(run: ReturnType<typeof runField>): { confidence: number; real: boolean }[] {
  const seen = new Map(
    run.truth.flatMap((entry) => (entry.kind === 'truth.seen' ? [[entry.signal, entry.hazard] as const] : [])),
  );
  const found: { key: string; at: readonly [number, number]; tick: number; confidence: number; real: boolean }[] = [];
  const fresh = new Map<string, ReturnType<typeof ofKind<'hit'>>>();
  for (const hit of ofKind(run.signals, 'hit')) {
    const key = `${hit.camera}/${hit.type}`;
    const same = found.find(
      (one) => one.key === key && hit.tick - one.tick < 30 * MINUTE && distanceMetres(one.at, hit.at) < 30,
    );
    if (same !== undefined || hit.type === 'EV20') continue;
    const hits = [
      ...(fresh.get(key) ?? []).filter(({ tick, at }) => hit.tick - tick <= 60 && distanceMetres(at, hit.at) < 30),
      hit,
    ];
    fresh.set(key, hits);
    if (hits.length < 3) continue;
    const confidence = hits.reduce((sum, one) => sum + one.confidence, 0) / hits.length;
    found.push({ key, at: hit.at, tick: hit.tick, confidence, real: typeof seen.get(hits[0]!.id) === 'string' });
  }
  return found;
}

test('15 to 30 % of what cameras find is false, and 3 to 6 % of what passes the gate, over many seeds', () => {
  const all = [1, 2, 3, 4, 5, 6].flatMap((seed) => {
    const run = runField({ seed, density: 2 });
    run.run(12 * HOUR);
    return discoveries(run);
  });
  const falseShare = (found: typeof all) => found.filter(({ real }) => !real).length / found.length;
  expect(all.length).toBeGreaterThan(3000);
  expect(falseShare(all)).toBeGreaterThan(0.15);
  expect(falseShare(all)).toBeLessThan(0.3);
  const passed = all.filter(({ confidence }) => confidence >= 0.75);
  expect(falseShare(passed)).toBeGreaterThan(0.03);
  expect(falseShare(passed)).toBeLessThan(0.06);
});

describe('what a hazard sends', () => {
  const hazard = (type: string, source: string, startTick = 600): Hazard => ({
    id: `T-${type}`,
    type,
    at: [121.47, 31.23],
    area: 20,
    cause: 'ordinary',
    startTick,
    endTick: null,
    device: source === 'ai_camera' ? 'CAM-1' : source === 'iot_sensor' || source === 'data' ? 'SN-1' : null,
    handlings: 0,
    asked: false,
  });

  test('every case type is heard of through its own source', () => {
    const kindOf = {
      ai_camera: 'hit',
      iot_sensor: 'trip',
      data: 'trip',
      hotline: 'call',
      call: 'call',
      patrol: 'report',
      patrol_qr: 'report',
    } as const;
    for (const { code, source } of caseTypes) {
      const [first] = detectionsOf(5, epochMs, hazard(code, source));
      expect(first?.draft.kind, code).toBe(kindOf[source]);
      expect(first!.draft.tick).toBeGreaterThan(600);
      expect(distanceMetres(first!.draft.at, [121.47, 31.23])).toBeLessThan(25);
    }
  });

  test('a camera is busy for two minutes and then nearly silent', () => {
    const hits = detectionsOf(5, epochMs, hazard('XJ05', 'ai_camera')).filter(({ draft }) => draft.kind === 'hit');
    const first = hits[0]!.draft.tick;
    const later = hits.filter(({ draft }) => draft.tick - first > 3 * MINUTE);
    expect(hits.length - later.length).toBeGreaterThanOrEqual(6);
    expect(later.length).toBeGreaterThanOrEqual(4);
    for (let i = 1; i < later.length; i++)
      expect(later[i]!.draft.tick - later[i - 1]!.draft.tick).toBeGreaterThanOrEqual(6 * MINUTE);
  });

  test('patrols report in duty hours only', () => {
    for (let hour = 0; hour < 24; hour++) {
      const [report] = detectionsOf(hour, epochMs, hazard('EV01', 'patrol', hour * HOUR));
      const second = secondOfDay(epochMs, report!.draft.tick);
      expect(second).toBeGreaterThanOrEqual(7 * HOUR);
      expect(second).toBeLessThan(24 * HOUR);
    }
  });

  test('several citizens call about one fire', () => {
    const calls = Array.from({ length: 40 }, (_, seed) => detectionsOf(seed, epochMs, hazard('EM01', 'call')).length);
    expect(Math.max(...calls)).toBeGreaterThan(2);
    expect(Math.min(...calls)).toBe(1);
  });
});

test('a hazard that has ended sends nothing more', () => {
  const run = runField({ density: 4 });
  run.run(6 * HOUR);
  const ended = new Map(
    run.truth.flatMap((entry) => (entry.kind === 'truth.ended' ? [[entry.hazard, entry.tick] as const] : [])),
  );
  const seen = run.truth.filter((entry) => entry.kind === 'truth.seen');
  expect(ended.size).toBeGreaterThan(100);
  for (const { hazard, tick } of seen) {
    if (hazard !== null) expect(tick).toBeLessThanOrEqual(ended.get(hazard) ?? Number.POSITIVE_INFINITY);
  }
});

test('the truth says of every detection, once, which hazard it shows or that it shows none', () => {
  const run = runField({ density: 6 });
  run.run(6 * HOUR);
  const seen = run.truth.filter((entry) => entry.kind === 'truth.seen');
  const bySignal = new Map(seen.map(({ signal, hazard }) => [signal, hazard]));
  const born = new Map(
    run.truth.flatMap((entry) => (entry.kind === 'truth.hazard' ? [[entry.hazard, entry] as const] : [])),
  );
  expect(bySignal.size).toBe(seen.length);
  let falseOnes = 0;
  for (const signal of run.signals) {
    if (signal.kind !== 'hit' && signal.kind !== 'trip' && signal.kind !== 'call' && signal.kind !== 'report') continue;
    const hazard = bySignal.get(signal.id);
    expect(hazard, signal.id).not.toBeUndefined();
    if (hazard === null || hazard === undefined) falseOnes++;
    else expect(born.get(hazard)).toMatchObject({ type: signal.type, area: signal.area });
  }
  expect(falseOnes).toBeGreaterThan(100);
  for (const kind of ['hit', 'trip', 'call', 'report'] as const)
    expect(ofKind(run.signals, kind).length).toBeGreaterThan(20);
});

test('now and then a detection arrives late or twice, under the same id', () => {
  const run = runField({ density: 10 });
  run.run(6 * HOUR);
  const ids = run.signals.map(({ id }) => id);
  const repeated = ids.length - new Set(ids).size;
  expect(repeated).toBeGreaterThan(0);
  expect(repeated / ids.length).toBeLessThan(0.02);
});

describe('devices fail for a while', () => {
  test('about three in a hundred a day, and they come back', () => {
    const away = Array.from({ length: 3000 }, (_, i) =>
      Array.from({ length: 144 }, (_, slot) => secondsUntilBack(1, `CAM-${i}`, epochMs, slot * 600)).filter(
        (wait) => wait > 0,
      ),
    ).filter((waits) => waits.length > 0);
    expect(away.length / 3000).toBeGreaterThan(0.02);
    expect(away.length / 3000).toBeLessThan(0.07);
  });

  test('a camera that is away sends no hits', () => {
    const run = runField({ seed: 2, density: 10 });
    run.run(4 * HOUR);
    const hits = run.signals.filter(isKind('hit'));
    expect(hits.length).toBeGreaterThan(1000);
    for (const { camera, tick } of hits) expect(secondsUntilBack(2, camera, epochMs, tick)).toBe(0);
  });
});
