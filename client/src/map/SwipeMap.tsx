// The compared run over the one on the screen: a second map with the same camera, of which the part right of a divider is seen.
import type { JSX, KeyboardEvent, PointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { addText, useLateText } from '../i18n/lateText.ts';
import { spokenLanguage, useLanguage } from '../i18n/spoken.ts';
import { en } from '../i18n/words/runsEn.ts';
import { zh } from '../i18n/words/runsZh.ts';
import { followSecond } from '../replay/followSecond.ts';
import { select, setUi, useRun, useSelection, useUi } from '../store/index.ts';
import { secondNumbers, secondScores, useSecond } from '../store/second.ts';
import type { CityMap } from './cityMap.ts';
import { createCityMap } from './cityMap.ts';
import { createDrawing } from './drawing.ts';
import { keepHeat } from './heat.ts';
import { keepDrawing, keepFilling, keepMoment } from './keeping.ts';
import type { SwitchState } from './MapSwitches.tsx';
import './swipe.css';

addText('runs', { zh, en });

/** Per cent of the map's width. */
const LEAST = 4;
const MOST = 96;
const KEY_STRIDE = 2;

interface SwipeMapProps {
  map: CityMap;
  switches: SwitchState;
  /** This map or its overlay has lost its drawing context. */
  onLost(): void;
}

export default function SwipeMap({ map, switches, onLost }: SwipeMapProps): JSX.Element {
  const { t, name } = useLateText('runs');
  const place = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(50);
  const other = useOtherMap(place, map, switches, onLost);
  const second = useSecond();
  const info = useRun((run) => run.info);
  useEffect(followSecond, []);
  const otherName =
    second.info === null ? null : t('compare.map.right', { name: `${name(second.info)} · ${second.info.run}` });
  const ownName = info === null ? null : t('compare.map.left', { name: `${name(info)} · ${info.run}` });
  useEffect(() => other?.setName(otherName ?? t('compare.map.loading')), [other, otherName, t]);
  const clip = { clipPath: `inset(0 0 0 ${share}%)` };
  return (
    <>
      <div className="swipe" style={clip} data-testid="swipe" data-tick={second.tick} data-state={second.state}>
        <div className="map" ref={place} />
        {other !== null && otherName !== null && (
          <span className="swipe-name is-b" title={otherName}>
            {otherName}
          </span>
        )}
      </div>
      {ownName !== null && (
        <span className="swipe-name is-a" title={ownName}>
          {ownName}
        </span>
      )}
      <Divider share={share} onShare={setShare} />
      {second.state === 'opening' && (
        <span className="swipe-state" role="status">
          {t('compare.map.loading')}
        </span>
      )}
      {second.state === 'failed' && (
        <span className="swipe-state" role="alert" data-testid="swipe-failed">
          {t('compare.map.failed')}
        </span>
      )}
      <button
        type="button"
        className="button swipe-stop"
        onClick={() => setUi({ compare: null })}
        data-testid="swipe-stop"
      >
        {t('compare.stop')}
      </button>
    </>
  );
}

/** The second map, with the first one's camera both ways; null until it is there. */
function useOtherMap(
  place: { current: HTMLDivElement | null },
  map: CityMap,
  switches: SwitchState,
  onLost: () => void,
): CityMap | null {
  const [other, setOther] = useState<CityMap | null>(null);
  const [drawing] = useState(() =>
    createDrawing({ state: useSecond.getState, tickAt: () => useSecond.getState().tick }),
  );
  const look = useUi((ui) => ui.look);
  const language = useLanguage();
  const area = useSelection((selection) => selection.area);
  useEffect(() => {
    if (place.current === null) return;
    const made = createCityMap(place.current, useUi.getState().look, spokenLanguage(), {
      onArea: (index) => select({ area: index }),
      // The selection is of the run on the screen: a case or unit of this one has another story.
      onCase: () => undefined,
      onUnit: () => undefined,
      onHover: () => undefined,
      onTown: () => undefined,
      onLost,
    });
    let isTaking = false;
    const take = (from: CityMap, to: CityMap) => (): void => {
      if (isTaking) return;
      isTaking = true;
      to.setCamera(from.camera());
      isTaking = false;
    };
    take(map, made)();
    const ends = [map.onCamera(take(map, made)), made.onCamera(take(made, map))];
    setOther(made);
    return () => {
      for (const end of ends) end();
      setOther(null);
      made.remove();
    };
  }, [map, place, onLost]);
  useEffect(() => (other === null ? undefined : keepDrawing(other, drawing)), [other, drawing]);
  useEffect(
    () => (other === null ? undefined : keepFilling(other, { numbers: secondNumbers, scores: secondScores })),
    [other],
  );
  useEffect(
    () =>
      other === null
        ? undefined
        : keepMoment(other, { numbers: secondNumbers, state: useSecond.getState }, () => undefined),
    [other],
  );
  useEffect(
    () => (other === null || !switches.heat ? undefined : keepHeat(other, useSecond.getState)),
    [other, switches.heat],
  );
  useEffect(() => other?.setAppearance(look, language), [other, look, language]);
  useEffect(() => other?.markArea(area), [other, area]);
  useEffect(() => {
    drawing.setVisible({ cases: switches.cases, units: switches.units, orders: switches.orders });
    other?.setLineVisible('metro', switches.metro);
    other?.setLineVisible('roads', switches.roads);
  }, [other, drawing, switches]);
  return other;
}

const within = (share: number): number => Math.max(LEAST, Math.min(MOST, share));

function Divider({ share, onShare }: { share: number; onShare: (share: number) => void }): JSX.Element {
  const { t } = useLateText('runs');
  const onKey = (event: KeyboardEvent): void => {
    const next = {
      ArrowLeft: share - KEY_STRIDE,
      ArrowRight: share + KEY_STRIDE,
      Home: LEAST,
      End: MOST,
    }[event.key];
    if (next === undefined) return;
    // The arrows move the playhead elsewhere.
    event.preventDefault();
    event.stopPropagation();
    onShare(within(next));
  };
  const onDrag = ({ currentTarget, pointerId, clientX }: PointerEvent<HTMLElement>): void => {
    if (!currentTarget.hasPointerCapture(pointerId)) return;
    const box = currentTarget.parentElement?.getBoundingClientRect();
    if (box !== undefined && box.width > 0) onShare(within((100 * (clientX - box.left)) / box.width));
  };
  return (
    <div
      className="swipe-divider"
      style={{ left: `${share}%` }}
      role="slider"
      tabIndex={0}
      aria-label={t('compare.map.divider')}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={Math.round(share)}
      title={t('compare.map.divider')}
      onKeyDown={onKey}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={onDrag}
      data-testid="swipe-divider"
    >
      <span aria-hidden="true">⇔</span>
    </div>
  );
}
