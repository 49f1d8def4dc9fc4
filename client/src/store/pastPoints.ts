// One area's points of the past, asked for in pieces of two hours as they are needed; a piece that is complete is never asked for again.

import { NO_DATA } from '@onescreen/shared/city';
import { HOUR, MINUTE } from '@onescreen/shared/time';

/** The pieces of a recording's tracks: a whole one never changes. */
const PIECE_TICKS = 2 * HOUR;
/** News of the piece under way is asked for no more often, wall milliseconds: a fast run has a new minute ten times a second. */
const NEWS_MS = 3000;
/** What could not be read is asked for again after this, wall milliseconds. */
const AGAIN_MS = 10_000;
/** Two days: what a screen looks back over, and as much again to scrub in. */
const MOST_PIECES = 24;

export interface PastPoints {
  ticks: readonly number[];
  /** Quanta of an indicator, as long as `ticks`. */
  column(indicator: string): readonly number[];
}

interface Piece {
  ticks: readonly number[];
  series: Readonly<Record<string, readonly (number | null)[]>>;
  /** Up to this tick the points are known. */
  knownTick: number;
}

/** Reads an answer; null when it is not one. */
function parseAnswer(body: unknown): Omit<Piece, 'knownTick'> | null {
  if (typeof body !== 'object' || body === null || !('ticks' in body) || !('series' in body)) return null;
  const { ticks, series } = body;
  if (!Array.isArray(ticks) || typeof series !== 'object' || series === null) return null;
  const columns = Object.entries(series).filter(
    ([, column]) => Array.isArray(column) && column.length === ticks.length,
  );
  return { ticks, series: Object.fromEntries(columns) };
}

/** Newest tick up to `tick` after which there is a point. */
export const lastPoint = (tick: number): number => Math.floor((tick + 1) / MINUTE) * MINUTE - 1;
const pieceOf = (tick: number): number => Math.floor(tick / PIECE_TICKS);
const startOf = (piece: number): number => piece * PIECE_TICKS;

/** `ask` gives the points of ticks `from` to `to`, both included; `arrived` is called after some have come or could not. */
export function createPastPoints(ask: (from: number, to: number) => Promise<unknown>, arrived: () => void) {
  const pieces = new Map<number, Piece>();
  let state: 'loading' | 'ready' | 'unavailable' = 'loading';
  let version = 0;
  let isAsking = false;
  let waitUntilMs = 0;

  function put(from: number, to: number, answer: Omit<Piece, 'knownTick'>): void {
    for (let piece = pieceOf(from); piece <= pieceOf(to); piece++) {
      const known = pieces.get(piece);
      const after = known?.knownTick ?? startOf(piece) - 1;
      const knownTick = Math.min(to, startOf(piece + 1) - 1);
      const places = answer.ticks.flatMap((tick, at) => (tick > after && tick <= knownTick ? [at] : []));
      const series: Record<string, readonly (number | null)[]> = {};
      for (const [id, column] of Object.entries(answer.series))
        series[id] = [...(known?.series[id] ?? []), ...places.map((at) => column[at] ?? null)];
      pieces.delete(piece);
      pieces.set(piece, {
        ticks: [...(known?.ticks ?? []), ...places.map((at) => answer.ticks[at]!)],
        series,
        knownTick,
      });
    }
    for (const old of pieces.keys()) if (pieces.size > MOST_PIECES) pieces.delete(old);
    version += 1;
  }

  async function load(from: number, to: number, nowMs: number): Promise<void> {
    isAsking = true;
    const answer = await ask(from, to).then(parseAnswer, () => null);
    isAsking = false;
    waitUntilMs = nowMs + (answer === null ? AGAIN_MS : NEWS_MS);
    if (answer !== null) put(from, to, answer);
    state = answer === null ? 'unavailable' : 'ready';
    arrived();
  }

  /** Asks for the first stretch that is missing. `newestTick`: how far the run has come, so that a piece is asked for as a whole. */
  function want(fromTick: number, toTick: number, newestTick: number, nowMs: number): void {
    if (isAsking) return;
    const isMissing = (piece: number): boolean => {
      const known = pieces.get(piece)?.knownTick ?? startOf(piece) - 1;
      return known < Math.min(lastPoint(toTick), startOf(piece + 1) - 1);
    };
    let first = pieceOf(Math.max(0, fromTick));
    const last = pieceOf(toTick);
    while (first <= last && !isMissing(first)) first++;
    if (first > last) return;
    const from = (pieces.get(first)?.knownTick ?? startOf(first) - 1) + 1;
    // News of a piece under way can wait a little, and so can what could not be read; what was never asked for cannot.
    if (nowMs < waitUntilMs && (state === 'unavailable' || pieces.has(first))) return;
    let end = first;
    while (end < last && isMissing(end + 1)) end++;
    const to = Math.min(lastPoint(newestTick), startOf(end + 1) - 1);
    if (to >= from) void load(from, to, nowMs);
  }

  return {
    get state() {
      return state;
    },
    /** Counts what has come. */
    get version() {
      return version;
    },
    want,
    /** What is known of the points after `fromTick` up to and with `toTick`. */
    between(fromTick: number, toTick: number): PastPoints {
      const shown: { piece: Piece; places: number[] }[] = [];
      for (let at = pieceOf(Math.max(0, fromTick)); at <= pieceOf(toTick); at++) {
        const piece = pieces.get(at);
        if (piece === undefined) continue;
        const places = piece.ticks.flatMap((tick, k) => (tick > fromTick && tick <= toTick ? [k] : []));
        shown.push({ piece, places });
      }
      const columns = new Map<string, readonly number[]>();
      return {
        ticks: shown.flatMap(({ piece, places }) => places.map((k) => piece.ticks[k]!)),
        column(indicator) {
          const known =
            columns.get(indicator) ??
            shown.flatMap(({ piece, places }) => places.map((k) => piece.series[indicator]?.[k] ?? NO_DATA));
          columns.set(indicator, known);
          return known;
        },
      };
    },
  };
}
