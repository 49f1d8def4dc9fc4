// The back button: a step back is another area or another board, never another look.
import { areaByCode, CITY_AREA } from '@onescreen/shared/geography';
import type { RunId } from '@onescreen/shared/ids';
import { expect, test } from 'vitest';
import { followAddress, writeAddress } from '../../../client/src/store/address.ts';
import { select, useSelection } from '../../../client/src/store/selection.ts';
import { AT_THE_EDGE, setTime } from '../../../client/src/store/time.ts';
import { setUi, useUi } from '../../../client/src/store/ui.ts';

/** A window that has a history and nothing else. */
function createWindow(search: string) {
  const pages = [search];
  let at = 0;
  let onPop = (): void => undefined;
  const target = {
    location: {
      get search() {
        return pages[at]!;
      },
    },
    history: {
      pushState: (_state: null, _title: string, address: string) => {
        pages.splice(++at, Number.POSITIVE_INFINITY, address);
      },
      replaceState: (_state: null, _title: string, address: string) => {
        pages[at] = address;
      },
    },
    setTimeout: () => 0,
    addEventListener: (_kind: string, listener: () => void) => {
      onPop = listener;
    },
  };
  const go = (by: 1 | -1): void => {
    at += by;
    onPop();
  };
  return { target: target as unknown as Window, go, count: () => pages.length };
}

const view = () => [useSelection.getState().area, useUi.getState().board];

test('back and forward go through areas and boards, together and apart, and lose no step', () => {
  const { target, go, count } = createWindow('?lang=en');
  const pudong = areaByCode('310115').index;
  followAddress(target);
  select({ area: pudong });
  setUi({ board: 'kpis' });
  setUi({ look: 'calm' });
  select({ area: CITY_AREA });
  setUi({ board: null });
  expect(count()).toBe(5);

  go(-1);
  expect(view()).toEqual([CITY_AREA, 'kpis']);
  go(-1);
  expect(view()).toEqual([pudong, 'kpis']);
  go(-1);
  expect(view()).toEqual([pudong, null]);
  go(1);
  go(1);
  expect(view()).toEqual([CITY_AREA, 'kpis']);
  expect(count()).toBe(5);
});

test('the second that the playhead has just come to is in the address before the page is loaded anew', () => {
  const { target } = createWindow('?lang=en');
  followAddress(target);
  setTime({ place: 'paused', run: 'a-run' as RunId });
  expect(target.location.search).not.toContain('run=');
  writeAddress();
  expect(target.location.search).toContain('run=a-run&t=');
  setTime(AT_THE_EDGE);
});
