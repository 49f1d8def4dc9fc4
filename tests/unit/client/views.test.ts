// Saved views: an address under a name, that can be opened, renamed, ordered, deleted and brought back; and the tour through them.
import { beforeEach, expect, test } from 'vitest';
import { useUi } from '../../../client/src/store/ui.ts';
import {
  deleteView,
  moveView,
  readViews,
  renameView,
  saveView,
  undoDelete,
  useViews,
} from '../../../client/src/views/savedViews.ts';
import { dwellOf, endTour, goToStop, startTour, stopsOfTour, useTour } from '../../../client/src/views/tour.ts';

const names = (): string[] => useViews.getState().views.map(({ name }) => name);

beforeEach(() => {
  useViews.setState({ views: [], deleted: null });
  saveView('雨', '?open=env&look=show&lang=zh');
  saveView('  Metro ', '?open=traffic&look=calm&lang=en');
  saveView('Xujing', '?area=310118106&open=safety&look=show&lang=en');
});

test('a view is kept under its name without the blanks around it; a blank name keeps nothing', () => {
  expect(names()).toEqual(['雨', 'Metro', 'Xujing']);
  expect(saveView('   ', '?')).toBeNull();
  expect(names()).toHaveLength(3);
});

test('a deleted view comes back to where it stood', () => {
  const { id } = useViews.getState().views[1]!;
  deleteView(id);
  expect(names()).toEqual(['雨', 'Xujing']);
  undoDelete();
  expect(names()).toEqual(['雨', 'Metro', 'Xujing']);
  undoDelete();
  expect(names()).toHaveLength(3);
});

test('a view is renamed, but not to nothing, and moved, but not beyond the ends', () => {
  const [first, , last] = useViews.getState().views;
  renameView(first!.id, 'Rain');
  renameView(last!.id, ' ');
  moveView(first!.id, -1);
  moveView(last!.id, -1);
  expect(names()).toEqual(['Rain', 'Xujing', 'Metro']);
});

test('no two views have one id, whatever was deleted between', () => {
  deleteView(useViews.getState().views[0]!.id);
  saveView('again', '?');
  const ids = useViews.getState().views.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('what was kept and is no view is left out', () => {
  const good = { id: 1, name: 'a', address: '?open=env' };
  expect(
    readViews([good, { id: 'x', name: 'b', address: '?' }, { id: 2, name: 'c', address: 'https://elsewhere' }, null]),
  ).toEqual([good]);
  expect(readViews('nonsense')).toEqual([]);
});

test('a tour shows each view in turn and begins again after the last', () => {
  startTour();
  expect(useUi.getState()).toMatchObject({ dimension: 'env', language: 'zh' });
  goToStop(useTour.getState().at + 1);
  expect(useUi.getState()).toMatchObject({ dimension: 'traffic', look: 'calm', language: 'en' });
  goToStop(useTour.getState().at + 2);
  expect(useTour.getState().at).toBe(0);
  goToStop(-1);
  expect(useUi.getState().dimension).toBe('safety');
  endTour();
  expect(useTour.getState().isOn).toBe(false);
});

test('without saved views the tour goes through the six dimensions', () => {
  useViews.setState({ views: [] });
  expect(stopsOfTour()).toHaveLength(6);
});

test.each([
  [20, 20],
  ['5', 5],
  [1, 3],
  [99_999, 600],
  ['', 20],
  [null, 20],
  ['soon', 20],
])('a stop of %s lasts %d seconds', (asked, seconds) => {
  expect(dwellOf(asked)).toBe(seconds);
});
