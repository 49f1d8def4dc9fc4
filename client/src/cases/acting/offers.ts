// Which actions a case has just now: each with why it may not be done, the most likely first.

import type { CaseState, HandlingLevel } from '@onescreen/shared/cases';
import { admits, checkOutcome, confirmationsMissing } from '@onescreen/shared/cases';
import type { Person } from '@onescreen/shared/people';
import { refuseDeed } from '@onescreen/shared/people';
import { unreachable } from '@onescreen/shared/unreachable';
import type { Named } from '../../i18n/text.ts';
import type { ActionKind } from './draft.ts';

export interface Offer {
  kind: ActionKind;
  /** Why not, in the reader's language; null when it may be done. */
  refusal: string | null;
}

/** In the order of a case's way; `look` has its own place by the record. */
const ALL: readonly ActionKind[] = [
  'take',
  'release',
  'accept',
  'reject',
  'contact',
  'file',
  'join',
  'assign',
  'support',
  'withdraw',
  'return',
  'rule',
  'extend',
  'suspend',
  'resume',
  'urge',
  'escalate',
  'verify',
  'rework',
  'confirm',
  'close',
  'reopen',
  'void',
];

/** What usually comes next. */
function likely(one: CaseState): readonly ActionKind[] {
  switch (one.status) {
    case 'discovered':
      return ['accept', 'reject', 'join'];
    case 'accepted':
      return ['file', 'reject', 'join'];
    case 'filed':
      return one.ruling !== null ? ['rule', 'escalate', 'urge'] : ['assign', 'verify', 'suspend'];
    case 'dispatched':
      return ['assign', 'support', 'urge'];
    case 'handling':
      return ['support', 'assign', 'extend'];
    case 'suspended':
      return ['resume', 'escalate', 'void'];
    case 'checking':
      if (checkOutcome(one) !== 'passed') return ['verify', 'rework', 'close'];
      return confirmationsMissing(one).length > 0 ? ['confirm', 'close', 'rework'] : ['close', 'rework', 'verify'];
    case 'closed':
    case 'evaluated':
      return ['reopen'];
    case 'rejected':
    case 'joined':
    case 'voided':
      return [];
    default:
      return unreachable(one);
  }
}

export interface Circumstances {
  person: Person | null;
  tick: number;
  epochMs: number;
  /** Why nobody may act just now: the screen is not live; null when it is. */
  notLive: string | null;
  /** Who has the case in hand, as a sentence; for when that is why not. */
  heldByOther: string;
  /** A sentence in the reader's language. */
  say: (sentence: Named) => string;
}

/** The level that the case asks for: that which is to agree next, or that which has to rule. */
function levelAsked(kind: ActionKind, one: CaseState): HandlingLevel | null {
  if (kind === 'confirm') return confirmationsMissing(one)[0] ?? null;
  return kind === 'rule' ? one.ruling : null;
}

function refusalOf(kind: ActionKind, one: CaseState, now: Circumstances): string | null {
  const denied = refuseDeed(now.person, kind, one.area, levelAsked(kind, one));
  if (denied !== null) return now.say(denied);
  if (now.notLive !== null) return now.notLive;
  const barred = admits(kind, one, now.tick, now.epochMs, now.person === null ? undefined : `user:${now.person.name}`);
  if (barred === null) return null;
  return barred.code === 'held' ? now.heldByOther : now.say(barred);
}

/** All actions of a case for a person: those that usually come next, then the rest. Nothing that ended has a rest. */
export function offersOf(one: CaseState, now: Circumstances): { next: Offer[]; rest: Offer[] } {
  const offer = (kind: ActionKind): Offer => ({ kind, refusal: refusalOf(kind, one, now) });
  const following = likely(one);
  const isHeldByMe = one.held !== null && one.held === `user:${now.person?.name}`;
  const hasEnded = 'closedTick' in one || 'endedTick' in one;
  const first: ActionKind[] = hasEnded ? [] : [isHeldByMe ? 'release' : 'take'];
  const next = [...first, ...following];
  const rest = hasEnded ? [] : ALL.filter((kind) => !next.includes(kind)).map(offer);
  const isPossible = (one: Offer): boolean => one.refusal === null;
  return { next: next.map(offer), rest: [...rest.filter(isPossible), ...rest.filter((one) => !isPossible(one))] };
}
