// A copied link opens the same view.
import { levels } from '@onescreen/shared/cases';
import { dimensions, indicators, primaries } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, selectionOf, uiOf } from '../../../client/src/store/address.ts';
import { cameraOf, cameraText } from '../../../client/src/store/camera.ts';
import type { Selection } from '../../../client/src/store/selection.ts';
import { NOTHING_SELECTED } from '../../../client/src/store/selection.ts';
import { BOARDS, CASE_STATUSES, PANELS, PRIORITIES, useUi } from '../../../client/src/store/ui.ts';

const looked: fc.Arbitrary<Pick<Selection, 'primary' | 'indicator'>> = fc.oneof(
  fc.constant({ primary: null, indicator: null }),
  fc.constantFrom(...primaries).map(({ id }) => ({ primary: id, indicator: null })),
  fc.constantFrom(...indicators).map(({ id, primary }) => ({ primary, indicator: id })),
);
const selections: fc.Arbitrary<Selection> = fc
  .tuple(
    fc.nat(areas.length - 1),
    looked,
    fc.option(fc.string({ minLength: 1 })),
    fc.option(fc.string({ minLength: 1 })),
  )
  .map(([area, sign, one, unit]) => ({ area, ...sign, case: one, unit }));
const filters = fc.record({
  status: fc.constantFrom(...CASE_STATUSES),
  priority: fc.constantFrom('all' as const, ...PRIORITIES),
  level: fc.constantFrom('all' as const, ...levels),
  automatic: fc.boolean(),
  mine: fc.boolean(),
  text: fc.string(),
});
const cameras = fc
  .tuple(
    fc.double({ min: 120, max: 122.5, noNaN: true }),
    fc.double({ min: 30, max: 32, noNaN: true }),
    fc.double({ min: 7, max: 17, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: 0, max: 60, noNaN: true }),
  )
  .map(([lon, lat, zoom, bearing, pitch]) => ({ center: [lon, lat] as [number, number], zoom, bearing, pitch }));
const looks = fc.record({
  language: fc.constantFrom('zh' as const, 'en' as const),
  look: fc.constantFrom('show' as const, 'calm' as const),
  dimension: fc.constantFrom(...dimensions.map(({ id }) => id)),
  board: fc.constantFrom(null, ...BOARDS),
  compare: fc.option(fc.string({ minLength: 1 })),
  workList: fc.constantFrom('cases' as const, 'alarms' as const),
  caseFilter: filters,
  switchedLayers: fc.uniqueArray(fc.constantFrom('cases', 'units', 'orders', 'metro', 'roads')),
  maximised: fc.constantFrom(null, ...PANELS),
});

test('every selection, language, look, filter and layer comes back out of its address', () => {
  fc.assert(
    fc.property(selections, looks, (selection, ui) => {
      const address = addressOf(selection, ui);
      expect(selectionOf(address)).toEqual(selection);
      expect(uiOf(address)).toEqual(ui);
    }),
  );
});

test('a camera comes back out of its address to a metre, and again the same', () => {
  fc.assert(
    fc.property(cameras, (camera) => {
      const text = cameraText(camera);
      const back = cameraOf(text)!;
      expect(back.center[0]).toBeCloseTo(camera.center[0], 4);
      expect(back.zoom).toBeCloseTo(camera.zoom, 1);
      expect(cameraText(back)).toBe(text);
    }),
  );
  for (const wrong of [null, '', '1,2,3', '500,0,1,0,0', '121,31,10,0,x', '121,31,99,0,0'])
    expect(cameraOf(wrong)).toBe(null);
});

test('a plain view has a plain address', () => {
  expect(addressOf(NOTHING_SELECTED, useUi.getInitialState())).toBe('?open=traffic&look=show&lang=zh');
});

test('an address that names what is not there shows the city instead of failing', () => {
  expect(selectionOf('?area=999&sign=none&indicator=nothing')).toEqual(NOTHING_SELECTED);
  const { board, compare, workList, caseFilter, switchedLayers, maximised } = useUi.getInitialState();
  expect(
    uiOf('?lang=fr&look=neon&open=space&board=chess&list=all&status=odd&priority=9&level=x&max=roof&layers=,%20'),
  ).toEqual({ board, compare, workList, caseFilter, switchedLayers, maximised });
});
