// The run from its first tick: what happened when, its phases, bookmarks, branches and gaps, and the playhead that is dragged over it.
import type { JSX } from 'react';
import { useEffect } from 'react';
import { formatClock } from '../i18n/format.ts';
import { useLateText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { useRun, useTime, useUi } from '../store/index.ts';
import { followNotes } from '../store/notes.ts';
import { DensityCanvas } from './DensityCanvas.tsx';
import { useScrubbing } from './scrubbing.ts';
import { BranchMarks, Hours, NoteMarks, Phases, Stretch } from './TrackMarks.tsx';
import { endOfBar, percentOf } from './window.ts';

const PRIORITIES = [1, 2, 3, 4, 5] as const;
/** The stretch that the bar shows is looked at this often, simulated seconds. */
const REPAINT_TICKS = 30;
/** From here on, a part of the bar, a label stands to the left of its line. */
const NEAR_THE_END = 0.9;

export function TimeTrack(): JSX.Element {
  const { t } = useLateText('timeline');
  const info = useRun((run) => run.info);
  const gaps = useTime((time) => time.gaps);
  const loop = useTime((time) => time.loop);
  const end = useRun((run) =>
    endOfBar(Math.ceil(run.newestTick / REPAINT_TICKS) * REPAINT_TICKS, run.info?.durationTicks ?? 0),
  );
  const look = useUi((ui) => ui.look);
  const { hovered, marking, handlers } = useScrubbing(end);
  useEffect(followNotes, []);
  if (info === null) return <div className="track" />;
  const { epochMs } = info;
  const marked = marking ?? loop;
  return (
    <div className="track" data-testid="time-track">
      <div className="track-area" data-end={end} {...handlers} title={t('scrubHint')}>
        <Phases phases={info.phases} end={end} epochMs={epochMs} />
        <DensityCanvas key={look} end={end} label={t('density')} />
        <Future end={end} />
        {gaps.map((gap) => (
          <Stretch
            key={gap.fromTick}
            className="track-gap"
            range={gap}
            end={end}
            title={t(`gap.${gap.why}`, {
              from: formatClock(epochMs, gap.fromTick),
              to: formatClock(epochMs, gap.toTick),
            })}
          />
        ))}
        {marked !== null && <Stretch className="track-loop" range={marked} end={end} title={t('loop')} />}
        <Playhead end={end} epochMs={epochMs} />
        {hovered !== null && <Pointer tick={hovered} end={end} epochMs={epochMs} />}
      </div>
      <BranchMarks end={end} epochMs={epochMs} />
      <NoteMarks end={end} epochMs={epochMs} />
      <Hours end={end} epochMs={epochMs} />
      <Legend />
    </div>
  );
}

/** What has not happened yet. Its left side is the newest moment. */
function Future({ end }: { end: number }): JSX.Element | null {
  const { t } = useLateText('timeline');
  const newest = useRun((run) => run.newestTick);
  const isFollowing = useTime((time) => time.place === 'following');
  if (newest >= end) return null;
  return (
    <div className={`track-future ${isFollowing ? '' : 'is-apart'}`} style={{ left: percentOf(newest, end) }}>
      {!isFollowing && <span className={newest / end > NEAR_THE_END ? 'is-left' : ''}>{t('newest')}</span>}
    </div>
  );
}

function Playhead({ end, epochMs }: { end: number; epochMs: number }): JSX.Element {
  const { t } = useText();
  const tick = useRun((run) => run.tick);
  const isFollowing = useTime((time) => time.place === 'following');
  return (
    <div
      className={`now ${isFollowing ? '' : 'is-replay'}`}
      style={{ left: percentOf(Math.min(tick, end), end) }}
      data-testid="now-marker"
      data-tick={tick}
    >
      <span className={tick / end > NEAR_THE_END ? 'is-left' : ''}>
        {isFollowing ? `${t('time.now')} ` : ''}
        {formatClock(epochMs, tick)}
      </span>
    </div>
  );
}

function Pointer({ tick, end, epochMs }: { tick: number; end: number; epochMs: number }): JSX.Element {
  return (
    <div className="track-pointer" style={{ left: percentOf(tick, end) }}>
      <span className={tick / end > NEAR_THE_END ? 'is-left' : ''}>{formatClock(epochMs, tick)}</span>
    </div>
  );
}

function Legend(): JSX.Element {
  const { t } = useText();
  return (
    <p className="density-legend">
      <span>{t('time.densityLegend')}</span>
      {PRIORITIES.map((priority) => (
        <span key={priority}>
          <i style={{ background: `var(--part-${priority})` }} /> {t(`priority.p${priority}`)}
        </span>
      ))}
    </p>
  );
}
