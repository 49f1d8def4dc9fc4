// What the machine says, laid over the picture: a box with label and confidence. And, where it is wanted, what the truth says beside it.
import type { Box, DrawnHazard, Picture, SceneId } from '@onescreen/shared/cameras';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { CSSProperties, JSX } from 'react';
import { formatMinute, formatShare } from '../i18n/format.ts';
import { useLateText } from '../i18n/lateText.ts';
import { useRun } from '../store/index.ts';
import type { Rect } from './draw/scene.ts';
import { rectOf } from './draw/scene.ts';
import { scenes } from './scenes/index.ts';

interface BoxesProps {
  scene: SceneId;
  picture: Picture;
  /** Whether what the truth says is written to it. */
  truth: boolean;
  /** Small pictures have room for the confidence only. */
  isSmall?: boolean;
}

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;
const placeOf = ({ x, y, width, height }: Rect): CSSProperties => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});
/** Labels keep inside of the frame; `room` is the share of its height that they take. */
const sideOf = ({ x, y, width }: Rect, room: number): string =>
  `${x + width / 2 > 0.55 ? 'is-right' : ''} ${y < room ? 'is-under' : ''}`;

export function Boxes({ scene, picture, truth, isSmall = false }: BoxesProps): JSX.Element {
  return (
    <div className="boxes">
      {truth &&
        picture.hazards
          .filter(({ isMissed }) => isMissed)
          .map((hazard) => <MissedMark key={hazard.id} scene={scene} hazard={hazard} isSmall={isSmall} />)}
      {picture.boxes.map((box) => (
        <OneBox key={`${box.case}/${box.spot.kind}/${box.spot.place}`} {...{ scene, box, truth, isSmall }} />
      ))}
    </div>
  );
}

function OneBox({ scene, box, truth, isSmall }: Omit<BoxesProps, 'picture'> & { box: Box }): JSX.Element {
  const { t, name, language } = useLateText('wall');
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const { places, decoys } = scenes[scene];
  const rect = rectOf(scenes[scene], (box.spot.kind === 'hazard' ? places : decoys)[box.spot.place]!);
  const sure = formatShare(box.confidence, 1, language);
  const room = isSmall ? 0.3 : 0.14;
  const word = box.state === 'clear' && box.isFalse ? 'dismissed' : box.state;
  const what = t(`box.${word}`, { time: formatMinute(epochMs, box.tick) });
  const short = word === 'awaiting' || word === 'clear' || word === 'dismissed' ? t(`short.${word}`) : sure;
  const type = name(caseTypeByCode(scene));
  return (
    <div
      className={`box is-${box.state} ${sideOf(rect, room)}`}
      style={placeOf(rect)}
      data-testid="wall-box"
      data-state={box.state}
      data-false={box.isFalse}
      data-case={box.case}
      role="img"
      aria-label={`${t('said', { scene: type, what, percent: sure })}${truth && box.isFalse ? `；${t('isFalse')}` : ''}`}
    >
      {box.state === 'clear' && (
        <svg className="box-tick" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 13l6 6L20 6" />
        </svg>
      )}
      <span className="box-label">
        <b>{isSmall ? short : box.state === 'clear' ? what : `${sure} ${type}`}</b>
        {!isSmall && box.state !== 'clear' && box.state !== 'seen' && <span>{what}</span>}
        {truth && box.isFalse && <em>{t(isSmall ? 'falseShort' : 'isFalse')}</em>}
      </span>
    </div>
  );
}

/** By the truth it is there; the machine says nothing of it. */
function MissedMark({
  scene,
  hazard,
  isSmall,
}: {
  scene: SceneId;
  hazard: DrawnHazard;
  isSmall: boolean;
}): JSX.Element {
  const { t } = useLateText('wall');
  const rect = rectOf(scenes[scene], scenes[scene].places[hazard.place]!);
  const words = t('isMissed');
  return (
    <div
      className={`missed ${sideOf(rect, 0.1)}`}
      style={placeOf(rect)}
      data-testid="wall-missed"
      role="img"
      aria-label={words}
    >
      {!isSmall && (
        <span className="box-label">
          <em>{words}</em>
        </span>
      )}
    </div>
  );
}
