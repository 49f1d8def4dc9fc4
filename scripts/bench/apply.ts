// What a screen pays to take in one tick: typed arrays in place, against a Map made anew as a store of objects would.

import type { Changes } from '@onescreen/shared/city';
import { applyChanges, createCity, SERIES_COUNT } from '@onescreen/shared/city';
import { createRandom } from '@onescreen/shared/random';
import type { BenchRow } from './row.ts';
import { benchRow, figure, medianMs } from './row.ts';

const REPEATS = 60;

export function applyRows(): BenchRow[] {
  const random = createRandom(1, 'apply bench');
  const series = Uint16Array.from({ length: SERIES_COUNT }, (_, i) => i);
  const changes = (): Changes => ({
    series,
    quanta: Int32Array.from(series, () => random.whole(100_000)),
    stateSeries: new Uint16Array(0),
    states: new Uint8Array(0),
  });
  const two = [changes(), changes()] as const;
  const city = createCity();
  let tick = 0;
  const typedMs = medianMs(REPEATS, () => applyChanges(city, tick, two[tick++ % 2]!));

  let map = new Map<number, { value: number; tick: number }>();
  const mapMs = medianMs(REPEATS, () => {
    const { series: changed, quanta } = two[tick++ % 2]!;
    const next = new Map(map);
    for (const [i, one] of changed.entries()) next.set(one, { value: quanta[i]!, tick });
    map = next;
  });
  return [
    benchRow({
      name: `${figure(SERIES_COUNT)} changed values taken in`,
      measured: `${figure(typedMs)} ms, typed arrays`,
      baseline: `${figure(mapMs)} ms, a new Map`,
      ratio: typedMs / mapMs,
      budget: { atMost: 0.1 },
    }),
  ];
}
