// The offers of a case for the person at this screen, renewed as the case, the person and the time move on.

import type { CaseState } from '@onescreen/shared/cases';
import { useMemo } from 'react';
import { actorWords } from '../../i18n/actors.ts';
import { useText } from '../../i18n/text.ts';
import { useMode } from '../../panels/Header.tsx';
import { usePerson } from '../../people/permission.ts';
import { useRun } from '../../store/index.ts';
import type { Offer } from './offers.ts';
import { offersOf } from './offers.ts';

/** What may be done depends on clocks; it is looked at anew this often, simulated seconds. */
const RENEW_TICKS = 5;

export function useOffers(one: CaseState): { next: Offer[]; rest: Offer[] } {
  const { t, name } = useText();
  const person = usePerson();
  const mode = useMode();
  const info = useRun((run) => run.info);
  const tick = useRun((run) => Math.floor(run.tick / RENEW_TICKS) * RENEW_TICKS);
  return useMemo(() => {
    const isLive = mode === 'live' || mode === 'branch' || mode === 'paused';
    return offersOf(one, {
      person,
      tick,
      epochMs: info?.epochMs ?? 0,
      notLive: isLive ? null : t('act.onlyLive', { mode: t(`mode.${mode}`) }),
      heldByOther: one.held === null ? '' : t('act.held', { who: name(actorWords(one.held, info).name) }),
      say: name,
    });
  }, [one, person, mode, info, tick, t, name]);
}
