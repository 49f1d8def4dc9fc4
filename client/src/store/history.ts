// The area's own past: five-minute points from the server, then a point a minute from the frames, up to a day back.

import type { DimensionId } from '@onescreen/shared/catalogue';
import { dimensions, indicators } from '@onescreen/shared/catalogue';
import { createCity, NO_DATA, SERIES_STATE, scoreArea, seriesOf } from '@onescreen/shared/city';
import { areas } from '@onescreen/shared/geography';
import { DAY, MINUTE } from '@onescreen/shared/time';
import { create } from 'zustand';
import { numbers, scores, useRun } from './run.ts';
import { useSelection } from './selection.ts';

/** A point a minute for the first hours, then every three: a day has as many points as its line has room for. */
const FINE_POINTS = 120;
const spacingOf = (points: number): number => (points < FINE_POINTS ? MINUTE : 3 * MINUTE);

/** Columns of one area's past, all as long as `ticks`. Arrays are replaced, not changed. */
export interface AreaHistory {
  area: number;
  ticks: readonly number[];
  /** Quanta by indicator id; NO_DATA where there was none. */
  quanta: ReadonlyMap<string, readonly number[]>;
  /** Scores by dimension, 0 to 100. */
  scores: Readonly<Record<DimensionId, readonly (number | null)[]>>;
}

/** What the server answers: quanta of every indicator that the area carries, at its stored moments. */
interface HistoryAnswer {
  ticks: number[];
  series: Record<string, number[]>;
}

export interface HistoryState {
  state: 'loading' | 'ready' | 'unavailable';
  history: AreaHistory;
}

const emptyScores = (): Record<DimensionId, (number | null)[]> => ({
  infra: [],
  env: [],
  traffic: [],
  guarantee: [],
  safety: [],
  vitality: [],
});
const emptyHistory = (area: number): AreaHistory => ({ area, ticks: [], quanta: new Map(), scores: emptyScores() });

export const useHistory = create<HistoryState>(() => ({ state: 'loading', history: emptyHistory(0) }));

/** Reads an answer of the server; null when it is not one. */
function parseAnswer(body: unknown): HistoryAnswer | null {
  if (typeof body !== 'object' || body === null || !('ticks' in body) || !('series' in body)) return null;
  const { ticks, series } = body;
  if (!Array.isArray(ticks) || typeof series !== 'object' || series === null) return null;
  const columns = Object.entries(series).filter(
    ([, column]) => Array.isArray(column) && column.length === ticks.length,
  );
  return { ticks, series: Object.fromEntries(columns) };
}

/** Health scores of the past: the same formula over the values of each stored moment. */
function scoresOfPast(area: number, answer: HistoryAnswer, epochMs: number): Record<DimensionId, (number | null)[]> {
  const city = createCity();
  const result = emptyScores();
  const columns = indicators.flatMap((indicator) => {
    const series = seriesOf(indicator.index, area);
    const column = answer.series[indicator.id];
    return series < 0 || column === undefined ? [] : [{ series, column }];
  });
  answer.ticks.forEach((tick, at) => {
    city.tick = tick;
    for (const { series, column } of columns) {
      const quantum = column[at] ?? NO_DATA;
      city.quanta[series] = quantum;
      city.states[series] = quantum === NO_DATA ? SERIES_STATE.nodata : SERIES_STATE.normal;
    }
    const score = scoreArea(city, area, epochMs);
    for (const { id } of dimensions) result[id].push(score.dimensions[id]);
  });
  return result;
}

function historyFrom(area: number, answer: HistoryAnswer, epochMs: number): AreaHistory {
  return {
    area,
    ticks: answer.ticks,
    quanta: new Map(Object.entries(answer.series)),
    scores: scoresOfPast(area, answer, epochMs),
  };
}

/** The history with the present as its newest point, and nothing older than a day. */
export function withPresent(history: AreaHistory, tick: number): AreaHistory {
  const from = history.ticks.findIndex((one) => one >= tick - DAY);
  const keep = from < 0 ? history.ticks.length : from;
  const { area } = history;
  const score = scores.of(area);
  const quanta = new Map<string, readonly number[]>();
  for (const indicator of indicators) {
    const series = seriesOf(indicator.index, area);
    if (series < 0) continue;
    const past = history.quanta.get(indicator.id) ?? history.ticks.map(() => NO_DATA);
    quanta.set(indicator.id, [...past.slice(keep), numbers.city.quanta[series]!]);
  }
  const lines = emptyScores();
  for (const { id } of dimensions) lines[id] = [...history.scores[id].slice(keep), score.dimensions[id]];
  return { area, ticks: [...history.ticks.slice(keep), tick], quanta, scores: lines };
}

/** Keeps the history that of the area shown. `fetchJson` throws where the server has none. Runs as long as the page. */
export function followHistory(fetchJson: (path: string) => Promise<unknown>): void {
  let asked = '';

  async function load(run: string, area: number, epochMs: number): Promise<void> {
    const path = `api/runs/${encodeURIComponent(run)}/history?area=${areas[area]!.code}`;
    const answer = await fetchJson(path).then(parseAnswer, () => null);
    if (asked !== `${run}/${area}`) return;
    const { history } = useHistory.getState();
    const live = history.ticks;
    const past = answer && historyFrom(area, answer, epochMs);
    const before = past && live.length > 0 ? { ...past, ticks: past.ticks.filter((tick) => tick < live[0]!) } : past;
    useHistory.setState({
      state: answer ? 'ready' : 'unavailable',
      history: before ? joined(before, history) : history,
    });
  }

  function follow(): void {
    const { info, tick } = useRun.getState();
    const { area } = useSelection.getState();
    if (info === null) return;
    const wanted = `${info.run}/${area}`;
    if (wanted !== asked) {
      asked = wanted;
      useHistory.setState({ state: 'loading', history: emptyHistory(area) });
      void load(info.run, area, info.epochMs);
    }
    const { history } = useHistory.getState();
    const newest = history.ticks.at(-1) ?? Number.NEGATIVE_INFINITY;
    if (tick - newest >= spacingOf(history.ticks.length)) useHistory.setState({ history: withPresent(history, tick) });
  }
  useRun.subscribe(follow);
  useSelection.subscribe(follow);
}

/** The stored past, then what the frames brought since. `past.ticks` may be shorter than its columns: those are cut alike. */
function joined(past: AreaHistory, live: AreaHistory): AreaHistory {
  const count = past.ticks.length;
  const quanta = new Map<string, readonly number[]>();
  for (const id of new Set([...past.quanta.keys(), ...live.quanta.keys()])) {
    const earlier = past.quanta.get(id)?.slice(0, count) ?? past.ticks.map(() => NO_DATA);
    quanta.set(id, [...earlier, ...(live.quanta.get(id) ?? live.ticks.map(() => NO_DATA))]);
  }
  const lines = emptyScores();
  for (const { id } of dimensions) lines[id] = [...past.scores[id].slice(0, count), ...live.scores[id]];
  return { area: past.area, ticks: [...past.ticks, ...live.ticks], quanta, scores: lines };
}
