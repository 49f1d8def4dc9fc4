// A field world in the middle of everything that can be going on is stored and brought back, and goes on exactly as it would have.
import type { Order } from '@onescreen/shared/protocol';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import { expect, test } from 'vitest';
import type { FieldRun } from './fieldKit.ts';
import { goTo, ofKind, plainDay, rosterOf, runField } from './fieldKit.ts';

const streets = ['310101002', '310118106', '310115005', '310112001'];
const bursts = ['CM03', 'EV15', 'EV17', 'ZR01'].map((caseType) => ({ caseType, count: 80, from: 1, to: 2, streets }));
const options = { scenario: plainDay({ bursts }), weather: { rainMmPerHour: 30, gustMetresPerSecond: 20 } };
const { units } = rosterOf(7);

const contact = (i: number): Order => ({
  kind: 'check',
  id: `K${i}`,
  case: `C${i}`,
  purpose: 'contact',
  means: 'callback',
  type: 'EV18',
  at: [121.47, 31.23],
  area: 20,
  device: null,
  afterTicks: i * MINUTE,
});

/** What is ordered later on: who asked for a suspension is called back, and half of the cases are given to somebody else. */
function later(run: FieldRun, asked: readonly { unit: string }[], orders: readonly Order[]): void {
  run.order(...asked.map(({ unit }, i): Order => ({ kind: 'recall', id: `R${i}`, unit })));
  run.run(30 * MINUTE);
  run.order(...orders);
  run.run(20 * HOUR);
}

test('helpers, requests, calls to citizens and long jobs survive a snapshot', () => {
  const run = runField(options);
  run.run(3 * MINUTE);
  const hazards = run.truth.flatMap((entry) => (entry.kind === 'truth.hazard' ? [entry] : []));
  hazards.forEach(({ type, at }, i) => {
    const place = { case: `C${i}`, type, to: at };
    run.order(goTo(`L${i}`, units[i]!.id, place), goTo(`H${i}`, units[1000 + i]!.id, { ...place, role: 'support' }));
    run.order(contact(i));
  });
  run.run(50 * MINUTE);
  const state = run.snapshot();
  const does = new Set(state.agenda.heap.map((due) => (due.what === 'unit' ? due.does : due.what)));
  for (const what of ['finish', 'stand-down', 'request', 'report', 'contact', 'home'])
    expect(does, what).toContain(what);
  expect(state.contracts.size).toBeGreaterThan(0);
  expect(state.missed.size).toBeGreaterThan(0);

  const resumed = runField(options, { tick: run.tick, state: structuredClone(state) });
  const asked = ofKind(run.signals, 'unit.asks').filter(({ what }) => what === 'suspend');
  expect(asked.length).toBeGreaterThan(0);
  const orders = hazards
    .slice(0, 160)
    .map(({ type, at }, i) => goTo(`N${i}`, units[2000 + i]!.id, { case: `C${i}`, type, to: at }));
  const [signals, truth] = [run.signals.length, run.truth.length];
  for (const one of [run, resumed]) later(one, asked, orders);
  expect(resumed.signals).toEqual(run.signals.slice(signals));
  expect(resumed.truth).toEqual(run.truth.slice(truth));
});
