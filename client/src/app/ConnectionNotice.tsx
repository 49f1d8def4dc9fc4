// How the line to the city is, when it is not simply live: lost, refused, waiting, stalled or finished.
import { isRefusal, refusalMessage } from '@onescreen/shared/protocol';
import type { JSX } from 'react';
import { useText } from '../i18n/text.ts';
import { moveTime, setUi, useRun, useTime } from '../store/index.ts';
import { Banner } from './Banner.tsx';
import { useNow } from './useNow.ts';
import './notices.css';

export function ConnectionNotice(): JSX.Element | null {
  const { t } = useText();
  const connection = useRun((run) => run.connection);
  const state = useRun((run) => run.status?.state ?? null);
  const hasRun = useRun((run) => run.info !== null);
  const isFinished = useRun((run) => run.cases.finished);
  const isFollowing = useTime((time) => time.place === 'following');
  // The past does not depend on the line; what may be wrong with a replay it says itself.
  if (!isFollowing) return null;
  if (connection.state === 'refused') return <Refused reason={connection.reason} />;
  if (connection.state === 'lost') return <Lost sinceMs={connection.sinceMs} attempt={connection.attempt} />;
  if (!hasRun && state === 'waiting')
    return <Central title={t('connection.waiting')} hint={t('connection.waitingHint')} />;
  if (!hasRun) return <Central title={t('connection.connecting')} hint={t('app.tagline')} />;
  if (isFinished || state === 'finished') return <Finished />;
  if (state === 'stalled') return <Banner tone="yellow" words={t('connection.stalled')} testId="connection-stalled" />;
  return null;
}

function Central({ title, hint }: { title: string; hint: string }): JSX.Element {
  return (
    <div className="connection" role="status" data-testid="connection-waiting">
      <strong>{title}</strong>
      <span>{hint}</span>
      <span className="map-sweep" />
    </div>
  );
}

/** The run has come to its end: it can be seen again, or another one begun. */
function Finished(): JSX.Element {
  const { t } = useText();
  return (
    <Banner tone="blue" words={t('connection.finished')} testId="connection-finished">
      <button type="button" className="button" onClick={() => moveTime({ kind: 'start' })}>
        {t('connection.again')}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => setUi({ dialog: 'scenarios', offeredScenario: null })}
        data-testid="finished-next"
      >
        {t('connection.next')}
      </button>
    </Banner>
  );
}

function Lost({ sinceMs, attempt }: { sinceMs: number; attempt: number }): JSX.Element {
  const { t } = useText();
  const seconds = useNow(500, (nowMs) => Math.max(0, Math.floor((nowMs - sinceMs) / 1000)));
  return (
    <Banner
      tone="orange"
      words={t('connection.lost', { seconds })}
      hint={t('connection.lostHint', { attempt })}
      testId="connection-lost"
    />
  );
}

function Refused({ reason }: { reason: string }): JSX.Element {
  const { t, name } = useText();
  return (
    <div className="connection tone-red" role="alert" data-testid="connection-refused">
      <strong>{t('connection.refusedTitle')}</strong>
      <span>{isRefusal(reason) ? name(refusalMessage(reason)) : t('connection.refused', { reason })}</span>
      <button type="button" className="button" onClick={() => window.location.reload()}>
        {t('connection.reload')}
      </button>
    </div>
  );
}
