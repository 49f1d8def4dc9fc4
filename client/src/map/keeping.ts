// Keeps a map up to date for as long as it is shown: its overlay with every display frame, its fills every second.
import { everyWhileSeen, useSelection } from '../store/index.ts';
import type { CityMap } from './cityMap.ts';
import type { Drawing, DrawnRun } from './drawing.ts';
import type { Graded } from './fill.ts';
import { filledAreas, gradeOfArea } from './fill.ts';
import { momentOf } from './moment/moment.ts';
import { type Sign, signsOf } from './moment/signs.ts';

/** A run whose moments are shown. */
export interface MomentRun extends Pick<Graded, 'numbers'>, Pick<DrawnRun, 'state'> {}

/** A picture that takes longer than this is followed by a rest as long as itself: a slow machine keeps half its time for the panels. */
const SMOOTH_MS = 34;
const FILL_EVERY_MS = 1000;

/** Draws at most once a display frame, and only while the page is seen: hidden pages get no animation frames. */
export function keepDrawing(map: CityMap, drawing: Drawing): () => void {
  let frame = 0;
  let drawnMs: number | null = null;
  let restUntilMs = 0;
  const draw = (nowMs: number): void => {
    frame = requestAnimationFrame(draw);
    if (drawnMs !== null) {
      const tookMs = nowMs - drawnMs;
      restUntilMs = tookMs > SMOOTH_MS ? nowMs + tookMs : 0;
      drawnMs = null;
    }
    if (nowMs < restUntilMs) return;
    const layers = drawing.layersAt(nowMs, map.zoom);
    if (layers === null) return;
    map.setLayers(layers);
    drawnMs = nowMs;
  };
  frame = requestAnimationFrame(draw);
  return () => cancelAnimationFrame(frame);
}

/** Light, water, crossings, metro and weather of the moment that the run shows, once a second. `onSigns` hears what is going on when it changes. */
export function keepMoment(map: CityMap, run: MomentRun, onSigns: (signs: readonly Sign[]) => void): () => void {
  let said = '';
  const show = (): void => {
    const { info, cases, tick } = run.state();
    if (info === null) return;
    const moment = momentOf(run.numbers.city, cases, info.epochMs, tick);
    map.showMoment(moment);
    const signs = signsOf(moment);
    if (signs.join() === said) return;
    said = signs.join();
    onSigns(signs);
  };
  show();
  return everyWhileSeen(FILL_EVERY_MS, show);
}

export function keepFilling(map: CityMap, run: Graded): () => void {
  const fill = (): void => {
    const { area, indicator } = useSelection.getState();
    map.setGrades(new Map(filledAreas(area).map((index) => [index, gradeOfArea(run, index, indicator)])));
  };
  fill();
  const rest = everyWhileSeen(FILL_EVERY_MS, fill);
  // A new area or sign is filled at once, not a second later.
  const forget = useSelection.subscribe(fill);
  return () => {
    rest();
    forget();
  };
}
