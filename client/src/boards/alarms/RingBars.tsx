// Rings in each ten minutes, with the line above which it is a flood. A press goes to that moment.
import type { AlarmHealth } from '@onescreen/shared/reports';
import { ALARM_TARGETS } from '@onescreen/shared/reports';
import type { JSX } from 'react';
import { formatMinute } from '../../i18n/format.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { moveTime, useRun } from '../../store/index.ts';

export function RingBars({ health }: { health: AlarmHealth }): JSX.Element {
  const { t } = useLateText('alarms');
  const epochMs = useRun(({ info }) => info?.epochMs ?? 0);
  const { periods, fromTick, toTick, mostInPeriod } = health;
  const { periodTicks, floodRings } = ALARM_TARGETS;
  const top = Math.max(mostInPeriod, floodRings + 2);
  const time = (tick: number): string => formatMinute(epochMs, Math.max(0, Math.min(tick, toTick)));
  return (
    <figure className="ring-bars" aria-label={t('health.chart')}>
      <figcaption>
        <b>{t('health.chart')}</b> <small>{t('health.chartHint')}</small>
      </figcaption>
      <div className="ring-bars-room">
        <i className="ring-bars-flood" style={{ bottom: `${(100 * floodRings) / top}%` }}>
          <small>{t('health.flood')}</small>
        </i>
        <ol>
          {periods.map((n, i) => {
            const from = fromTick + 1 + i * periodTicks;
            const words = t('health.period', { from: time(from), to: time(from + periodTicks), n });
            return (
              <li key={from}>
                <button
                  type="button"
                  disabled={n === 0}
                  title={words}
                  aria-label={words}
                  className={n > floodRings ? 'is-flood' : ''}
                  onClick={() => moveTime({ kind: 'seek', tick: Math.min(toTick, from + periodTicks - 1) })}
                >
                  <i style={{ height: `${(100 * n) / top}%` }} />
                </button>
              </li>
            );
          })}
        </ol>
      </div>
      <div className="ring-bars-hours">
        <span>{time(fromTick + 1)}</span>
        <span>{time(toTick)}</span>
      </div>
    </figure>
  );
}
