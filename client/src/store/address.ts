// The address bar holds what is shown: a copied link opens the same view, and the back button goes back.
import { hasIndicator, indicatorById, primaries } from '@onescreen/shared/catalogue';
import { areaByCode, areas, CITY_AREA, hasArea } from '@onescreen/shared/geography';
import type { RunId } from '@onescreen/shared/ids';
import type { AddressedUi } from './addressUi.ts';
import { readUi, writeUi } from './addressUi.ts';
import type { Camera } from './camera.ts';
import { cameraOf, cameraText, useCamera } from './camera.ts';
import { useRun } from './run.ts';
import type { Selection } from './selection.ts';
import { NOTHING_SELECTED, useSelection } from './selection.ts';
import { isFollowing, moveTime, useTime } from './time.ts';
import { useUi } from './ui.ts';

/** A second of a run; null where the screen follows whichever is live. */
export type AddressedTime = { run: RunId; tick: number } | null;

/** The query of an address for a view. Leaves out what is as usual, so that a plain view has a plain address. */
export function addressOf(
  selection: Selection,
  ui: AddressedUi,
  time: AddressedTime = null,
  camera: Camera | null = null,
): string {
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
  if (camera !== null) query.set('at', cameraText(camera));
  writeUi(query, ui);
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

/** The viewer's wishes that a query names: look, language and dimension only where it names them, the rest as usual where it does not. */
export const uiOf = (search: string): ReturnType<typeof readUi> => readUi(new URLSearchParams(search));

/** The playhead's second is written no more often, wall milliseconds: browsers allow a page only so many changes of its address. */
const TIME_WRITTEN_MS = 400;

/** The second that the playhead stands at, or passes. */
function timeNow(): AddressedTime {
  const { place, run } = useTime.getState();
  return place === 'following' || run === null ? null : { run, tick: useRun.getState().tick };
}

/** How this window is used; it stays in its address whatever is shown. */
const OF_THE_WINDOW = ['recording', 'kiosk', 'dwell', 'wall', 'tile', 'bezel'] as const;

function ofTheWindow(search: string): string {
  const query = new URLSearchParams(search);
  return OF_THE_WINDOW.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [`&${name}=${encodeURIComponent(value)}`];
  }).join('');
}

/** While the stores take over what an address says, they are half of the one view and half of the other. */
let isTaking = false;
let writeTaken: (how: 'pushState' | 'replaceState') => void = () => undefined;
let catchUp = (): void => undefined;

/** Writes at once what would be written soon: for who is about to load the page by its address. */
export const writeAddress = (): void => catchUp();

function take(search: string): void {
  isTaking = true;
  useSelection.setState(selectionOf(search));
  useUi.setState(uiOf(search));
  useCamera.setState({ camera: cameraOf(new URLSearchParams(search).get('at')) });
  isTaking = false;
}

/** The address of what is shown now, the playhead's second included. */
export const addressNow = (): string =>
  addressOf(useSelection.getState(), useUi.getState(), timeNow(), useCamera.getState().camera);

/** Shows what an address names, its second aside. */
export function showAddress(search: string, how: 'push' | 'replace' = 'replace'): void {
  take(search);
  writeTaken(how === 'push' ? 'pushState' : 'replaceState');
}

/** Shows what an address names, the second included. With `push` a step back leads to what was shown before. */
export function openAddress(search: string, how: 'push' | 'replace' = 'push'): void {
  showAddress(search, how);
  const time = timeOf(search);
  if (time !== null) moveTime({ kind: 'open', ...time });
  else if (!isFollowing()) moveTime({ kind: 'follow' });
}

/**
 * Keeps the address and the stores alike, both ways. A change of selection or of board is a step back; a change of look is not, and neither is
 * the time, which the address only holds so that it can be copied.
 */
export function followAddress(target: Window): void {
  const { search: first } = target.location;
  take(first);
  const kept = (): string => ofTheWindow(target.location.search);
  const viewNow = (): string => addressOf(useSelection.getState(), useUi.getState(), null, useCamera.getState().camera);
  let written = viewNow();
  let isWaiting = false;
  const isNew = (): boolean => !isTaking && viewNow() !== written;
  function write(how: 'pushState' | 'replaceState'): void {
    written = viewNow();
    target.history[how](null, '', `${addressNow()}${kept()}`);
  }
  catchUp = () => {
    if (`${addressNow()}${kept()}` !== target.location.search) write('replaceState');
  };
  function writeSoon(): void {
    if (isWaiting) return;
    isWaiting = true;
    target.setTimeout(() => {
      isWaiting = false;
      catchUp();
    }, TIME_WRITTEN_MS);
  }
  writeTaken = (how) => {
    if (isNew()) write(how);
  };

  useSelection.subscribe((now, before) => {
    // A hand's camera was for the area that it looked at.
    if (!isTaking && now.area !== before.area) useCamera.setState({ camera: null });
    if (isNew()) write('pushState');
  });
  useUi.subscribe((now, before) => {
    if (isNew()) write(now.board === before.board && now.compare === before.compare ? 'replaceState' : 'pushState');
  });
  useCamera.subscribe((now) => {
    if (now.camera !== null && isNew()) writeSoon();
  });
  useTime.subscribe((now, before) => {
    if (now.place !== before.place || now.run !== before.run) writeSoon();
  });
  useRun.subscribe((now, before) => {
    if (now.tick !== before.tick && timeNow() !== null) writeSoon();
  });
  target.addEventListener('popstate', () => {
    take(target.location.search);
    written = viewNow();
    if (timeNow() !== null) writeSoon();
  });
}
