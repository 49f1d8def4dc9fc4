// Which reasons may be given with which command. The rule book refuses any other; the dialogs of the screen offer these, in this order.
import type { CaseCommand } from './commands.ts';
import type { ReasonCode } from './reasons.ts';

type Kind = CaseCommand['kind'];

/** Commands that are not in it take no reason of their own, or any. */
export const allowedReasons: Readonly<Partial<Record<Kind, readonly ReasonCode[]>>> = {
  accept: [
    'seen-on-review',
    'confidence-above-gate',
    'sensor-in-alarm',
    'review-unanswered',
    'repeat-within-a-day',
    'chosen-by-person',
  ],
  reject: ['false-alarm', 'out-of-scope', 'withdrawn'],
  merge: ['same-camera', 'same-sensor', 'same-place', 'same-matter'],
  join: ['same-matter', 'same-place', 'same-camera', 'same-sensor'],
  file: ['self-correct-first'],
  dispatch: [
    'chosen-by-person',
    'better-suited',
    'knows-the-place',
    'shift-handover',
    'pre-empted',
    'sent-by-mistake',
    'no-arrival',
    'not-finished',
    'unit-left',
    'same-unit',
    'nearest-unit',
    'least-total-distance',
    'balanced-load',
    'ruled-force',
    'ruled-another',
  ],
  support: ['second-unit', 'needs-help', 'better-suited', 'chosen-by-person'],
  withdraw: [
    'sent-by-mistake',
    'better-suited',
    'shift-handover',
    'pre-empted',
    'no-arrival',
    'not-finished',
    'unit-left',
  ],
  return: ['not-our-territory', 'not-our-duty', 'ownership-unclear'],
  rule: ['ruled-force', 'ruled-another', 'not-our-territory', 'not-our-duty', 'ownership-unclear'],
  extend: ['complex-case', 'engineering-work', 'weather'],
  // 挂账 is for these only (brief §3.1).
  suspend: ['engineering-work', 'weather'],
  rework: ['still-there', 'proof-insufficient', 'spot-check-failed'],
  escalate: [
    'beyond-our-power',
    'needs-help',
    'no-unit-free',
    'past-limit',
    'spread-streets',
    'spread-districts',
    'response-level',
    'second-return',
    'third-return',
    'second-rework',
    'past-150-percent',
    'check-unanswered',
    'repeat-within-a-day',
  ],
  urge: ['urged-by-person', 'past-80-percent', 'past-limit', 'past-150-percent'],
  reopen: ['seen-again', 'citizen-disagrees', 'spot-check-failed', 'closed-by-mistake'],
  void: ['entered-by-mistake', 'withdrawn', 'same-matter'],
};

/** The reasons that a person may choose from, the most usual first; empty where none is asked for. */
export const reasonsFor = (kind: Kind): readonly ReasonCode[] => allowedReasons[kind] ?? [];

export const isReasonFor = (kind: Kind, reason: string): boolean =>
  (allowedReasons[kind] as readonly string[] | undefined)?.includes(reason) ?? true;
