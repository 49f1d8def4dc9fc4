// The past of an area, a point a minute, out of the tracks of a recording. Server and screen both read it here, so that they say the same.
import { indicators } from '../catalogue/index.ts';
import { NO_DATA, seriesOf } from '../city/index.ts';
import { CodecError } from '../log/index.ts';
import type { TracksMeta } from './format.ts';
import { damagedBlock } from './partErrors.ts';
import type { Recording } from './recording.ts';
import { decodeTrackOf, firstTrackOf, pointTicksOf, trackIndex } from './tracks.ts';

/** Columns as long as `ticks`: quanta of the indicators that the area carries, by id; null where there was no value yet. */
export interface AreaHistory {
  ticks: number[];
  series: Record<string, (number | null)[]>;
}

/** Points that are in no block yet. `points[k]`: the whole city's quanta after `ticks[k]`. */
export interface OpenPoints {
  ticks: readonly number[];
  points: readonly Int32Array[];
}

/** Ticks from `fromTick` to `toTick`, both included. */
export interface TickSpan {
  fromTick: number;
  toTick: number;
}

export type TrackSource = Pick<Recording, 'span'> & { readonly index: { readonly tracks: readonly TracksMeta[] } };

const within = ({ fromTick, toTick }: TickSpan, tick: number): boolean => tick >= fromTick && tick <= toTick;
const touches = (span: TickSpan, block: TracksMeta): boolean =>
  block.fromTick <= span.toTick && block.toTick >= span.fromTick;

const NO_POINTS: OpenPoints = { ticks: [], points: [] };

/** An area by its index; `only`: one indicator of it, by index, where the others are not wanted. */
export interface HistoryOf {
  area: number;
  only?: number | undefined;
}

/** One read for each block, of the wanted tracks and no more. Throws RecordingError as `Recording.span`. */
export async function readHistory(
  recording: TrackSource,
  { area, only }: HistoryOf,
  span: TickSpan,
  open: OpenPoints = NO_POINTS,
): Promise<AreaHistory> {
  const measured = indicators
    .filter(({ index }) => only === undefined || index === only)
    .map(({ id, index }) => ({ id, track: trackIndex(index, area), series: seriesOf(index, area) }))
    .filter(({ series }) => series >= 0);
  const ticks: number[] = [];
  const columns = measured.map((): (number | null)[] => []);
  const take = (tick: number, quantumOf: (place: number) => number): void => {
    if (!within(span, tick)) return;
    ticks.push(tick);
    for (const [place, column] of columns.entries()) {
      const quantum = quantumOf(place);
      column.push(quantum === NO_DATA ? null : quantum);
    }
  };
  const first = only === undefined ? firstTrackOf(area) : trackIndex(only, area);
  const count = only === undefined ? indicators.length : 1;
  for (const [position, block] of recording.index.tracks.entries()) {
    if (!touches(span, block)) continue;
    const tracks = await recording.span(position, first, count);
    const lines = measured.map(({ track, series }) =>
      lineIn(position, block, () => decodeTrackOf(track, tracks[track - first]!, series)),
    );
    for (const [k, tick] of pointTicksOf(block).entries()) take(tick, (place) => lines[place]![k] ?? NO_DATA);
  }
  for (const [k, tick] of open.ticks.entries()) take(tick, (place) => open.points[k]![measured[place]!.series]!);
  return { ticks, series: Object.fromEntries(measured.map(({ id }, place) => [id, columns[place]!])) };
}

function lineIn(position: number, block: TracksMeta, decode: () => Int32Array): Int32Array {
  try {
    return decode();
  } catch (error) {
    throw error instanceof CodecError ? damagedBlock(position, block) : error;
  }
}
