// A growing columnar buffer: a step's samples without an object for each.
import type { SampleBuffer } from './types.ts';

/** An empty buffer with room for `capacity` samples; it doubles when full. */
export function createSampleBuffer(capacity = 32_768): SampleBuffer {
  let ticks = new Uint32Array(capacity);
  let series = new Uint16Array(capacity);
  let quanta = new Int32Array(capacity);
  let length = 0;

  function grow(): void {
    const [oldTicks, oldSeries, oldQuanta] = [ticks, series, quanta];
    ticks = new Uint32Array(oldTicks.length * 2);
    series = new Uint16Array(ticks.length);
    quanta = new Int32Array(ticks.length);
    ticks.set(oldTicks);
    series.set(oldSeries);
    quanta.set(oldQuanta);
  }

  return {
    get length() {
      return length;
    },
    add(tick, seriesIndex, quantum) {
      if (length === ticks.length) grow();
      ticks[length] = tick;
      series[length] = seriesIndex;
      quanta[length] = quantum;
      length++;
    },
    take() {
      const columns = {
        ticks: ticks.slice(0, length),
        series: series.slice(0, length),
        quanta: quanta.slice(0, length),
      };
      length = 0;
      return columns;
    },
  };
}
