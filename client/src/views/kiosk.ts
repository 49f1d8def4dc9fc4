// The kiosk: the screen without controls, touring by itself, for a wall that nobody operates. `?kiosk=1` opens it; Esc leaves it.

import { toggleFullScreen } from '../app/fullScreen.ts';
import { createSeen } from '../store/sight.ts';
import { dwellOf, endTour, startTour, useTour } from './tour.ts';

export const useKiosk = createSeen<{ isOn: boolean }>(() => ({ isOn: false }));

const writeKiosk = (isOn: boolean): void => {
  const address = new URL(window.location.href);
  if (isOn) address.searchParams.set('kiosk', '1');
  else address.searchParams.delete('kiosk');
  window.history.replaceState(null, '', address);
};

/** By a hand: the browser grants the full screen. */
export function enterKiosk(): void {
  writeKiosk(true);
  useKiosk.setState({ isOn: true });
  if (document.fullscreenElement === null) void toggleFullScreen(document);
  startTour();
}

export function leaveKiosk(): void {
  writeKiosk(false);
  useKiosk.setState({ isOn: false });
  endTour();
  if (document.fullscreenElement !== null) void toggleFullScreen(document);
}

/** What the address opens: a kiosk at once, full screen with the first touch. */
export function openKioskByAddress(search: string): void {
  const query = new URLSearchParams(search);
  if (query.get('kiosk') !== '1') return;
  useKiosk.setState({ isOn: true });
  if (query.has('dwell')) useTour.setState({ dwellSeconds: dwellOf(query.get('dwell')) });
  startTour();
}
