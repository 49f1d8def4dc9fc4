// Tracks: a point a minute of every series, indicator by indicator, beside the segments. A day's line of one indicator reads its tracks only.
// A block holds two hours: one track for each indicator and tier, deflated by itself so that it can be read alone, and the block's log behind
// them (see blockLog.ts). Tier 0 is the city and its districts, tier 1 the streets; all of tier 0 stands first, so that an area's whole past
// is one read a block.
//   track: count of points · for each series the bytes of its line · the lines
//   line: points without a value · then for each point what it adds to the one before (zigzag varint)

import { indicators } from '../catalogue/index.ts';
import { NO_DATA, seriesOf } from '../city/index.ts';
import { areas, FIRST_STREET } from '../geography/index.ts';
import { ByteReader, ByteWriter, CodecError, unzigzag, zigzag } from '../log/index.ts';
import { HOUR, MINUTE } from '../time.ts';

/** A block ends with the first segment that makes it as long as this, or earlier when there is more log than a block can hold. */
export const TRACK_BLOCK_TICKS: number = 2 * HOUR;
export const TRACK_POINT_TICKS: number = MINUTE;
export const TRACK_COUNT: number = indicators.length * 2;
/** A block that ends with a long segment, or with steps that fit into no hour, has a few points more. */
const MOST_POINTS = (2 * TRACK_BLOCK_TICKS) / TRACK_POINT_TICKS;
/** Inflated, a track of 234 streets with five bytes for each point of the longest block. */
export const MAX_TRACK_BYTES: number = 1024 * 1024;

/** Whether a point is taken after the tick. */
export const isTrackPoint = (tick: number): boolean => (tick + 1) % TRACK_POINT_TICKS === 0;

/** The ticks after which a block has its points. */
export function pointTicksOf({ fromTick, toTick }: { fromTick: number; toTick: number }): number[] {
  const first = Math.ceil((fromTick + 1) / TRACK_POINT_TICKS) * TRACK_POINT_TICKS - 1;
  const count = Math.max(0, Math.floor((toTick - first) / TRACK_POINT_TICKS) + 1);
  return Array.from({ length: count }, (_, k) => first + k * TRACK_POINT_TICKS);
}

/** First track of the tier that an area belongs to; the tier's tracks are those of all indicators from there on. */
export const firstTrackOf = (area: number): number => (area < FIRST_STREET ? 0 : indicators.length);

/** Place of a track in its block. */
export const trackIndex = (indicator: number, area: number): number => firstTrackOf(area) + indicator;

const seriesByTrack: readonly (readonly number[])[] = Array.from({ length: TRACK_COUNT }, (_, track) => {
  const [from, to] = track < indicators.length ? [0, FIRST_STREET] : [FIRST_STREET, areas.length];
  return areas
    .slice(from, to)
    .map((area) => seriesOf(track % indicators.length, area.index))
    .filter((series) => series >= 0);
});

/** The series of a track, in the order in which they stand in it. */
export const seriesOfTrack = (track: number): readonly number[] => seriesByTrack[track]!;

function encodeLine(series: number, points: readonly Int32Array[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(8 + points.length);
  let first = 0;
  while (first < points.length && points[first]![series] === NO_DATA) first++;
  writer.varint(first);
  let before = 0;
  for (let k = first; k < points.length; k++) {
    const quantum = points[k]![series]!;
    writer.varint(zigzag((quantum - before) | 0));
    before = quantum;
  }
  return writer.finish();
}

/** One track as bytes, not yet deflated. `points[k]`: the whole city's quanta after the block's k-th minute. */
export function encodeTrack(track: number, points: readonly Int32Array[]): Uint8Array<ArrayBuffer> {
  const lines = seriesOfTrack(track).map((series) => encodeLine(series, points));
  const writer = new ByteWriter(64 + seriesOfTrack(track).length * points.length);
  writer.varint(points.length);
  for (const { length } of lines) writer.varint(length);
  for (const line of lines) writer.raw(line);
  return writer.finish();
}

function decodeLine(bytes: Uint8Array, points: number): Int32Array {
  const reader = new ByteReader(bytes);
  const first = reader.varint();
  if (first > points) throw new CodecError(`a line of ${points} points begins at point ${first}`);
  const quanta = new Int32Array(points).fill(NO_DATA);
  let quantum = 0;
  for (let k = first; k < points; k++) {
    quantum = (quantum + unzigzag(reader.varint())) | 0;
    quanta[k] = quantum;
  }
  reader.end();
  return quanta;
}

/** One series of an inflated track: a quantum a minute, NO_DATA before its first. Throws CodecError for bytes that are no track. */
export function decodeTrackOf(track: number, bytes: Uint8Array, series: number): Int32Array {
  const place = seriesOfTrack(track).indexOf(series);
  if (place < 0) throw new CodecError(`series ${series} is not in track ${track}`);
  const reader = new ByteReader(bytes);
  const points = reader.count(0, MOST_POINTS, 'points');
  const lengths = seriesOfTrack(track).map(() => reader.varint());
  for (const length of lengths.slice(0, place)) reader.raw(length);
  return decodeLine(reader.raw(lengths[place]!), points);
}
