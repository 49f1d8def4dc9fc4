// Units that help another: they come, the work gets shorter, and they go when it is done. They report nothing as theirs.
import { distanceMetres } from '@onescreen/shared/geography';
import type { RosterUnit } from '@onescreen/shared/log';
import { MINUTE } from '@onescreen/shared/time';
import { describe, expect, test } from 'vitest';
import type { FieldRun } from './fieldKit.ts';
import { goTo, isKind, ofKind, plainDay, rosterOf, runField } from './fieldKit.ts';

const CASES = 100;
const scenario = plainDay({
  bursts: [{ caseType: 'EV15', count: CASES, from: 1, to: 2, streets: ['310101002', '310112001', '310107022'] }],
});
const crews = rosterOf(7).units.filter(({ kind }) => kind === 'power-crew');
const police = rosterOf(7).units.filter(({ kind }) => kind === 'police');

/** Power cuts that last, each with a crew of its own on the way; the lead of case `i` is `crews[i]`. */
function begun() {
  const run = runField({ scenario });
  run.run(3 * MINUTE);
  const places = run.truth.flatMap((entry) =>
    entry.kind === 'truth.hazard' && entry.type === 'EV15' && entry.cause !== 'ordinary' ? [entry.at] : [],
  );
  expect(places).toHaveLength(CASES);
  const lead = (i: number) => goTo(`L${i}`, crews[i]!.id, { case: `C${i}`, type: 'EV15', to: places[i]! });
  const help = (i: number, unit: RosterUnit, id = `H${i}-${unit.id}`) =>
    goTo(id, unit.id, { case: `C${i}`, type: 'EV15', to: places[i]!, role: 'support' });
  places.forEach((_, i) => {
    run.order(lead(i));
  });
  return { run, places, lead, help };
}

const tickOf = (run: FieldRun, kind: 'unit.arrived' | 'unit.handled' | 'unit.help', order: string) =>
  ofKind(run.signals, kind).find((signal) => signal.order === order)?.tick;

/** What happens when nobody helps. */
const alone = begun().run;
alone.run(300 * MINUTE);
/** Cases whose lead works for at least an hour on the spot, asks for nothing, and stays until it is done. */
const plain = Array.from({ length: CASES }, (_, i) => i).filter((i) => {
  const [arrived, handled] = [tickOf(alone, 'unit.arrived', `L${i}`), tickOf(alone, 'unit.handled', `L${i}`)];
  const freed = ofKind(alone.signals, 'unit.freed').find(({ unit }) => unit === crews[i]!.id)?.tick;
  if (arrived === undefined || handled === undefined || freed === undefined || freed < handled) return false;
  return handled - arrived > 60 * MINUTE && tickOf(alone, 'unit.help', `L${i}`) === undefined;
});
const [one, two, three] = plain as [number, number, number];
/** Police that are near a place, so that they are there in minutes. */
const nearest = (at: readonly [number, number]) =>
  [...police].sort((a, b) => distanceMetres(a.station, at) - distanceMetres(b.station, at));

describe('a supporting unit', () => {
  const { run, places, help } = begun();
  const [first, second, third] = nearest(places[one]!) as [RosterUnit, RosterUnit, RosterUnit];
  const began = tickOf(alone, 'unit.arrived', `L${one}`)!;
  run.run(began + 2 * MINUTE - run.tick);
  run.order(help(one, first));
  const there = run.until(isKind('unit.arrived', first.id));
  const handled = run.until(isKind('unit.handled', crews[one]!.id));
  run.run(30 * MINUTE);
  const of = (unit: RosterUnit) => run.signals.filter((signal) => 'unit' in signal && signal.unit === unit.id);

  test('drives there, arrives under its own order, and shortens what is left by four tenths', () => {
    expect(there.order).toBe(`H${one}-${first.id}`);
    const left = tickOf(alone, 'unit.handled', `L${one}`)! - there.tick;
    expect(handled.tick - there.tick).toBe(Math.round(0.6 * left));
  });

  test('goes home when the lead is done, and never says that the job is handled', () => {
    const freed = of(first).find(({ kind }) => kind === 'unit.freed')!;
    expect(freed.tick - handled.tick).toBe(MINUTE);
    expect(of(first).filter(({ kind }) => kind === 'unit.handled' || kind === 'unit.returned')).toEqual([]);
    expect(of(first).at(-1)).toMatchObject({ kind: 'unit.arrived', order: null, at: first.station });
  });

  test('a second one helps as much again, a third not at all', () => {
    const { run, help } = begun();
    run.run(began + 2 * MINUTE - run.tick);
    run.order(help(one, first), help(one, second), help(one, third));
    const helpers = [first, second, third];
    run.until(isKind('unit.handled', crews[one]!.id));
    const arrivals = helpers
      .map(({ id }) => run.signals.find(isKind('unit.arrived', id))?.tick ?? Number.POSITIVE_INFINITY)
      .sort((a, b) => a - b);
    let done = tickOf(alone, 'unit.handled', `L${one}`)!;
    for (const [i, tick] of arrivals.entries())
      if (tick < done) done = tick + Math.round((done - tick) * (i < 2 ? 0.6 : 1));
    expect(arrivals[2]).toBeLessThan(done);
    expect(tickOf(run, 'unit.handled', `L${one}`)).toBe(done);
  });

  test('one that is there before the lead waits, and counts from the beginning', () => {
    const { run, places, help } = begun();
    const unit = nearest(places[two]!)[0]!;
    run.order(help(two, unit));
    const there = run.until(isKind('unit.arrived', unit.id));
    const lead = run.until(isKind('unit.arrived', crews[two]!.id));
    expect(there.tick).toBeLessThan(lead.tick);
    const usual = tickOf(alone, 'unit.handled', `L${two}`)! - lead.tick;
    expect(run.until(isKind('unit.handled', crews[two]!.id)).tick - lead.tick).toBeCloseTo(0.6 * usual, -1);
  });

  test('one that is on the way when the lead is done turns round', () => {
    const { run, places, help } = begun();
    run.run(tickOf(alone, 'unit.handled', `L${three}`)! - 90 - run.tick);
    const far = nearest(places[three]!).at(-1)!;
    run.order(help(three, far));
    const handled = run.until(isKind('unit.handled', crews[three]!.id));
    expect(run.signals.find(isKind('unit.freed', far.id))?.tick).toBe(handled.tick);
    expect(run.signals.filter(isKind('unit.arrived', far.id))).toEqual([]);
    expect(run.until(isKind('unit.arrived', far.id)).order).toBeNull();
  });

  test('whose lead is called away stays for at most twenty minutes', () => {
    const { run, help } = begun();
    run.run(began + MINUTE - run.tick);
    run.order(help(one, first));
    run.until(isKind('unit.arrived', first.id));
    run.run(7 * MINUTE);
    run.order({ kind: 'recall', id: 'R1', unit: crews[one]!.id });
    const away = run.until(isKind('unit.freed', crews[one]!.id));
    const freed = run.until(isKind('unit.freed', first.id));
    expect(freed.tick - away.tick).toBeGreaterThan(MINUTE);
    expect(freed.tick - away.tick).toBeLessThanOrEqual(20 * MINUTE);
    expect(tickOf(run, 'unit.handled', `L${one}`)).toBeUndefined();
  });

  test('that is given the case takes over where it stands', () => {
    const { run, help, lead } = begun();
    run.run(began + MINUTE - run.tick);
    run.order(help(one, first));
    run.until(isKind('unit.arrived', first.id));
    run.order({ kind: 'recall', id: 'R1', unit: crews[one]!.id });
    run.order({ ...lead(one), id: 'TAKEOVER', unit: first.id });
    run.run(1);
    expect(run.signals.filter(isKind('unit.arrived', first.id)).at(-1)).toMatchObject({ order: 'TAKEOVER' });
    expect(run.until(isKind('unit.handled', first.id)).order).toBe('TAKEOVER');
  });

  test('that is called back leaves at once', () => {
    const { run, help } = begun();
    run.run(began + MINUTE - run.tick);
    run.order(help(one, first));
    run.until(isKind('unit.arrived', first.id));
    run.order({ kind: 'recall', id: 'R1', unit: first.id });
    expect(run.until(isKind('unit.freed', first.id), 5)).toBeDefined();
  });
});

describe('a lead that asks for help', () => {
  const asked = ofKind(alone.signals, 'unit.help').filter(({ order }) => order.startsWith('L'));
  const { order, tick, needs } = asked[0]!;
  const i = Number(order.slice(1));
  const arrived = tickOf(alone, 'unit.arrived', order)!;
  const usual = (tickOf(alone, 'unit.handled', order)! - arrived) / 1.3;

  test('says in both languages what it needs', () => {
    expect(needs.zh).toMatch(/\p{Script=Han}/u);
    expect(needs.en).toMatch(/^[A-Z]/);
  });

  test('takes three tenths longer when nobody comes', () => {
    expect((tick - arrived) / usual).toBeCloseTo(0.2, 2);
  });

  test('does not when somebody does', () => {
    const { run, places, help } = begun();
    run.run(tick + 1 - run.tick);
    const unit = nearest(places[i]!)[0]!;
    run.order(help(i, unit));
    const there = run.until(isKind('unit.arrived', unit.id)).tick;
    const handled = run.until(isKind('unit.handled', crews[i]!.id)).tick;
    expect(Math.abs(handled - (there + 0.6 * (arrived + usual - there)))).toBeLessThanOrEqual(2);
  });
});

test('a call for help is never sent back', () => {
  const run = runField();
  police.forEach((unit, i) => {
    run.order(goTo(`H${i}`, unit.id, { case: `C${i}`, to: unit.station, role: 'support' }));
  });
  run.run(40 * MINUTE);
  expect(police.length).toBeGreaterThan(300);
  expect(ofKind(run.signals, 'unit.returned')).toEqual([]);
  expect(ofKind(run.signals, 'unit.freed')).toHaveLength(police.length);
});
