// One alarm: what, where, how bad; its two bits in shape and word; and, opened, its details.
import type { AlarmState } from '@onescreen/shared/cases';
import { calls, shelfReasonText } from '@onescreen/shared/cases';
import { indicatorById } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { Chevron } from '../cases/Chevron.tsx';
import { actorWords } from '../i18n/actors.ts';
import { formatClock, formatDuration, formatMinute, formatValue } from '../i18n/format.ts';
import { useLateText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { stateLook } from '../marks/grades.ts';
import { Mark } from '../marks/Mark.tsx';
import { useDeedRefusal } from '../people/permission.ts';
import { command, select, useRun } from '../store/index.ts';
import { AlarmDetail } from './AlarmDetail.tsx';

/** Says a number in the unit of the alarm's limit. */
export function useAlarmValue({ indicator: id }: Pick<AlarmState, 'indicator'>): (value: number) => string {
  const { language } = useText();
  const indicator = indicatorById(id);
  return (value) =>
    indicator.basis === 'expected' ? `${Math.round(value * 100)}%` : formatValue(value, indicator, language);
}

interface RowProps {
  alarm: AlarmState;
  isOpen: boolean;
  onToggle: () => void;
}

export function AlarmRow({ alarm, isOpen, onToggle }: RowProps): JSX.Element {
  const { t, name } = useText();
  const { t: words } = useLateText('alarms');
  const indicator = indicatorById(alarm.indicator);
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const refusal = useDeedRefusal('acknowledge', alarm.area);
  const say = useAlarmValue(alarm);
  const look = stateLook(alarm.severity === 'critical' ? 3 : 2);
  return (
    <li
      className={`alarm-row tone-${look.tone} ${alarm.active ? '' : 'is-returned'} ${alarm.shelved ? 'is-shelved' : ''}`}
      data-testid="alarm-row"
      data-alarm={alarm.alarm}
    >
      <div className="alarm-line">
        <span className={calls(alarm) ? 'flash' : ''}>
          <Mark shape={look.shape} tone={look.tone} size={14} />
        </span>
        <button
          type="button"
          className="alarm-what"
          onClick={() => select({ area: alarm.area, primary: indicator.primary, indicator: indicator.id })}
        >
          <b>
            <span>{name(indicator)}</span>
            {alarm.firstOut && (
              <span className="chip tone-orange" title={t('alarms.firstOutHint')}>
                {t('alarms.firstOut')}
              </span>
            )}
          </b>
          <small>
            {name(areas[alarm.area]!)} · {t(`state.${alarm.severity}`)} ·{' '}
            {t('alarms.value', { value: say(alarm.value), limit: say(alarm.limit) })} ·{' '}
            {formatClock(epochMs, alarm.raisedTick)}
          </small>
        </button>
        <button
          type="button"
          className="alarm-toggle"
          aria-expanded={isOpen}
          aria-label={words('details', { name: name(indicator) })}
          title={words('details', { name: name(indicator) })}
          onClick={onToggle}
          data-testid="alarm-toggle"
        >
          <Chevron isUp={isOpen} />
        </button>
        <span className="alarm-foot">
          <Bits alarm={alarm} />
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
      </div>
      {alarm.shelved !== undefined && <ShelfLine shelf={alarm.shelved} />}
      {isOpen && <AlarmDetail alarm={alarm} />}
    </li>
  );
}

/** Active or back, seen or not: two shapes and two words. */
function Bits({ alarm: { active, acknowledged } }: { alarm: AlarmState }): JSX.Element {
  const { t } = useLateText('alarms');
  return (
    <span className="alarm-bits" data-testid="alarm-bits">
      <span className={active ? 'is-on' : ''}>
        <svg width="9" height="9" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6" />
        </svg>
        {t(active ? 'active' : 'returned')}
      </span>
      <span className={acknowledged ? '' : 'is-on'}>
        <svg width="9" height="9" viewBox="0 0 16 16" aria-hidden="true">
          <path d={acknowledged ? 'M2 8.500l4 4.500 8-10' : 'M8 1v9M8 13v2.500'} />
        </svg>
        {t(acknowledged ? 'acknowledged' : 'unacknowledged')}
      </span>
    </span>
  );
}

function ShelfLine({ shelf }: { shelf: NonNullable<AlarmState['shelved']> }): JSX.Element {
  const { t, name, language } = useLateText('alarms');
  const info = useRun((run) => run.info);
  const tick = useRun((run) => Math.floor(run.tick / 10) * 10);
  const left = formatDuration(Math.max(0, shelf.untilTick - tick), language);
  return (
    <p className="alarm-shelf" data-testid="alarm-shelf">
      <span className="chip">{t('shelved')}</span>
      {t('shelvedUntil', { time: formatMinute(info?.epochMs ?? 0, shelf.untilTick), left })} ·{' '}
      {t('shelvedBy', { who: name(actorWords(shelf.by, info).name), reason: name(shelfReasonText(shelf.reason)) })}
    </p>
  );
}
