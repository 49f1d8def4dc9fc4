// A tour: one saved view after the other, each for as long as it takes to see it. Whoever has saved none gets a tour of the six dimensions.
import { dimensions } from '@onescreen/shared/catalogue';
import { openAddress, useUi } from '../store/index.ts';
import { keep, readKept } from '../store/kept.ts';
import { createSeen } from '../store/sight.ts';
import { useViews } from './savedViews.ts';

export const USUAL_DWELL_SECONDS = 20;
const LEAST_DWELL_SECONDS = 3;
const MOST_DWELL_SECONDS = 600;

export interface Tour {
  isOn: boolean;
  /** Number of the stop that is shown. */
  at: number;
  dwellSeconds: number;
}

/** Seconds at a stop: whole ones, within reach; as usual for what is no number. */
export function dwellOf(value: unknown): number {
  const seconds = Math.round(Number(value));
  if (value === null || value === '' || !Number.isFinite(seconds)) return USUAL_DWELL_SECONDS;
  return Math.min(MOST_DWELL_SECONDS, Math.max(LEAST_DWELL_SECONDS, seconds));
}

export const useTour = createSeen<Tour>(() => ({
  isOn: false,
  at: 0,
  dwellSeconds: dwellOf(readKept('dwell', (kept) => kept)),
}));

export function setDwell(seconds: unknown): void {
  useTour.setState({ dwellSeconds: dwellOf(seconds) });
  keep('dwell', dwellOf(seconds));
}

/** Addresses of the stops, in order. Never none. */
export function stopsOfTour(): readonly string[] {
  const { views } = useViews.getState();
  if (views.length > 0) return views.map(({ address }) => address);
  const { look, language } = useUi.getState();
  return dimensions.map(({ id }) => `?open=${id}&look=${look}&lang=${language}`);
}

/** Shows the stop of that number; after the last comes the first. */
export function goToStop(number: number): void {
  const stops = stopsOfTour();
  const at = ((number % stops.length) + stops.length) % stops.length;
  useTour.setState({ at });
  openAddress(stops[at]!, 'replace');
}

export function startTour(): void {
  useTour.setState({ isOn: true });
  goToStop(0);
}

export const endTour = (): void => useTour.setState({ isOn: false });
export const toggleTour = (): void => (useTour.getState().isOn ? endTour() : startTour());
