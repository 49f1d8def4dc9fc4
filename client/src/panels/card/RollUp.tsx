// Why a score is what it is: its parts worst first, the rule, and the one that pulls it down most. Shown while the pointer or the focus is on it.
import type { JSX } from 'react';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import { gradeOf } from '../../marks/grades.ts';
import { Mark } from '../../marks/Mark.tsx';
import { scores, useScore } from '../../store/index.ts';
import { nameOfSubject, partsOf } from './rollUpParts.ts';
import type { Asked } from './rollUpStore.ts';
import { leaveRollUp, ROLL_UP_ID, useRollUp } from './rollUpStore.ts';
import './card.css';

const MOST_PARTS = 8;
const ROOM = 8;

export function RollUp(): JSX.Element | null {
  const asked = useRollUp((state) => state.asked);
  return asked === null ? null : <Shown asked={asked} />;
}

/** Under what is asked about where there is room, else above; never past the window's edges. */
function usePlace({ box }: Asked) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const below = box.bottom + ROOM + height <= window.innerHeight;
    element.style.top = `${below ? box.bottom + ROOM : Math.max(ROOM, box.top - ROOM - height)}px`;
    element.style.left = `${Math.max(ROOM, Math.min(box.left, window.innerWidth - width - ROOM))}px`;
  });
  return place;
}

function Shown({ asked }: { asked: Asked }): JSX.Element {
  const { t, name } = useLateText('card');
  const { subject } = asked;
  const place = usePlace(asked);
  // Any of the area's numbers may move it.
  useScore(subject.area, ({ pulse }) => (pulse === null ? null : pulse * 100));
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') leaveRollUp();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const parts = partsOf(subject, scores.of(subject.area));
  const whole = nameOfSubject(subject);
  return (
    <div className="roll-up" role="tooltip" id={ROLL_UP_ID} ref={place} data-testid="roll-up">
      <strong>{t(`rollUp.${subject.kind}`, { name: whole === null ? '' : name(whole), n: parts.length })}</strong>
      <ul>
        {parts.slice(0, MOST_PARTS).map((part) => {
          const grade = gradeOf(part.score);
          return (
            <li key={part.id} className={`tone-${grade.tone} ${part.isCulprit ? 'is-culprit' : ''}`}>
              <Mark shape={grade.shape} tone={grade.tone} size={10} />
              <span>
                {name(part.name)}{' '}
                {part.isCulprit ? (
                  <em>{t('rollUp.culprit')}</em>
                ) : (
                  part.weight !== null && <small>{t('rollUp.weight', { n: Math.round(part.weight * 100) })}</small>
                )}
              </span>
              <i>
                <i style={{ width: `${part.score ?? 0}%` }} />
              </i>
              <b>{part.score === null ? '—' : Math.round(part.score)}</b>
            </li>
          );
        })}
      </ul>
      <p>{t(`rollUp.${subject.kind}Rule`)}</p>
    </div>
  );
}
