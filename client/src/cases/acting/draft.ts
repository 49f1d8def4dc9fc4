// What a person has filled in for an action, and the action that it makes once nothing is missing.
import type { CheckMeans } from '@onescreen/shared/catalogue';
import type { CaseId, UnitId } from '@onescreen/shared/ids';
import type { CaseAction } from '@onescreen/shared/protocol';
import { unreachable } from '@onescreen/shared/unreachable';

export type ActionKind = CaseAction['kind'];

export interface Draft {
  reason: string;
  into: CaseId | null;
  unit: UnitId | null;
  /** False where the chosen unit is the proposed one and takes nobody's place. */
  unitNeedsReason: boolean;
  minutes: number | null;
  untilTick: number | null;
  plan: string;
  to: 'grid' | 'street' | 'district' | 'city' | null;
  means: CheckMeans | null;
  ruling: 'force' | 'another' | null;
}

export const emptyDraft: Draft = {
  reason: '',
  into: null,
  unit: null,
  unitNeedsReason: false,
  minutes: null,
  untilTick: null,
  plan: '',
  to: null,
  means: null,
  ruling: null,
};

/** Kinds that are sent with one press: there is nothing to fill in and each can be taken back or does no harm. */
const PLAIN = ['accept', 'file', 'resume', 'urge', 'contact', 'take', 'release', 'confirm', 'close', 'look'] as const;
export type PlainKind = (typeof PLAIN)[number];
export const isPlain = (kind: ActionKind): kind is PlainKind => (PLAIN as readonly string[]).includes(kind);

/** The action that the draft makes for the case; null while something is missing. */
export function actionOf(kind: ActionKind, id: CaseId, draft: Draft): CaseAction | null {
  if (isPlain(kind)) return { kind, case: id };
  const { reason } = draft;
  if (reason === '' && kind !== 'verify' && kind !== 'assign') return null;
  switch (kind) {
    case 'reject':
    case 'withdraw':
    case 'return':
    case 'rework':
    case 'reopen':
    case 'void':
      return { kind, case: id, reason };
    case 'join':
      return draft.into === null ? null : { kind, case: id, into: draft.into, reason };
    case 'assign':
      if (draft.unit === null || (draft.unitNeedsReason && reason === '')) return null;
      return { kind, case: id, unit: draft.unit, ...(reason === '' ? {} : { reason }) };
    case 'support':
      return draft.unit === null ? null : { kind, case: id, unit: draft.unit, reason };
    case 'rule':
      return draft.ruling === null ? null : { kind, case: id, ruling: draft.ruling, reason };
    case 'extend':
      return draft.minutes === null ? null : { kind, case: id, minutes: draft.minutes, reason };
    case 'suspend': {
      const plan = draft.plan.trim();
      return draft.untilTick === null || plan === ''
        ? null
        : { kind, case: id, untilTick: draft.untilTick, plan, reason };
    }
    case 'escalate':
      return draft.to === null ? null : { kind, case: id, to: draft.to, reason };
    case 'verify':
      return draft.means === null ? null : { kind, case: id, means: draft.means };
    default:
      return unreachable(kind);
  }
}
