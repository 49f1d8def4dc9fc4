// What the machine says, laid over the picture: a box with label and confidence. And, where it is wanted, what the truth says beside it.
import type { Box, Picture, SceneId } from '@onescreen/shared/cameras';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { CSSProperties, JSX } from 'react';
import { formatMinute, formatShare } from '../i18n/format.ts';
import { useLateText } from '../i18n/lateText.ts';
import { useRun } from '../store/index.ts';
import type { Rect } from './draw/scene.ts';
import { rectOf } from './draw/scene.ts';
import type { Side } from './labels.ts';
import { labelSides } from './labels.ts';
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
const classOf = ({ isRight, at }: Side): string => `is-${at} ${isRight ? 'is-right' : ''}`;
/** Pixels of a frame on the wall and of one opened large, about: labels have the same letters in both. */
const SMALL = { width: 280, height: 158 };
const LARGE = { width: 800, height: 450 };

interface BoxWords {
  /** What the machine says it is. */
  type: string;
  what: string;
  sure: string;
  /** Lines of the label, and whether the last is the truth's. */
  lines: readonly string[];
  isDenied: boolean;
}

/** What is written to a box and said of it. */
function useBoxWords({ scene, truth, isSmall = false }: Omit<BoxesProps, 'picture'>): (box: Box) => BoxWords {
  const { t, name, language } = useLateText('wall');
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const type = name(caseTypeByCode(scene));
  return (box) => {
    const sure = formatShare(box.confidence, 1, language);
    const word = box.state === 'clear' && box.isFalse ? 'dismissed' : box.state;
    const what = t(`box.${word}`, { time: formatMinute(epochMs, box.tick) });
    const short = word === 'awaiting' || word === 'clear' || word === 'dismissed' ? t(`short.${word}`) : sure;
    const isDenied = truth && box.isFalse;
    const lines = isSmall ? [short] : box.state === 'clear' ? [what] : [`${sure} ${type}`];
    if (!isSmall && box.state !== 'clear' && box.state !== 'seen') lines.push(what);
    if (isDenied) lines.push(t(isSmall ? 'falseShort' : 'isFalse'));
    return { type, what, sure, lines, isDenied };
  };
}

export function Boxes({ scene, picture, truth, isSmall = false }: BoxesProps): JSX.Element {
  const { t } = useLateText('wall');
  const wordsOf = useBoxWords({ scene, truth, isSmall });
  const missed = truth ? picture.hazards.filter(({ isMissed }) => isMissed) : [];
  const words = picture.boxes.map(wordsOf);
  const missedLines = isSmall ? [] : [t('isMissed')];
  const { places, decoys } = scenes[scene];
  const labelled = [
    ...picture.boxes.map(({ spot: { kind, place } }, at) => ({
      rect: rectOf(scenes[scene], (kind === 'hazard' ? places : decoys)[place]!),
      lines: words[at]!.lines,
    })),
    ...missed.map(({ place }) => ({ rect: rectOf(scenes[scene], places[place]!), lines: missedLines })),
  ];
  const sides = labelSides(labelled, isSmall ? SMALL : LARGE);
  const placed = labelled.map(({ rect }, at) => ({ style: placeOf(rect), side: classOf(sides[at]!) }));
  return (
    <div className="boxes">
      {missed.map((hazard, at) => (
        <MissedMark key={hazard.id} {...placed[picture.boxes.length + at]!} isSmall={isSmall} />
      ))}
      {picture.boxes.map((box, at) => (
        <OneBox
          key={`${box.case}/${box.spot.kind}/${box.spot.place}`}
          {...{ box, ...placed[at]!, words: words[at]! }}
        />
      ))}
    </div>
  );
}

interface Placed {
  style: CSSProperties;
  side: string;
}

function OneBox({ box, words, style, side }: Placed & { box: Box; words: BoxWords }): JSX.Element {
  const { t } = useLateText('wall');
  const { type, what, sure, lines, isDenied } = words;
  return (
    <div
      className={`box is-${box.state} ${side}`}
      style={style}
      data-testid="wall-box"
      data-state={box.state}
      data-false={box.isFalse}
      data-case={box.case}
      role="img"
      aria-label={`${t('said', { scene: type, what, percent: sure })}${isDenied ? `；${t('isFalse')}` : ''}`}
    >
      {box.state === 'clear' && (
        <svg className="box-tick" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 13l6 6L20 6" />
        </svg>
      )}
      <span className="box-label">
        {lines.map((line, at) =>
          isDenied && at === lines.length - 1 ? <em key={line}>{line}</em> : <b key={line}>{line}</b>,
        )}
      </span>
    </div>
  );
}

/** By the truth it is there; the machine says nothing of it. */
function MissedMark({ style, side, isSmall }: Placed & { isSmall: boolean }): JSX.Element {
  const { t } = useLateText('wall');
  const words = t('isMissed');
  return (
    <div className={`missed ${side}`} style={style} data-testid="wall-missed" role="img" aria-label={words}>
      {!isSmall && (
        <span className="box-label">
          <em>{words}</em>
        </span>
      )}
    </div>
  );
}
