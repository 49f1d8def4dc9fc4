// The hands on the playhead: stand and play, the next and the previous thing, how fast, bookmarks, and back to the live moment.
import type { JSX } from 'react';
import { useHasServer } from '../backend/useHasServer.ts';
import { formatClock } from '../i18n/format.ts';
import { useLateText } from '../i18n/lateText.ts';
import { moveTime, STEP_KINDS, setTime, useRun, useTime } from '../store/index.ts';
import { NoteCard } from './NoteCard.tsx';
import { PLAY_SPEEDS } from './speeds.ts';
import './timeline.css';

const PLAY = 'M3 1l11 7-11 7z';
const PAUSE = 'M3 2h4v12H3zM9 2h4v12H9z';
const PREVIOUS = 'M2 2h2v12H2zM14 1v14L5 8z';
const NEXT = 'M12 2h2v12h-2zM2 1v14l9-7z';

function Icon({ path }: { path: string }): JSX.Element {
  return (
    <svg width="13" height="13" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} fill="currentColor" />
    </svg>
  );
}

export function PlayheadControls(): JSX.Element {
  const { t } = useLateText('timeline');
  const hasRun = useRun((run) => run.info !== null);
  const hasServer = useHasServer();
  const place = useTime((time) => time.place);
  const kind = useTime((time) => time.stepKind);
  const what = t(`kinds.${kind}`);
  const isPlaying = place === 'playing';
  const toggle = place === 'following' ? t('stand') : isPlaying ? t('pause') : t('play');
  return (
    <fieldset className="playhead" aria-label={t('playhead')} disabled={!hasRun}>
      {hasServer && <LiveButton />}
      <button
        type="button"
        className="button"
        aria-label={t('previous', { what })}
        title={`${t('previous', { what })} [`}
        onClick={() => moveTime({ kind: 'previous' })}
        data-testid="previous"
      >
        <Icon path={PREVIOUS} />
      </button>
      <button
        type="button"
        className="button playhead-toggle"
        aria-label={toggle}
        title={toggle}
        onClick={() => moveTime({ kind: 'toggle' })}
        data-testid="play"
        data-place={place}
      >
        <Icon path={place === 'paused' ? PLAY : PAUSE} />
      </button>
      <button
        type="button"
        className="button"
        aria-label={t('next', { what })}
        title={`${t('next', { what })} ]`}
        onClick={() => moveTime({ kind: 'next' })}
        data-testid="next"
      >
        <Icon path={NEXT} />
      </button>
      <select
        className="playhead-choice"
        aria-label={t('stepBy')}
        title={t('stepBy')}
        value={kind}
        onChange={({ target }) => setTime({ stepKind: STEP_KINDS.find((one) => one === target.value) ?? 'any' })}
        data-testid="step-kind"
      >
        {STEP_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(`kinds.${one}`)}
          </option>
        ))}
      </select>
      <PlaySpeed />
      <EndLoop />
      <NoteCard />
    </fieldset>
  );
}

function PlaySpeed(): JSX.Element {
  const { t } = useLateText('timeline');
  const speed = useTime((time) => time.speed);
  return (
    <select
      className="playhead-choice"
      aria-label={t('speed')}
      title={t('speed')}
      value={speed}
      onChange={({ target }) => moveTime({ kind: 'speed', speed: Number(target.value) })}
      data-testid="play-speed"
    >
      {PLAY_SPEEDS.map((one) => (
        <option key={one} value={one}>
          {one}×
        </option>
      ))}
    </select>
  );
}

/** Ends the loop; there only while there is one. */
function EndLoop(): JSX.Element | null {
  const { t } = useLateText('timeline');
  const loop = useTime((time) => time.loop);
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  if (loop === null) return null;
  const words = t('endLoop', { from: formatClock(epochMs, loop.fromTick), to: formatClock(epochMs, loop.toTick) });
  return (
    <button
      type="button"
      className="button is-on"
      aria-label={words}
      title={words}
      onClick={() => moveTime({ kind: 'loop', range: null })}
      data-testid="end-loop"
    >
      ⟲ ×
    </button>
  );
}

function LiveButton(): JSX.Element {
  const { t } = useLateText('timeline');
  const isFollowing = useTime((time) => time.place === 'following');
  return (
    <button
      type="button"
      className={`button playhead-live ${isFollowing ? 'is-on tone-green' : ''}`}
      aria-pressed={isFollowing}
      title={t(isFollowing ? 'liveNow' : 'liveHint')}
      onClick={() => moveTime({ kind: 'follow' })}
      data-testid="follow"
    >
      <i className="mode-dot" />
      {t('live')}
    </button>
  );
}
