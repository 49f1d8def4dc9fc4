// Alarms with their two bits, active and acknowledged. Only the unacknowledged flash; what came back unseen stays until it is seen.

import type { AlarmState } from '@onescreen/shared/cases';
import { indicatorById } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { formatClock, formatValue } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { stateLook } from '../marks/grades.ts';
import { Mark } from '../marks/Mark.tsx';
import { useDeedRefusal } from '../people/permission.ts';
import { command, select, useRun, useSelection } from '../store/index.ts';
import { liesIn } from './order.ts';

/** Unacknowledged first; among them what tripped first of many, then critical, then the newest. */
const compare = (a: AlarmState, b: AlarmState): number =>
  Number(a.acknowledged) - Number(b.acknowledged) ||
  Number(b.firstOut) - Number(a.firstOut) ||
  Number(b.severity === 'critical') - Number(a.severity === 'critical') ||
  b.raisedTick - a.raisedTick;

export function AlarmList(): JSX.Element {
  const { t } = useText();
  const area = useSelection((selection) => selection.area);
  const alarms = useRun((run) => run.cases.alarms);
  const listed = Object.values(alarms)
    .filter((alarm) => liesIn(alarm.area, area))
    .sort(compare);
  return (
    <div className="work-scroll" data-testid="alarm-list">
      {listed.length === 0 ? (
        <p className="work-empty">
          <b>{t('alarms.none')}</b>
          {t('alarms.noneHint')}
        </p>
      ) : (
        <ul>
          {listed.map((alarm) => (
            <AlarmRow key={alarm.alarm} alarm={alarm} />
          ))}
        </ul>
      )}
    </div>
  );
}

function AlarmRow({ alarm }: { alarm: AlarmState }): JSX.Element {
  const { t, name, language } = useText();
  const indicator = indicatorById(alarm.indicator);
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const refusal = useDeedRefusal('acknowledge', alarm.area);
  const look = stateLook(alarm.severity === 'critical' ? 3 : 2);
  const say = (value: number): string =>
    indicator.basis === 'expected' ? `${Math.round(value * 100)}%` : formatValue(value, indicator, language);
  return (
    <li className={`alarm-row tone-${look.tone} ${alarm.active ? '' : 'is-returned'}`} data-testid="alarm-row">
      <span className={alarm.acknowledged ? '' : 'flash'}>
        <Mark shape={look.shape} tone={look.tone} size={14} />
      </span>
      <button
        type="button"
        className="alarm-what"
        onClick={() => select({ area: alarm.area, primary: indicator.primary, indicator: indicator.id })}
      >
        <b>
          {name(indicator)}
          {alarm.firstOut && (
            <span className="chip tone-orange" title={t('alarms.firstOutHint')}>
              {t('alarms.firstOut')}
            </span>
          )}
        </b>
        <small>
          {name(areas[alarm.area]!)} · {t('alarms.value', { value: say(alarm.value), limit: say(alarm.limit) })} ·{' '}
          {t('alarms.raised', { time: formatClock(epochMs, alarm.raisedTick) })}
        </small>
      </button>
      <span className="alarm-how">
        <small>
          {t(
            !alarm.active ? 'alarms.returned' : alarm.acknowledged ? 'alarms.acknowledged' : `state.${alarm.severity}`,
          )}
        </small>
        {!alarm.acknowledged && (
          <button
            type="button"
            className="button"
            disabled={refusal !== null}
            title={refusal === null ? undefined : name(refusal)}
            onClick={() => void command({ kind: 'acknowledge', alarm: alarm.alarm })}
          >
            {t('alarms.acknowledge')}
          </button>
        )}
      </span>
    </li>
  );
}
