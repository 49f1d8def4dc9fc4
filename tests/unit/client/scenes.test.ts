// The drawn scenes of the ten cameras: each can be painted at any second, the same second is painted the same, and what should not be is seen in it.
import type { Picture, SceneId } from '@onescreen/shared/cameras';
import { DECOYS, PLACES, SCENES } from '@onescreen/shared/cameras';
import { describe, expect, test } from 'vitest';
import { nightAt, passersOn, sunDegrees } from '../../../client/src/cameras/draw/moment.ts';
import { emptyKeep, paint, rectOf } from '../../../client/src/cameras/draw/scene.ts';
import { scenes } from '../../../client/src/cameras/scenes/index.ts';

/** Tuesday 17 November 2020, 07:00 in Shanghai. */
const EPOCH_MS = Date.UTC(2020, 10, 16, 23);

/** A canvas that writes down what is drawn, and refuses what a browser would: numbers that are none, radii below nothing. */
function paper(calls: string[]): HTMLCanvasElement {
  const ctx = new Proxy({} as Record<string, unknown>, {
    get: (kept, name: string) => {
      if (name in kept) return kept[name];
      return (...args: unknown[]) => {
        const numbers = args.filter((arg) => typeof arg === 'number');
        if (numbers.some((value) => !Number.isFinite(value))) throw new Error(`${name}(${args})`);
        if ((name === 'arc' && numbers[2]! < 0) || (name === 'ellipse' && Math.min(numbers[2]!, numbers[3]!) < 0))
          throw new Error(`${name} of a negative radius`);
        calls.push(`${name} ${numbers.map((value) => value.toFixed(3)).join(' ')}`);
        return { addColorStop: () => undefined };
      };
    },
    set: (kept, name: string, value) => {
      kept[name] = value;
      calls.push(`${name}=${typeof value === 'object' ? '' : value}`);
      return true;
    },
  });
  const canvas = { width: 320, height: 180, getContext: () => ctx };
  return Object.assign(canvas, { ownerDocument: { createElement: () => paper([]) } }) as unknown as HTMLCanvasElement;
}

const hazardAt = (place: number) => ({ id: `H${place}`, place, count: 3, age: 60, isMissed: false });
const decoyAt = (place: number) =>
  ({
    case: 'C1',
    state: 'seen',
    spot: { kind: 'decoy', place },
    confidence: 0.8,
    count: 1,
    tick: 0,
    isFalse: true,
  }) as const;

function painted(scene: SceneId, picture: Partial<Picture>, tick: number, rain = 0): string[] {
  const calls: string[] = [];
  const moment = { tick, epochMs: EPOCH_MS, night: nightAt(EPOCH_MS, tick), rain, words: `7/${scene}` };
  paint(scenes[scene], paper(calls), { tick, hazards: [], boxes: [], ...picture }, moment, emptyKeep());
  return calls;
}

describe.each(SCENES)('the scene %s', (id) => {
  test('is painted at any second, by day and night, dry and wet, whatever is in it', () => {
    const hazards = Array.from({ length: PLACES }, (_, place) => hazardAt(place));
    const boxes = Array.from({ length: DECOYS }, (_, place) => decoyAt(place));
    for (const tick of [0, 0.5, 7, 611.25, 5000, 36_000.1, 60_000])
      expect(painted(id, { hazards, boxes }, tick, tick % 2 === 0 ? 0.6 : 0).length).toBeGreaterThan(100);
  });

  test('of the same second is the same, and of another is not', () => {
    expect(painted(id, {}, 5000.25)).toEqual(painted(id, {}, 5000.25));
    expect(painted(id, {}, 5000.25)).not.toEqual(painted(id, {}, 5003.25));
  });

  test('shows a hazard or a harmless thing by more than an empty one has', () => {
    const empty = painted(id, {}, 5000).length;
    for (let place = 0; place < PLACES; place++)
      expect(painted(id, { hazards: [hazardAt(place)] }, 5000).length).toBeGreaterThan(empty);
    for (let place = 0; place < DECOYS; place++)
      expect(painted(id, { boxes: [decoyAt(place)] }, 5000).length).toBeGreaterThan(empty);
  });

  test('has every place within the frame', () => {
    for (const spot of [...scenes[id].places, ...scenes[id].decoys]) {
      const { x, y, width, height } = rectOf(scenes[id], spot);
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(1);
      expect(Math.min(width, height)).toBeGreaterThan(0.03);
    }
  });
});

test('the sun over Shanghai rises and sets as it does in November', () => {
  const at = (hour: number): number => sunDegrees(EPOCH_MS, (hour - 7) * 3600);
  expect([at(12) > 38, at(12) < 42, at(7) > 0, at(18) < -10]).toEqual([true, true, true, true]);
  expect([nightAt(EPOCH_MS, 5 * 3600), nightAt(EPOCH_MS, 12 * 3600)]).toEqual([0, 1]);
});

test('who passes by moves on without a leap', () => {
  const lane = { name: 'a', from: [0, 0], to: [20, 0], seconds: 20, every: 4 } as const;
  const moment = (tick: number) => ({ tick, epochMs: EPOCH_MS, night: 0, rain: 0, words: 'w' });
  for (let tick = 4000; tick < 4060; tick += 0.25) {
    const [now, next] = [passersOn(lane, moment(tick)), passersOn(lane, moment(tick + 0.25))];
    for (const one of now.filter(({ done }) => done < 0.98)) {
      const same = next.find(({ share }) => share === one.share);
      expect(Math.abs(same!.x - one.x)).toBeCloseTo(0.25, 5);
    }
  }
});
