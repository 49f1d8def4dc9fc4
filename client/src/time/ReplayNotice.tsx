// What a viewer of the past should know: what is being fetched, what cannot be shown and why, and the way back to the live moment.
import type { JSX } from 'react';
import { Banner } from '../app/Banner.tsx';
import { formatClock } from '../i18n/format.ts';
import { useLateText } from '../i18n/lateText.ts';
import { moveTime, useRun, useTime } from '../store/index.ts';
import './timeline.css';

export function ReplayNotice(): JSX.Element | null {
  const { t } = useLateText('timeline');
  const { trouble, gap, waitingFor, place } = useTime();
  const epochMs = useRun((run) => run.info?.epochMs ?? null);
  const tick = useRun((run) => run.tick);
  if (place === 'following') return null;
  if (trouble !== null && trouble !== 'opening') return <Trouble code={trouble} />;
  // Before its first moment is there, nothing is known of the run.
  if (epochMs === null)
    return (
      <div className="connection" role="status" data-testid="replay-opening">
        <strong>{t('opening')}</strong>
        <span className="map-sweep" />
      </div>
    );
  if (trouble === 'opening') return <Stripe testId="replay-opening" words={t('opening')} />;
  if (waitingFor !== null)
    return <Stripe testId="replay-waiting" words={t('waiting', { time: formatClock(epochMs, waitingFor) })} />;
  if (gap !== null) {
    const words = t(`gap.${gap.why}`, {
      from: formatClock(epochMs, gap.fromTick),
      to: formatClock(epochMs, gap.toTick),
    });
    return (
      <Banner
        tone="yellow"
        testId="replay-gap"
        words={words}
        hint={t('gap.shown', { time: formatClock(epochMs, tick) })}
      />
    );
  }
  return null;
}

/** It comes and goes with a move of the playhead, so it may not move anything else: it floats. */
function Stripe({ testId, words }: { testId: string; words: string }): JSX.Element {
  return (
    <div className="replay-stripe" role="status" data-testid={testId}>
      <span>{words}</span>
    </div>
  );
}

/** What went wrong, and what can be done: nobody answered, there is no such run, or it cannot be read. */
function Trouble({ code }: { code: string }): JSX.Element {
  const { t } = useLateText('timeline');
  const tick = useRun((run) => run.tick);
  const isAway = code === 'away' || code === 'unreachable';
  const words = isAway ? t('trouble.away') : code === 'missing' ? t('trouble.missing') : t('trouble.unreadable');
  return (
    <Banner tone="orange" isUrgent words={words} testId="replay-trouble">
      {isAway && (
        <button type="button" className="button" onClick={() => moveTime({ kind: 'seek', tick })}>
          {t('trouble.again')}
        </button>
      )}
      <button type="button" className="button" onClick={() => moveTime({ kind: 'follow' })}>
        {t('liveHint')}
      </button>
    </Banner>
  );
}
