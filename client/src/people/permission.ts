// Whether the person at this screen may do a thing, and if not, why: the same table that the server asks.
import type { Deed, Person } from '@onescreen/shared/people';
import { refuseDeed } from '@onescreen/shared/people';
import type { Named } from '../i18n/text.ts';
import { useRun } from '../store/index.ts';

/** Who is signed in at this screen; null: a viewer. */
export const usePerson = (): Person | null => useRun((run) => run.status?.person ?? null);

/** Why the person may not do it in the area (an index; null for what concerns the run), in words; null when they may. */
export const useDeedRefusal = (deed: Deed, area: number | null): Named | null => refuseDeed(usePerson(), deed, area);

/** Whether the person may do what concerns the run; asked outside of a component. */
export const isAllowed = (deed: 'pace' | 'step'): boolean =>
  refuseDeed(useRun.getState().status?.person ?? null, deed, null) === null;
