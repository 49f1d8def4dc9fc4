// What draws rests while nobody sees the page.
import { beforeEach, expect, test, vi } from 'vitest';
import { createSeen, everyWhileSeen, followSight, whileSeen } from '../../../client/src/store/sight.ts';

const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
followSight(page as unknown as Document);
function turn(visibility: 'visible' | 'hidden'): void {
  page.visibilityState = visibility;
  page.dispatchEvent(new Event('visibilitychange'));
}
beforeEach(() => turn('visible'));

test('a listener hears of every change while the page is seen', () => {
  const store = createSeen(() => ({ n: 0 }));
  const heard = vi.fn();
  whileSeen(store.subscribe)(heard);
  for (let n = 1; n <= 3; n++) store.setState({ n });
  expect(heard).toHaveBeenCalledTimes(3);
});

test('of all that happened in the back it hears once, when the page is seen again', () => {
  const store = createSeen(() => ({ n: 0 }));
  const heard = vi.fn(() => store.getState().n);
  whileSeen(store.subscribe)(heard);
  turn('hidden');
  for (let n = 1; n <= 3; n++) store.setState({ n });
  expect(heard).not.toHaveBeenCalled();
  turn('visible');
  expect(heard.mock.results).toEqual([{ type: 'return', value: 3 }]);
});

test('what has ended in the back, and what missed nothing, is not told', () => {
  const store = createSeen(() => ({ n: 0 }));
  const [ended, idle] = [vi.fn(), vi.fn()];
  const end = whileSeen(store.subscribe)(ended);
  whileSeen(createSeen(() => ({ n: 0 })).subscribe)(idle);
  turn('hidden');
  store.setState({ n: 1 });
  end();
  turn('visible');
  expect(ended).not.toHaveBeenCalled();
  expect(idle).not.toHaveBeenCalled();
});

test('a timer rests in the back, and is made up for once', () => {
  vi.useFakeTimers();
  const task = vi.fn();
  const end = everyWhileSeen(1000, task);
  vi.advanceTimersByTime(2000);
  expect(task).toHaveBeenCalledTimes(2);
  turn('hidden');
  vi.advanceTimersByTime(5000);
  expect(task).toHaveBeenCalledTimes(2);
  turn('visible');
  expect(task).toHaveBeenCalledTimes(3);
  end();
  vi.advanceTimersByTime(5000);
  expect(task).toHaveBeenCalledTimes(3);
  vi.useRealTimers();
});
