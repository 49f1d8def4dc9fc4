// Shelving (ISA-18.2): an alarm is put aside for a reason and until a moment. Not the same as what the design never rings.
import { HOUR, MINUTE } from '../time.ts';
import type { Sentence } from './reasons.ts';
import type { AlarmState } from './types.ts';

/** A shelf ends with the shift at the latest, so that nobody inherits one without knowing. */
export const LONGEST_SHELF_MINUTES: number = (8 * HOUR) / MINUTE;
/** What is offered; any whole number of minutes up to the longest may be asked for. */
export const SHELF_MINUTES: readonly number[] = [15, 60, 240, LONGEST_SHELF_MINUTES];

const reasons = {
  'cause-known': { zh: '原因已知，正在处置', en: 'The cause is known and being dealt with' },
  'works-planned': { zh: '计划内施工或检修', en: 'Planned works or maintenance' },
  'sensor-doubtful': { zh: '传感器存疑，已报修', en: 'The sensor is doubtful, a repair is asked for' },
  'drill-under-way': { zh: '演练', en: 'A drill is under way' },
} as const satisfies Record<string, Sentence>;

export type ShelfReason = keyof typeof reasons;

/** Why an alarm may be shelved, the most usual first. */
export const shelfReasons = Object.keys(reasons) as readonly ShelfReason[];

export const isShelfReason = (reason: string): reason is ShelfReason => Object.hasOwn(reasons, reason);

/** The sentence of a reason; the code itself where it is none of ours (a recording from elsewhere). */
export const shelfReasonText = (reason: string): Sentence =>
  isShelfReason(reason) ? reasons[reason] : { zh: reason, en: reason };

/** Whether it asks for somebody: it was not acknowledged, and it is on no shelf. Only such an alarm flashes and sounds. */
export const calls = ({ acknowledged, shelved }: AlarmState): boolean => !acknowledged && shelved === undefined;
