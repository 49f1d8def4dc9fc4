// One camera opened large: the scene now, what it saw last, and for a case the frame it was found by beside the re-shot that proves it done.
import type { Look } from '@onescreen/shared/cameras';
import { framesOf, looksOf, pictureOf } from '@onescreen/shared/cameras';
import type { CaseState } from '@onescreen/shared/cases';
import { isFiled } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { JSX } from 'react';
import { useState } from 'react';
import { formatClock, formatShare } from '../i18n/format.ts';
import { useLateText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { useRun } from '../store/index.ts';
import { Boxes } from './Boxes.tsx';
import { CameraClock, placeName } from './CameraTile.tsx';
import { LoopStrip } from './LoopStrip.tsx';
import { MovingPicture } from './MovingPicture.tsx';
import { StillPicture } from './StillPicture.tsx';
import { useTruth } from './truthStore.ts';
import type { CameraOnWall } from './useWall.ts';
import './large.css';

/** As many as are read at a glance. */
const SHOWN_LOOKS = 10;
const SHOWN_CASES = 8;

interface CameraLargeProps {
  one: CameraOnWall;
  truth: boolean;
  onBack: () => void;
  onStep: (by: 1 | -1) => void;
}

export function CameraLarge({ one, truth, onBack, onStep }: CameraLargeProps): JSX.Element {
  const { t, name } = useLateText('wall');
  const [chosen, setChosen] = useState<string | null>(null);
  const { camera, scene, picture, cases, current, words } = one;
  const shown = cases.find(({ id }) => id === chosen) ?? current;
  return (
    <div className="camera-large" data-testid="camera-large" data-scene={scene}>
      <div className="camera-large-head">
        <button type="button" className="button" onClick={onBack} data-testid="wall-back">
          ← {t('back')}
        </button>
        <h3>
          {name(caseTypeByCode(scene))} <small>{placeName(name(camera))}</small>
        </h3>
        <button
          type="button"
          className="button"
          onClick={() => onStep(-1)}
          aria-label={t('previous')}
          title={t('previous')}
        >
          ‹
        </button>
        <button type="button" className="button" onClick={() => onStep(1)} aria-label={t('next')} title={t('next')}>
          ›
        </button>
      </div>
      <figure className="camera-now">
        <div className="camera-picture">
          <MovingPicture scene={scene} picture={picture} words={words} size="large" />
          <Boxes scene={scene} picture={picture} truth={truth} />
          <CameraClock />
          <span className="camera-name">
            {t('live')} · {t('simulated')}
          </span>
        </div>
      </figure>
      <div className="camera-side">
        {shown === null ? <p className="camera-none">{t('noCase')}</p> : <LoopStrip one={shown} />}
        <CaseChooser cases={cases} shown={shown} onChoose={setChosen} />
        <LookList cases={cases} truth={truth} />
      </div>
      {shown !== null && <FramePair one={shown} words={words} truth={truth} />}
    </div>
  );
}

function CaseChooser({
  cases,
  shown,
  onChoose,
}: {
  cases: readonly CaseState[];
  shown: CaseState | null;
  onChoose: (id: string) => void;
}): JSX.Element | null {
  const { t } = useLateText('wall');
  const { t: say } = useText();
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  if (cases.length === 0) return null;
  return (
    <section>
      <h4>{t('cases')}</h4>
      <ul className="camera-cases">
        {cases.slice(0, SHOWN_CASES).map((one) => (
          <li key={one.id}>
            <button
              type="button"
              className="button"
              aria-pressed={one.id === shown?.id}
              title={isFiled(one) ? one.number : one.id}
              onClick={() => onChoose(one.id)}
              data-testid="camera-case"
              data-case={one.id}
            >
              {formatClock(epochMs, one.discoveredTick).slice(0, 5)} {say(`status.${one.status}`)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LookList({ cases, truth: isShown }: { cases: readonly CaseState[]; truth: boolean }): JSX.Element {
  const { t, language } = useLateText('wall');
  const { t: say } = useText();
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const truth = useTruth((known) => known.truth);
  const looks = cases
    .flatMap((one) => looksOf(one))
    .sort((a, b) => b.tick - a.tick || (a.id < b.id ? 1 : -1))
    .slice(0, SHOWN_LOOKS);
  return (
    <section className="camera-looks">
      <h4>{t('looks')}</h4>
      {looks.length === 0 && <p className="camera-none">{t('noLooks')}</p>}
      <ol>
        {looks.map((look) => (
          <li key={`${look.kind}/${look.id}`}>
            <time>{formatClock(epochMs, look.tick)}</time>
            <span>{say(`evidence.${look.kind}`)}</span>
            <span>{look.confidence === undefined ? '' : formatShare(look.confidence, 1, language)}</span>
            <span>{look.value === undefined || look.value < 1 ? '' : t('count', { n: Math.round(look.value) })}</span>
            {look.clear !== undefined && (
              <span className={`chip tone-${look.clear ? 'green' : 'orange'}`}>
                {say(look.clear ? 'evidence.clear' : 'evidence.notClear')}
              </span>
            )}
            {isShown && look.kind === 'hit' && truth.behind[look.id] === undefined && <em>{t('isFalse')}</em>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The proof: the same place before and after. */
function FramePair({ one, words, truth }: { one: CaseState; words: string; truth: boolean }): JSX.Element {
  const { t } = useLateText('wall');
  const { found, again } = framesOf(one);
  return (
    <div className="camera-pair">
      <FrameOf one={one} look={found} words={words} truth={truth} title={t('frame')} missing={t('noFrame')} />
      <FrameOf
        one={one}
        look={again}
        words={words}
        truth={truth}
        title={t(again?.kind === 'review' ? 'reviewed' : 'again')}
        missing={t('noAgain')}
      />
    </div>
  );
}

interface FrameOfProps {
  one: CaseState;
  look: Look | null;
  words: string;
  truth: boolean;
  title: string;
  missing: string;
}

function FrameOf({ one, look, words, truth: isShown, title, missing }: FrameOfProps): JSX.Element {
  const { t } = useLateText('wall');
  const { t: say } = useText();
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const { truth } = useTruth();
  const picture = look === null ? null : pictureOf(truth, one, look);
  if (look === null || picture === null)
    return (
      <figure className="camera-frame is-missing">
        <figcaption>
          <b>{title}</b>
        </figcaption>
        <p>{missing}</p>
      </figure>
    );
  const scene = one.type as CameraOnWall['scene'];
  const wasThere = picture.boxes.some(({ spot }) =>
    picture.hazards.some(({ place }) => spot.kind === 'hazard' && spot.place === place),
  );
  return (
    <figure
      className="camera-frame"
      data-testid={`frame-${look.kind}`}
      data-there={wasThere}
      data-clear={look.clear ?? ''}
    >
      <figcaption>
        <b>{title}</b>
        <time>{formatClock(epochMs, look.tick)}</time>
        {look.clear !== undefined && (
          <span className={`chip tone-${look.clear ? 'green' : 'orange'}`}>
            {say(look.clear ? 'evidence.clear' : 'evidence.notClear')}
          </span>
        )}
        {isShown && <em>{t(wasThere ? 'isThere' : 'isGone')}</em>}
      </figcaption>
      <div className="camera-picture">
        <StillPicture scene={scene} picture={picture} words={words} />
        <Boxes scene={scene} picture={picture} truth={isShown} />
      </div>
    </figure>
  );
}
