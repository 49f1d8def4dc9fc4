// What happened when: cases filed by priority as stacked bars, alarms above them, the scenario's phases, and now.
import type { Priority } from '@onescreen/shared/catalogue';
import type { ScenarioPhase } from '@onescreen/shared/log';
import { secondOfDay } from '@onescreen/shared/time';
import type { JSX } from 'react';
import { memo, useSyncExternalStore } from 'react';
import { formatClock, formatMinute } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { priorityTone } from '../marks/grades.ts';
import { BIN_TICKS, density, useRun } from '../store/index.ts';
import { endOfBar, hourMarks } from './window.ts';

const PRIORITIES: readonly Priority[] = [1, 2, 3, 4, 5];
/** The stretch that the bar shows is looked at this often, simulated seconds. */
const REPAINT_TICKS = 30;
/** A bin with fewer cases than this still does not fill the height. */
const LEAST_FULL = 6;

export function DensityTrack(): JSX.Element {
  const { t } = useText();
  const info = useRun((run) => run.info);
  const tick = useRun((run) => Math.floor(run.tick / REPAINT_TICKS) * REPAINT_TICKS);
  const counted = useSyncExternalStore(density.onChange, density.version);
  if (info === null) return <div className="density" />;
  const end = endOfBar(tick, info.durationTicks);
  return (
    <div className="density" role="img" aria-label={t('time.density')}>
      <Phases phases={info.phases} end={end} epochMs={info.epochMs} />
      <Bars counted={counted} end={end} />
      <Hours end={end} epochMs={info.epochMs} />
      <NowMarker end={end} epochMs={info.epochMs} />
      <Legend />
    </div>
  );
}

const percent = (tick: number, end: number): string => `${(tick / end) * 100}%`;

/** `counted` changes when the bars do. */
const Bars = memo(function Bars({ end }: { counted: number; end: number }): JSX.Element {
  const bins = density.bins();
  // Long runs have thousands of bins; neighbours share a bar so that none is thinner than a pixel.
  const merge = Math.max(1, Math.ceil(end / BIN_TICKS / 480));
  const bars = new Map<number, { cases: number[]; warnings: number; criticals: number }>();
  for (const [bin, { cases, warnings, criticals }] of bins) {
    const at = Math.floor(bin / merge);
    const bar = bars.get(at) ?? { cases: [0, 0, 0, 0, 0], warnings: 0, criticals: 0 };
    bars.set(at, {
      cases: bar.cases.map((count, k) => count + cases[k]!),
      warnings: bar.warnings + warnings,
      criticals: bar.criticals + criticals,
    });
  }
  const total = (cases: readonly number[]): number => cases.reduce((sum, count) => sum + count, 0);
  const full = Math.max(LEAST_FULL * merge, ...[...bars.values()].map((bar) => total(bar.cases)));
  const width = percent(BIN_TICKS * merge, end);
  return (
    <div className="density-bars">
      {[...bars].map(([at, bar]) => (
        <div key={at} className="density-bin" style={{ left: percent(at * BIN_TICKS * merge, end), width }}>
          {bar.criticals > 0 && <i className="density-alarm is-octagon tone-red" />}
          {bar.criticals === 0 && bar.warnings > 0 && <i className="density-alarm is-triangle tone-yellow" />}
          {PRIORITIES.map((priority) => (
            <i
              key={priority}
              className={`density-bar tone-${priorityTone(priority)}`}
              style={{ height: `${(bar.cases[priority - 1]! / full) * 100}%` }}
            />
          ))}
        </div>
      ))}
    </div>
  );
});

/** Labels closer than this to the one before give way: a part of the bar. */
const LABEL_ROOM = 0.1;
const WIDEST_LABEL = 0.28;

/** Which phases carry their name, and how much of the bar the name may take. */
function labelWidths(phases: readonly ScenarioPhase[], end: number): Map<ScenarioPhase, number> {
  const labelled: ScenarioPhase[] = [];
  for (const phase of phases) {
    const before = labelled.at(-1);
    if (before === undefined || (phase.tick - before.tick) / end >= LABEL_ROOM) labelled.push(phase);
  }
  return new Map(
    labelled.map((phase, at) => [phase, Math.min(WIDEST_LABEL, ((labelled[at + 1]?.tick ?? end) - phase.tick) / end)]),
  );
}

const Phases = memo(function Phases({
  phases,
  end,
  epochMs,
}: {
  phases: readonly ScenarioPhase[];
  end: number;
  epochMs: number;
}): JSX.Element {
  const { name } = useText();
  const shown = phases.filter((phase) => phase.tick <= end);
  const widths = labelWidths(shown, end);
  return (
    <ol className="phases">
      {shown.map((phase) => {
        const width = widths.get(phase);
        return (
          <li
            key={`${phase.tick}/${phase.en}`}
            style={{ left: percent(phase.tick, end), ...(width === undefined ? {} : { width: `${width * 100}%` }) }}
            title={`${formatMinute(epochMs, phase.tick)} ${name(phase)}`}
            className={width === undefined ? '' : 'is-labelled'}
          >
            <span>{name(phase)}</span>
          </li>
        );
      })}
    </ol>
  );
});

/** A mark's text leans inwards by its place, so that the first and the last stay on the track. */
const Hours = memo(function Hours({ end, epochMs }: { end: number; epochMs: number }): JSX.Element {
  return (
    <ol className="hours" aria-hidden="true">
      {hourMarks(end, secondOfDay(epochMs, 0)).map((tick) => (
        <li key={tick} style={{ left: percent(tick, end), transform: `translateX(-${percent(tick, end)})` }}>
          {formatMinute(epochMs, tick)}
        </li>
      ))}
    </ol>
  );
});

function NowMarker({ end, epochMs }: { end: number; epochMs: number }): JSX.Element {
  const { t } = useText();
  const tick = useRun((run) => run.tick);
  return (
    <div className="now" style={{ left: percent(Math.min(tick, end), end) }} data-testid="now-marker" data-tick={tick}>
      <span className={tick / end > 0.9 ? 'is-left' : ''}>
        {t('time.now')} {formatClock(epochMs, tick)}
      </span>
    </div>
  );
}

function Legend(): JSX.Element {
  const { t } = useText();
  return (
    <p className="density-legend">
      <span>{t('time.densityLegend')}</span>
      {PRIORITIES.map((priority) => (
        <span key={priority} className={`tone-${priorityTone(priority)}`}>
          <i /> {t(`priority.p${priority}`)}
        </span>
      ))}
    </p>
  );
}
