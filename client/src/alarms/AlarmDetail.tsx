// An alarm opened: its worst value, when it rings and clears, what tripped after it, and what can be done with it.
import type { AlarmState } from '@onescreen/shared/cases';
import { indicatorById } from '@onescreen/shared/catalogue';
import { OFF_DELAY_TICKS, OFF_SAMPLES, ON_SAMPLES, periodOf } from '@onescreen/shared/city';
import type { JSX } from 'react';
import { formatClock, formatDuration } from '../i18n/format.ts';
import { useLateText } from '../i18n/lateText.ts';
import { useHistory } from '../store/history.ts';
import { moveTime, select, useRun } from '../store/index.ts';
import { useAlarmValue } from './AlarmRow.tsx';
import { leaveOf, seriesOfAlarm, worstOf } from './alarmFacts.ts';
import { ChainPart } from './ChainPart.tsx';
import { ShelfPart } from './ShelfPart.tsx';

export function AlarmDetail({ alarm }: { alarm: AlarmState }): JSX.Element {
  const { t } = useLateText('alarms');
  const indicator = indicatorById(alarm.indicator);
  return (
    <div className="alarm-detail" data-testid="alarm-detail">
      <Facts alarm={alarm} />
      <ChainPart alarm={alarm} />
      <div className="alarm-deeds">
        <ShelfPart alarm={alarm} />
        <button
          type="button"
          className="button"
          onClick={() => {
            select({ area: alarm.area, primary: indicator.primary, indicator: indicator.id });
            moveTime({ kind: 'seek', tick: alarm.raisedTick });
          }}
          data-testid="alarm-then"
        >
          {t('goThen')}
        </button>
      </div>
    </div>
  );
}

function Facts({ alarm }: { alarm: AlarmState }): JSX.Element {
  const { t, language } = useLateText('alarms');
  const say = useAlarmValue(alarm);
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const tick = useRun((run) => Math.floor(run.tick / 10) * 10);
  const past = useHistory(({ history, city }) => (history.area === alarm.area ? history : city));
  const worst = worstOf(alarm, past, epochMs, tick);
  const leave = leaveOf(alarm, epochMs);
  const from = formatClock(epochMs, alarm.raisedTick);
  const length = (until: number): string => formatDuration(Math.max(0, until - alarm.raisedTick), language);
  return (
    <div className="alarm-facts">
      <dl>
        <div>
          <dt>{t('limit')}</dt>
          <dd>{say(alarm.limit)}</dd>
        </div>
        <div>
          <dt>{t('value')}</dt>
          <dd>{say(alarm.value)}</dd>
        </div>
        {worst !== null && (
          <div>
            <dt>{t('worst')}</dt>
            <dd data-testid="alarm-worst">{say(worst)}</dd>
          </div>
        )}
      </dl>
      <p>
        {alarm.clearedTick === null
          ? t('since', { time: from, age: length(tick) })
          : t('lasted', { from, to: formatClock(epochMs, alarm.clearedTick), age: length(alarm.clearedTick) })}
      </p>
      <p>
        {t('onDelay', { ...ON_SAMPLES, period: formatDuration(periodOf(seriesOfAlarm(alarm)), language) })} ·{' '}
        {leave === null ? t('deadbandNone') : t('deadband', { leave: say(leave) })} ·{' '}
        {t('offDelay', { samples: OFF_SAMPLES, delay: formatDuration(OFF_DELAY_TICKS, language) })}
      </p>
    </div>
  );
}
