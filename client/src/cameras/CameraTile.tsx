// One camera on the wall: its picture with what is said of it, its name and hour, and how far its case is.
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { JSX } from 'react';
import { formatClock } from '../i18n/format.ts';
import { useLateText } from '../i18n/lateText.ts';
import { useRun } from '../store/index.ts';
import { Boxes } from './Boxes.tsx';
import { LoopStrip } from './LoopStrip.tsx';
import { MovingPicture } from './MovingPicture.tsx';
import type { CameraOnWall } from './useWall.ts';
import './tile.css';

interface CameraTileProps {
  one: CameraOnWall;
  truth: boolean;
  onOpen: () => void;
}

export function CameraTile({ one, truth, onOpen }: CameraTileProps): JSX.Element {
  const { t, name } = useLateText('wall');
  const { camera, scene, picture, current, words } = one;
  const place = placeName(name(camera));
  const { length: there } = picture.hazards;
  const { length: boxes } = picture.boxes;
  return (
    <article className="camera-tile" aria-label={name(camera)} data-testid={`camera-${scene}`}>
      <button
        type="button"
        className="camera-open"
        onClick={onOpen}
        title={t('open', { name: place })}
        data-testid={`open-${scene}`}
      >
        <span className="visually-hidden">{t('described', { name: place, there, boxes })}</span>
        <MovingPicture scene={scene} picture={picture} words={words} size="small" />
      </button>
      <Boxes scene={scene} picture={picture} truth={truth} isSmall />
      <p className="camera-name" aria-hidden="true">
        {place}
      </p>
      <CameraClock />
      <SceneName scene={scene} />
      {current === null ? <p className="camera-none">{t('noCase')}</p> : <LoopStrip one={current} />}
    </article>
  );
}

/** Without the town's name: the whole wall is of it. */
export const placeName = (name: string): string => name.replace(/^[^·]{2,4}·/, '').replace(/^[^,]+, /, '');

/** The simulated second, as cameras write it into their pictures. */
export function CameraClock(): JSX.Element {
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const tick = useRun((run) => run.tick);
  return (
    <time className="camera-clock" aria-hidden="true">
      {formatClock(epochMs, tick)}
    </time>
  );
}

function SceneName({ scene }: { scene: string }): JSX.Element {
  const { name } = useLateText('wall');
  return (
    <h3 className="camera-scene">
      <small>{scene}</small> {name(caseTypeByCode(scene))}
    </h3>
  );
}
