// The sound of alarms, muted until somebody asks for it: off, while live, or in replay too. The choice is remembered on this machine.
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useLateText } from '../i18n/lateText.ts';
import { useRun, useTime } from '../store/index.ts';
import { newSeverity } from './newAlarms.ts';
import { openSound, sound } from './sound.ts';

const CHOICES = ['off', 'live', 'always'] as const;
type Choice = (typeof CHOICES)[number];
const KEPT_AS = 'onescreen.alarm-sound';

/** A browser may refuse to keep anything: then it is muted again next time. */
function kept(): Choice {
  try {
    return CHOICES.find((one) => one === localStorage.getItem(KEPT_AS)) ?? 'off';
  } catch {
    return 'off';
  }
}
function keep(choice: Choice): void {
  try {
    localStorage.setItem(KEPT_AS, choice);
  } catch {
    // Nothing is kept; the choice holds while the page is open.
  }
}

/** Sounds new alarms as the run goes on, second by second: a jump to another moment is silent. */
function useSound(choice: Choice): void {
  useEffect(() => {
    if (choice === 'off') return;
    const wake = (): void => void openSound();
    window.addEventListener('pointerdown', wake, { once: true });
    window.addEventListener('keydown', wake, { once: true });
    // A copy: the fold changes the record that the state before stands on.
    let known = { ...useRun.getState().cases.alarms };
    const forget = useRun.subscribe((now, before) => {
      if (now.cases.alarms === before.cases.alarms) return;
      const then = known;
      known = { ...now.cases.alarms };
      const { place } = useTime.getState();
      const isHeard = place === 'following' || (choice === 'always' && place === 'playing');
      if (!isHeard || now.info?.run !== before.info?.run || now.tick <= before.tick) return;
      const severity = before.info === null ? null : newSeverity(then, known);
      if (severity !== null) sound(severity);
    });
    return () => {
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
      forget();
    };
  }, [choice]);
}

export function SoundButton(): JSX.Element {
  const { t } = useLateText('alarms');
  const [choice, setChoice] = useState(kept);
  useSound(choice);
  const turn = (): void => {
    const next = CHOICES[(CHOICES.indexOf(choice) + 1) % CHOICES.length]!;
    setChoice(next);
    keep(next);
    // It says itself how it sounds.
    if (next === 'live') void openSound().then((isOpen) => isOpen && sound('warning'));
  };
  return (
    <button
      type="button"
      className={`sound-place is-${choice}`}
      aria-pressed={choice !== 'off'}
      aria-label={t(`sound.${choice}`)}
      title={t(`sound.${choice}`)}
      onClick={turn}
      data-testid="alarm-sound"
      data-choice={choice}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M1.500 6h2.800L8 3v10l-3.700-3H1.500z" />
        {choice === 'off' ? <path d="M10.500 6l4 4M14.500 6l-4 4" /> : <path d="M10.500 6a3 3 0 0 1 0 4" />}
        {choice === 'always' && <path d="M12.500 4a6 6 0 0 1 0 8" />}
      </svg>
    </button>
  );
}
