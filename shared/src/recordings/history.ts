// The past of an area, a point a minute, out of the tracks of a recording. Server and screen both read it here, so that they say the same.
import { indicators } from '../catalogue/index.ts';
import { NO_DATA, seriesOf } from '../city/index.ts';
import { CodecError } from '../log/index.ts';
import type { TracksMeta } from './format.ts';
import { damagedBlock } from './partErrors.ts';
import type { Recording } from './recording.ts';
import { decodeTrackOf, firstTrackOf, pointTicksOf, trackIndex } from './tracks.ts';

/** Columns as long as `ticks`: quanta of every indicator that the area carries, by id; null where there was no value yet. */
export interface AreaHistory {
  ticks: number[];
  series: Record<string, (number | null)[]>;
}

/** Quanta of one indicator in one area; NO_DATA where there was none. */
export interface Line {
  ticks: number[];
  quanta: number[];
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

/** One read for each block. Throws RecordingError as `Recording.span`. */
export async function readAreaHistory(
  recording: TrackSource,
  area: number,
  span: TickSpan,
  open: OpenPoints = NO_POINTS,
): Promise<AreaHistory> {
  const measured = indicators
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
  const first = firstTrackOf(area);
  for (const [position, block] of recording.index.tracks.entries()) {
    if (!touches(span, block)) continue;
    const tracks = await recording.span(position, first, indicators.length);
    const lines = measured.map(({ track, series }) =>
      lineIn(position, block, () => decodeTrackOf(track, tracks[track - first]!, series)),
    );
    for (const [k, tick] of pointTicksOf(block).entries()) take(tick, (place) => lines[place]![k] ?? NO_DATA);
  }
  for (const [k, tick] of open.ticks.entries()) take(tick, (place) => open.points[k]![measured[place]!.series]!);
  return { ticks, series: Object.fromEntries(measured.map(({ id }, place) => [id, columns[place]!])) };
}

/** One indicator's line: reads its own track of each block and no more. Throws RecordingError as `Recording.span`. */
export async function readLine(recording: TrackSource, indicator: number, area: number, span: TickSpan): Promise<Line> {
  const track = trackIndex(indicator, area);
  const series = seriesOf(indicator, area);
  const line: Line = { ticks: [], quanta: [] };
  for (const [position, block] of recording.index.tracks.entries()) {
    if (!touches(span, block)) continue;
    const [bytes] = await recording.span(position, track, 1);
    const quanta = lineIn(position, block, () => decodeTrackOf(track, bytes!, series));
    pointTicksOf(block).forEach((tick, k) => {
      if (!within(span, tick)) return;
      line.ticks.push(tick);
      line.quanta.push(quanta[k] ?? NO_DATA);
    });
  }
  return line;
}

function lineIn(position: number, block: TracksMeta, decode: () => Int32Array): Int32Array {
  try {
    return decode();
  } catch (error) {
    throw error instanceof CodecError ? damagedBlock(position, block) : error;
  }
}
