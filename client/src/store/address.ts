// The address bar holds what is shown: a copied link opens the same view, and the back button goes back.
import { dimensions, hasIndicator, indicatorById, primaries } from '@onescreen/shared/catalogue';
import { areaByCode, areas, CITY_AREA, hasArea } from '@onescreen/shared/geography';
import type { RunId } from '@onescreen/shared/ids';
import { useRun } from './run.ts';
import type { Selection } from './selection.ts';
import { NOTHING_SELECTED, useSelection } from './selection.ts';
import { useTime } from './time.ts';
import type { Ui } from './ui.ts';
import { BOARDS, useUi } from './ui.ts';

type AddressedUi = Pick<Ui, 'language' | 'look' | 'dimension' | 'board' | 'compare'>;

/** A second of a run; null where the screen follows whichever is live. */
export type AddressedTime = { run: RunId; tick: number } | null;

/** The query of an address for a view. Leaves out what is as usual, so that a plain view has a plain address. */
export function addressOf(selection: Selection, ui: AddressedUi, time: AddressedTime = null): string {
  const query = new URLSearchParams();
  if (time !== null) {
    query.set('run', time.run);
    query.set('t', String(time.tick));
  }
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

/** The second that a query names; null where it names none. */
export function timeOf(search: string): AddressedTime {
  const query = new URLSearchParams(search);
  const run = query.get('run');
  const tick = query.get('t') ?? '0';
  return run === null || run === '' || !/^\d{1,9}$/.test(tick) ? null : { run, tick: Number(tick) };
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

/** The playhead's second is written no more often, wall milliseconds: browsers allow a page only so many changes of its address. */
const TIME_WRITTEN_MS = 400;

/** The second that the playhead stands at, or passes. */
function timeNow(): AddressedTime {
  const { place, run } = useTime.getState();
  return place === 'following' || run === null ? null : { run, tick: useRun.getState().tick };
}

/**
 * Keeps the address and the stores alike, both ways. A change of selection or of board is a step back; a change of look is not, and neither is
 * the time, which the address only holds so that it can be copied.
 */
export function followAddress(target: Window): void {
  const { search: first } = target.location;
  useSelection.setState(selectionOf(first));
  useUi.setState(uiOf(first));
  const recording = new URLSearchParams(first).get('recording');
  const viewNow = (): string => addressOf(useSelection.getState(), useUi.getState());
  const addressNow = (): string => {
    const address = addressOf(useSelection.getState(), useUi.getState(), timeNow());
    return recording === null ? address : `${address}&recording=${encodeURIComponent(recording)}`;
  };
  let written = viewNow();
  let isWaiting = false;
  /** While the stores take over what the address says, they are half of the one view and half of the other. */
  let isTaking = false;
  const isNew = (): boolean => !isTaking && viewNow() !== written;
  function write(how: 'pushState' | 'replaceState'): void {
    written = viewNow();
    target.history[how](null, '', addressNow());
  }
  function writeTime(): void {
    if (isWaiting) return;
    isWaiting = true;
    target.setTimeout(() => {
      isWaiting = false;
      if (addressNow() !== target.location.search) write('replaceState');
    }, TIME_WRITTEN_MS);
  }

  useSelection.subscribe(() => {
    if (isNew()) write('pushState');
  });
  useUi.subscribe((now, before) => {
    if (isNew()) write(now.board === before.board && now.compare === before.compare ? 'replaceState' : 'pushState');
  });
  useTime.subscribe((now, before) => {
    if (now.place !== before.place || now.run !== before.run) writeTime();
  });
  useRun.subscribe((now, before) => {
    if (now.tick !== before.tick && timeNow() !== null) writeTime();
  });
  target.addEventListener('popstate', () => {
    const { search } = target.location;
    isTaking = true;
    useSelection.setState(selectionOf(search));
    useUi.setState(uiOf(search));
    isTaking = false;
    written = viewNow();
    if (timeNow() !== null) writeTime();
  });
}
