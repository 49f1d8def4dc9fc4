// Keeps a tour going and says so: which stop of how many, with a line that runs out, and the ways to go on or to end it.
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useLateText } from '../i18n/lateText.ts';
import { leaveKiosk, useKiosk } from './kiosk.ts';
import { useViews } from './savedViews.ts';
import { endTour, goToStop, stopsOfTour, useTour } from './tour.ts';

/** A pointer that rests is in the way of the picture. */
const CURSOR_RESTS_MS = 3000;

export function Touring(): JSX.Element | null {
  const { isOn, at, dwellSeconds } = useTour();
  const isKiosk = useKiosk((kiosk) => kiosk.isOn);
  useEffect(() => {
    if (!isOn) return;
    const timer = setTimeout(() => goToStop(at + 1), dwellSeconds * 1000);
    return () => clearTimeout(timer);
  }, [isOn, at, dwellSeconds]);
  useKioskPage(isKiosk);
  if (!isOn || isKiosk) return null;
  return <TourBar />;
}

/** Marks the page for the style sheets, hides a resting cursor, and lets Escape out. */
function useKioskPage(isKiosk: boolean): void {
  const [isResting, setResting] = useState(false);
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (isKiosk) dataset.kiosk = isResting ? 'resting' : 'on';
    else delete dataset.kiosk;
  }, [isKiosk, isResting]);
  useEffect(() => {
    if (!isKiosk) return;
    let timer = window.setTimeout(() => setResting(true), CURSOR_RESTS_MS);
    const wake = (): void => {
      clearTimeout(timer);
      setResting(false);
      timer = window.setTimeout(() => setResting(true), CURSOR_RESTS_MS);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') leaveKiosk();
      if (event.key === 'ArrowRight') goToStop(useTour.getState().at + 1);
      if (event.key === 'ArrowLeft') goToStop(useTour.getState().at - 1);
      // Nothing else is for a passer-by.
      event.stopImmediatePropagation();
    };
    const onTouch = (): void => {
      if (document.fullscreenElement === null) document.documentElement.requestFullscreen?.().catch(() => undefined);
    };
    window.addEventListener('pointermove', wake);
    window.addEventListener('pointerdown', onTouch);
    window.addEventListener('keydown', onKey, true);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', wake);
      window.removeEventListener('pointerdown', onTouch);
      window.removeEventListener('keydown', onKey, true);
    };
  }, [isKiosk]);
}

function TourBar(): JSX.Element {
  const { t } = useLateText('finding');
  const { at, dwellSeconds } = useTour();
  const views = useViews((state) => state.views);
  const name = views[at]?.name ?? t('views.builtIn');
  return (
    <section className="tour-bar" aria-label={t('views.tour')} data-testid="tour-bar">
      <b>{name}</b>
      <span>{t('views.stop', { at: at + 1, of: stopsOfTour().length })}</span>
      <button type="button" className="button" onClick={() => goToStop(at - 1)} data-testid="tour-back">
        {t('views.back')}
      </button>
      <button type="button" className="button" onClick={() => goToStop(at + 1)} data-testid="tour-on">
        {t('views.on')}
      </button>
      <button type="button" className="button is-primary" onClick={endTour} data-testid="tour-end">
        {t('views.endTour')}
      </button>
      <i key={at} className="tour-rest" style={{ animationDuration: `${dwellSeconds}s` }} aria-hidden="true" />
    </section>
  );
}
