// Tracks: a point a minute of every series, indicator by indicator, beside the segments. A day's line of one indicator reads its tracks only.
// A block holds two hours. In it stands one track for each indicator and tier, deflated by itself so that it can be read alone:
// tier 0 the city and its districts, tier 1 the streets.

import { indicators } from '../catalogue/index.ts';
import { NO_DATA, seriesOf } from '../city/index.ts';
import { areas, FIRST_STREET } from '../geography/index.ts';
import { ByteReader, ByteWriter, CodecError, unzigzag, zigzag } from '../log/index.ts';
import { HOUR, MINUTE } from '../time.ts';

/** Segments end at its end, whatever their length. */
export const TRACK_BLOCK_TICKS: number = 2 * HOUR;
export const TRACK_POINT_TICKS: number = MINUTE;
export const TRACK_COUNT: number = indicators.length * 2;

/** Whether a point is taken after the tick. */
export const isTrackPoint = (tick: number): boolean => (tick + 1) % TRACK_POINT_TICKS === 0;

/** Place of a track in its block. */
export const trackIndex = (indicator: number, area: number): number => indicator * 2 + (area < FIRST_STREET ? 0 : 1);

const seriesByTrack: readonly (readonly number[])[] = Array.from({ length: TRACK_COUNT }, (_, track) => {
  const [from, to] = track % 2 === 0 ? [0, FIRST_STREET] : [FIRST_STREET, areas.length];
  return areas
    .slice(from, to)
    .map((area) => seriesOf(track >> 1, area.index))
    .filter((series) => series >= 0);
});

/** The series of a track, in the order in which they stand in it. */
export const seriesOfTrack = (track: number): readonly number[] => seriesByTrack[track]!;

/** One track as bytes, not yet deflated. `points[k]`: the whole city's quanta after the block's k-th minute. */
export function encodeTrack(track: number, points: readonly Int32Array[]): Uint8Array<ArrayBuffer> {
  const writer = new ByteWriter(64 + seriesOfTrack(track).length * points.length);
  writer.varint(points.length);
  for (const series of seriesOfTrack(track)) {
    let first = 0;
    while (first < points.length && points[first]![series] === NO_DATA) first++;
    writer.varint(first);
    let before = 0;
    for (let k = first; k < points.length; k++) {
      const quantum = points[k]![series]!;
      writer.varint(zigzag((quantum - before) | 0));
      before = quantum;
    }
  }
  return writer.finish();
}

/** One series of a track: a quantum a minute, NO_DATA before its first. Throws CodecError for bytes that are no track. */
export function decodeTrackOf(track: number, bytes: Uint8Array, series: number): Int32Array {
  const reader = new ByteReader(bytes);
  const points = reader.varint();
  if (points > TRACK_BLOCK_TICKS / TRACK_POINT_TICKS) throw new CodecError(`a track has no ${points} points`);
  for (const other of seriesOfTrack(track)) {
    const first = reader.varint();
    const quanta = new Int32Array(points).fill(NO_DATA);
    let quantum = 0;
    for (let k = first; k < points; k++) {
      quantum = (quantum + unzigzag(reader.varint())) | 0;
      quanta[k] = quantum;
    }
    if (other === series) return quanta;
  }
  throw new CodecError(`series ${series} is not in track ${track}`);
}
