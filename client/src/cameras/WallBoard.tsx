// 徐泾十场景: the wall of ten drawn cameras. What is there is drawn, what the machine says is boxed, and every camera leads to its case.

import type { SceneId } from '@onescreen/shared/cameras';
import { SCENES } from '@onescreen/shared/cameras';
import { isEnded } from '@onescreen/shared/cases';
import type { JSX } from 'react';
import { useState } from 'react';
import { addText, useLateText } from '../i18n/lateText.ts';
import { en } from '../i18n/words/wallEn.ts';
import { zh } from '../i18n/words/wallZh.ts';
import { CameraLarge } from './CameraLarge.tsx';
import { CameraTile } from './CameraTile.tsx';
import type { CameraOnWall } from './useWall.ts';
import { useWall } from './useWall.ts';
import { WallNews } from './WallNews.tsx';
import './boxes.css';
import './legend.css';
import './wall.css';

addText('wall', { zh, en });

export default function WallBoard(): JSX.Element {
  const { t } = useLateText('wall');
  const { state, cameras } = useWall();
  const [large, setLarge] = useState<SceneId | null>(null);
  const [truth, setTruth] = useState(true);
  if (state === 'unavailable')
    return (
      <p className="board-note" role="alert" data-testid="wall-trouble">
        {t('unavailable')}
      </p>
    );
  if (state === 'loading')
    return (
      <p className="board-note" role="status">
        {t('loading')}
      </p>
    );
  if (cameras.length === 0) return <p className="board-note">{t('noCameras')}</p>;
  const opened = cameras.find(({ scene }) => scene === large);
  const step = (by: 1 | -1): void => {
    const scenes = SCENES.filter((scene) => cameras.some((one) => one.scene === scene));
    if (large !== null) setLarge(scenes[(scenes.indexOf(large) + by + scenes.length) % scenes.length]!);
  };
  return (
    <>
      <div className="board-controls">
        <span className="wall-tally" data-testid="wall-tally">
          {t('tally', tallyOf(cameras))}
        </span>
        <label className="board-check board-end">
          <input type="checkbox" checked={truth} onChange={() => setTruth(!truth)} data-testid="wall-truth" />
          {t('showTruth')}
        </label>
        <span className="chip tone-yellow" title={t('truthHint')}>
          {t('truth')}
        </span>
      </div>
      {opened === undefined ? (
        <div className="wall">
          <div className="wall-grid">
            {cameras.map((one) => (
              <CameraTile key={one.camera.id} one={one} truth={truth} onOpen={() => setLarge(one.scene)} />
            ))}
            <Legend />
            <WallNews cases={cameras.flatMap(({ cases }) => cases)} />
          </div>
        </div>
      ) : (
        <CameraLarge key={opened.scene} one={opened} truth={truth} onBack={() => setLarge(null)} onStep={step} />
      )}
    </>
  );
}

function tallyOf(cameras: readonly CameraOnWall[]): { there: number; missed: number; false: number; open: number } {
  const hazards = cameras.flatMap(({ picture }) => picture.hazards);
  return {
    there: hazards.length,
    missed: hazards.filter(({ isMissed }) => isMissed).length,
    false: new Set(cameras.flatMap(({ picture }) => picture.boxes.filter((box) => box.isFalse).map((box) => box.case)))
      .size,
    open: cameras.flatMap(({ cases }) => cases.filter((one) => !isEnded(one))).length,
  };
}

const SIGNS = ['seen', 'last', 'clear', 'isFalse', 'isMissed'] as const;

/** How to read it, in the place that ten pictures leave. */
function Legend(): JSX.Element {
  const { t } = useLateText('wall');
  return (
    <section className="wall-legend" aria-label={t('legend.title')}>
      <h3>{t('legend.title')}</h3>
      <ul>
        {SIGNS.map((sign) => (
          <li key={sign}>
            <i className={`sign is-${sign}`} aria-hidden="true" />
            {t(`legend.${sign}`)}
          </li>
        ))}
      </ul>
      <p>{t('truthHint')}</p>
    </section>
  );
}
