// Whether the person at this screen may do a thing, and if not, why: the same table that the server asks.
import type { Deed, Person } from '@onescreen/shared/people';
import { refuseDeed } from '@onescreen/shared/people';
import type { Named } from '../i18n/text.ts';
import { IN_THE_PAST, useRun, useTime } from '../store/index.ts';

/** The past cannot be changed; but what becomes of the run on the stage can be said at any time. */
const RUN_DEEDS: ReadonlySet<string> = new Set([
  'pace',
  'step',
  'start',
  'branch',
  'annotate',
  'moderate',
  'curate',
  'discard',
  'audit',
]);
const changesCity = (deed: Deed): boolean => !RUN_DEEDS.has(deed);

/** Who is signed in at this screen; null: a viewer. */
export const usePerson = (): Person | null => useRun((run) => run.status?.person ?? null);

/** Why the person may not do it in the area (an index; null for what concerns the run), in words; null when they may. */
export function useDeedRefusal(deed: Deed, area: number | null): Named | null {
  const person = usePerson();
  const isNow = useTime((time) => time.place === 'following') || !changesCity(deed);
  return isNow ? refuseDeed(person, deed, area) : IN_THE_PAST;
}

/** Whether the person may do what concerns the run; asked outside of a component. */
export const isAllowed = (deed: 'pace' | 'step'): boolean =>
  refuseDeed(useRun.getState().status?.person ?? null, deed, null) === null;
