// A copied link opens the same view.
import { dimensions, indicators, primaries } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addressOf, selectionOf, uiOf } from '../../../client/src/store/address.ts';
import type { Selection } from '../../../client/src/store/selection.ts';
import { NOTHING_SELECTED } from '../../../client/src/store/selection.ts';
import { BOARDS } from '../../../client/src/store/ui.ts';

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
const looks = fc.record({
  language: fc.constantFrom('zh' as const, 'en' as const),
  look: fc.constantFrom('show' as const, 'calm' as const),
  dimension: fc.constantFrom(...dimensions.map(({ id }) => id)),
  board: fc.constantFrom(null, ...BOARDS),
  compare: fc.option(fc.string({ minLength: 1 })),
});

test('every selection, language and look comes back out of its address', () => {
  fc.assert(
    fc.property(selections, looks, (selection, ui) => {
      const address = addressOf(selection, ui);
      expect(selectionOf(address)).toEqual(selection);
      expect(uiOf(address)).toEqual(ui);
    }),
  );
});

test('an address that names what is not there shows the city instead of failing', () => {
  expect(selectionOf('?area=999&sign=none&indicator=nothing')).toEqual(NOTHING_SELECTED);
  expect(uiOf('?lang=fr&look=neon&open=space&board=chess')).toEqual({ board: null, compare: null });
});
