// 先行联系: who is called back first, when, and what is heard.
import type { Order } from '@onescreen/shared/protocol';
import { HOUR, MINUTE, parseInstant, secondOfDay } from '@onescreen/shared/time';
import { expect, test } from 'vitest';
import { ofKind, plainDay, runField } from './fieldKit.ts';

const CALLS = 400;
const contact = (i: number, round = 1): Order => ({
  kind: 'check',
  id: `K${round}-${i}`,
  case: `C${i}`,
  purpose: 'contact',
  means: 'callback',
  type: 'EV18',
  at: [121.47, 31.23],
  area: 20,
  device: null,
  afterTicks: 0,
});

/** Every citizen is called back once, at the earliest convenience after the start. */
function begun(startLocal: string) {
  const run = runField({ scenario: plainDay({ startLocal }) });
  for (let i = 0; i < CALLS; i++) run.order(contact(i));
  run.run(16 * HOUR);
  return run;
}

test('by day the citizen is called within minutes to an hour; one in ten picks up only the second time', () => {
  const run = begun('2024-05-14T10:00+08:00');
  const answers = ofKind(run.signals, 'checked');
  expect(new Set(answers.map(({ order }) => order)).size).toBe(CALLS);
  for (const { tick } of answers) {
    expect(tick).toBeGreaterThanOrEqual(2 * MINUTE);
    expect(tick).toBeLessThanOrEqual(HOUR);
  }
  const missed = answers.filter(({ evidence }) => evidence.value === 0);
  expect(missed.length / CALLS).toBeGreaterThan(0.05);
  expect(missed.length / CALLS).toBeLessThan(0.16);
  for (const { order } of missed) run.order(contact(Number(order.split('-')[1]), 2));
  run.run(16 * HOUR);
  const again = ofKind(run.signals, 'checked').slice(CALLS);
  expect(again).toHaveLength(missed.length);
  expect(again.every(({ evidence }) => evidence.value === 1)).toBe(true);
});

test('the answer is what the citizen says; it proves nothing about the place', () => {
  for (const { evidence, order } of ofKind(begun('2024-05-14T10:00+08:00').signals, 'checked')) {
    expect(evidence.kind).toBe('callback');
    expect([0, 1]).toContain(evidence.value);
    expect(evidence.clear, order).toBeUndefined();
    expect(evidence.text?.zh).toMatch(/^先行联系/);
    expect(evidence.text?.en).toMatch(/^First call/);
  }
});

test('nobody is rung up between nine in the evening and eight in the morning', () => {
  for (const startLocal of ['2024-05-14T20:30+08:00', '2024-05-14T23:30+08:00', '2024-05-15T05:00+08:00']) {
    const answers = ofKind(begun(startLocal).signals, 'checked');
    expect(answers).toHaveLength(CALLS);
    for (const { tick } of answers) {
      const second = secondOfDay(parseInstant(startLocal), tick);
      expect(second).toBeGreaterThanOrEqual(8 * HOUR);
      expect(second).toBeLessThan(21 * HOUR);
    }
  }
});
