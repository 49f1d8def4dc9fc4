// The address bar holds what is shown: a copied link opens the same view, and the back button goes back.
import { dimensions, hasIndicator, indicatorById, primaries } from '@onescreen/shared/catalogue';
import { areaByCode, areas, CITY_AREA, hasArea } from '@onescreen/shared/geography';
import type { Selection } from './selection.ts';
import { NOTHING_SELECTED, useSelection } from './selection.ts';
import type { Ui } from './ui.ts';
import { BOARDS, useUi } from './ui.ts';

type AddressedUi = Pick<Ui, 'language' | 'look' | 'dimension' | 'board' | 'compare'>;

/** The query of an address for a view. Leaves out what is as usual, so that a plain view has a plain address. */
export function addressOf(selection: Selection, ui: AddressedUi): string {
  const query = new URLSearchParams();
  if (selection.area !== CITY_AREA) query.set('area', areas[selection.area]!.code);
  if (selection.primary !== null) query.set('sign', selection.primary);
  if (selection.indicator !== null) query.set('indicator', selection.indicator);
  if (selection.case !== null) query.set('case', selection.case);
  if (selection.unit !== null) query.set('unit', selection.unit);
  if (ui.board !== null) query.set('board', ui.board);
  if (ui.compare !== null) query.set('compare', ui.compare);
  query.set('open', ui.dimension);
  query.set('look', ui.look);
  query.set('lang', ui.language);
  return `?${query.toString()}`;
}

/** The selection that a query names. What it names wrongly counts as not named. */
export function selectionOf(search: string): Selection {
  const query = new URLSearchParams(search);
  const code = query.get('area') ?? '';
  const indicator = query.get('indicator');
  const known = indicator !== null && hasIndicator(indicator) ? indicator : null;
  const sign = primaries.find((one) => one.id === query.get('sign'))?.id ?? null;
  return {
    ...NOTHING_SELECTED,
    area: hasArea(code) ? areaByCode(code).index : CITY_AREA,
    primary: known === null ? sign : indicatorById(known).primary,
    indicator: known,
    case: query.get('case'),
    unit: query.get('unit'),
  };
}

/** The look, language and open dimension that a query names, only what it names; and board and compared run, none where it names none. */
export function uiOf(search: string): Partial<AddressedUi> & Pick<Ui, 'board' | 'compare'> {
  const query = new URLSearchParams(search);
  const language = query.get('lang');
  const look = query.get('look');
  const dimension = dimensions.find((one) => one.id === query.get('open'))?.id;
  return {
    board: BOARDS.find((one) => one === query.get('board')) ?? null,
    compare: query.get('compare') || null,
    ...(language === 'zh' || language === 'en' ? { language } : {}),
    ...(look === 'show' || look === 'calm' ? { look } : {}),
    ...(dimension === undefined ? {} : { dimension }),
  };
}

/** Keeps the address and the stores alike, both ways. A change of selection or of board is a step back; a change of look is not. */
export function followAddress(target: Window): void {
  useSelection.setState(selectionOf(target.location.search));
  useUi.setState(uiOf(target.location.search));
  const address = (): string => addressOf(useSelection.getState(), useUi.getState());
  /** While the stores take over what the address says, they are half of the one view and half of the other. */
  let isTaking = false;
  const isNew = (): boolean => !isTaking && address() !== target.location.search;

  useSelection.subscribe(() => {
    if (isNew()) target.history.pushState(null, '', address());
  });
  useUi.subscribe((now, before) => {
    if (!isNew()) return;
    if (now.board === before.board && now.compare === before.compare) target.history.replaceState(null, '', address());
    else target.history.pushState(null, '', address());
  });
  target.addEventListener('popstate', () => {
    const { search } = target.location;
    isTaking = true;
    useSelection.setState(selectionOf(search));
    useUi.setState(uiOf(search));
    isTaking = false;
  });
}
