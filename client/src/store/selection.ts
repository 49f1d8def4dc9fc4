// One selection for the whole screen: panels, lists and map all speak of it.
import { areas, CITY_AREA } from '@onescreen/shared/geography';
import type { CaseId, UnitId } from '@onescreen/shared/ids';
import { createSeen } from './sight.ts';

export interface Selection {
  /** Index of the area that every panel speaks of. */
  area: number;
  /** Id of the primary whose indicators are open. */
  primary: string | null;
  /** Id of the indicator that is looked at, one of the open primary's. */
  indicator: string | null;
  case: CaseId | null;
  unit: UnitId | null;
}

export const NOTHING_SELECTED: Selection = {
  area: CITY_AREA,
  primary: null,
  indicator: null,
  case: null,
  unit: null,
};

export const useSelection = createSeen<Selection>(() => NOTHING_SELECTED);

/** Changes the named parts of the selection; the rest stays. */
export const select = (part: Partial<Selection>): void => useSelection.setState(part);

/** One level less: closes what is open, the case first, then the vital sign, then goes to the area above. */
export function selectUp(): void {
  const now = useSelection.getState();
  if (now.unit !== null) return select({ unit: null });
  if (now.case !== null) return select({ case: null });
  if (now.primary !== null) return select({ primary: null, indicator: null });
  select({ area: areas[now.area]!.parent });
}
