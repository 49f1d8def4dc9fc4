// The past of the areas on the screen: a point a minute from the run's tracks, up to the playhead and a day back. It is a function of run,
// area and tick alone, so a screen that came late, one that watched from the start and one that replays draw the same lines.

import type { DimensionId } from '@onescreen/shared/catalogue';
import { dimensions, indicators } from '@onescreen/shared/catalogue';
import {
  areaOfSeries,
  createCity,
  indicatorOf,
  NO_DATA,
  SERIES_STATE,
  scoreArea,
  seriesOf,
} from '@onescreen/shared/city';
import { areas, CITY_AREA } from '@onescreen/shared/geography';
import type { RunInfo } from '@onescreen/shared/log';
import { DAY, MINUTE } from '@onescreen/shared/time';
import type { PastPoints } from './pastPoints.ts';
import { createPastPoints, lastPoint } from './pastPoints.ts';
import { useRun } from './run.ts';
import { useSelection } from './selection.ts';
import { createSeen } from './sight.ts';

/** A score takes reckoning: five minutes between two are enough for a line of a day. */
const SCORE_EVERY_POINTS = 5;
/** A trend looks back at least so far, and at most twice. */
const TREND_TICKS = 10 * MINUTE;
/** Areas whose past is kept at hand, the city among them. */
const MOST_AREAS = 6;

/** One area's past. Same object until a point is added. */
export interface AreaHistory {
  area: number;
  ticks: readonly number[];
  /** Quanta of an indicator at these ticks; NO_DATA where there was none. */
  column(indicator: string): readonly number[];
  scores: ScoreHistory;
}

export interface ScoreHistory {
  ticks: readonly number[];
  /** By dimension, 0 to 100. */
  lines: Readonly<Record<DimensionId, readonly (number | null)[]>>;
}

export interface HistoryState {
  state: 'loading' | 'ready' | 'unavailable';
  /** Of the area shown. */
  history: AreaHistory;
  /** Of the whole city, whose weather is shown where an area has none of its own. */
  city: AreaHistory;
}

const emptyLines = (): Record<DimensionId, (number | null)[]> => ({
  infra: [],
  env: [],
  traffic: [],
  guarantee: [],
  safety: [],
  vitality: [],
});
const emptyHistory = (area: number): AreaHistory => ({
  area,
  ticks: [],
  column: () => [],
  scores: { ticks: [], lines: emptyLines() },
});

export const useHistory = createSeen<HistoryState>(() => ({
  state: 'loading',
  history: emptyHistory(CITY_AREA),
  city: emptyHistory(CITY_AREA),
}));

/** The quantum that a series had ten to twenty minutes before `tick`; NO_DATA when it is not known. */
export function earlierQuantum({ history, city }: HistoryState, series: number, tick: number): number {
  const area = areaOfSeries[series];
  const past = area === history.area ? history : area === city.area ? city : null;
  if (past === null) return NO_DATA;
  const at = past.ticks.findLastIndex((one) => one <= tick - TREND_TICKS);
  if (at < 0 || past.ticks[at]! < tick - 2 * TREND_TICKS) return NO_DATA;
  return past.column(indicatorOf(series).id)[at] ?? NO_DATA;
}

/** Health scores of an area at a past moment: the same formula over the values of that minute. */
function createScorer(
  epochMs: number,
): (area: number, points: PastPoints, at: number) => Record<DimensionId, number | null> {
  const city = createCity();
  return (area, points, at) => {
    city.tick = points.ticks[at]!;
    for (const indicator of indicators) {
      const series = seriesOf(indicator.index, area);
      if (series < 0) continue;
      const quantum = points.column(indicator.id)[at] ?? NO_DATA;
      city.quanta[series] = quantum;
      city.states[series] = quantum === NO_DATA ? SERIES_STATE.nodata : SERIES_STATE.normal;
    }
    return scoreArea(city, area, epochMs).dimensions;
  };
}

type Fetch = (path: string) => Promise<unknown>;

/** The past of one area of a run. `arrived` is called when there may be more of it. */
function createPastOf(area: number, info: RunInfo, fetchJson: Fetch, arrived: () => void) {
  const path = `api/runs/${encodeURIComponent(info.run)}/history?area=${areas[area]!.code}`;
  const points = createPastPoints((from, to) => fetchJson(`${path}&from=${from}&to=${to}`), arrived);
  const score = createScorer(info.epochMs);
  const scored = new Map<number, Record<DimensionId, number | null>>();
  let shown = { key: '', history: emptyHistory(area) };

  /** The same object as before while no score was added: there are fewer of them than points. */
  function scoresOf(view: PastPoints): ScoreHistory {
    const before = shown.history.scores;
    const lines = emptyLines();
    const ticks = view.ticks.filter((tick) => (tick + 1) % (SCORE_EVERY_POINTS * MINUTE) === 0);
    if (ticks.length === before.ticks.length && ticks[0] === before.ticks[0] && ticks.at(-1) === before.ticks.at(-1))
      return before;
    for (const tick of ticks) {
      const known = scored.get(tick) ?? score(area, view, view.ticks.indexOf(tick));
      scored.set(tick, known);
      for (const { id } of dimensions) lines[id].push(known[id]);
    }
    return { ticks, lines };
  }

  return {
    get state() {
      return points.state;
    },
    /** What is known at a tick; what is missing is asked for. */
    at(tick: number, newestTick: number, nowMs: number): AreaHistory {
      points.want(tick - DAY, tick, newestTick, nowMs);
      const key = `${points.version}/${lastPoint(tick)}`;
      if (key !== shown.key) {
        const view = points.between(tick - DAY, tick);
        shown = { key, history: { area, ticks: view.ticks, column: view.column, scores: scoresOf(view) } };
      }
      return shown.history;
    },
  };
}

/** Keeps the histories those of the area shown, at the playhead. `fetchJson` rejects where there is none. Runs as long as the page. */
export function followHistory(fetchJson: Fetch): void {
  let run = '';
  let pasts = new Map<number, ReturnType<typeof createPastOf>>();

  function pastOf(area: number, info: RunInfo) {
    const past = pasts.get(area) ?? createPastOf(area, info, fetchJson, follow);
    pasts.delete(area);
    pasts.set(area, past);
    for (const old of pasts.keys()) if (pasts.size > MOST_AREAS && old !== CITY_AREA) pasts.delete(old);
    return past;
  }

  function follow(): void {
    const { info, tick, newestTick, frameAtMs } = useRun.getState();
    if (info === null) return;
    if (info.run !== run) {
      run = info.run;
      pasts = new Map();
    }
    const at = (area: number) => pastOf(area, info).at(tick, newestTick, frameAtMs ?? 0);
    const city = at(CITY_AREA);
    const { area } = useSelection.getState();
    const history = area === CITY_AREA ? city : at(area);
    const { state } = pastOf(area, info);
    const before = useHistory.getState();
    if (city !== before.city || history !== before.history || state !== before.state)
      useHistory.setState({ city, history, state });
  }
  useRun.subscribe(follow);
  useSelection.subscribe(follow);
}
