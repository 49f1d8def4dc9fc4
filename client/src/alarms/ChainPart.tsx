// The chain in time: which alarm was first out and what tripped after it, with the seconds between. A click goes there.
import type { AlarmState, Trip } from '@onescreen/shared/cases';
import { indicatorById } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { formatDuration } from '../i18n/format.ts';
import { useLateText } from '../i18n/lateText.ts';
import { select, useRun } from '../store/index.ts';
import { useMoments } from '../store/moments.ts';
import { chainOf, tripsUntil } from './alarmFacts.ts';

/** A chain is looked at anew after so many simulated seconds, or when an alarm changes. */
const EVERY_TICKS = 10;

export function ChainPart({ alarm }: { alarm: AlarmState }): JSX.Element | null {
  const { t, name, language } = useLateText('alarms');
  const alarms = useRun((run) => run.cases.alarms);
  const tick = useRun((run) => Math.ceil(run.tick / EVERY_TICKS) * EVERY_TICKS);
  const columns = useMoments((moments) => moments.columns);
  const chain = useMemo(
    () => chainOf(alarm, alarms, tripsUntil(columns, Math.min(tick, useRun.getState().tick))),
    [alarm, alarms, columns, tick],
  );
  if (chain === null) return null;
  const item = (trip: Trip, after: string): JSX.Element => {
    const indicator = indicatorById(trip.indicator);
    return (
      <li key={trip.alarm} className={trip.alarm === alarm.alarm ? 'is-this' : ''}>
        <time>{after}</time>
        <button
          type="button"
          onClick={() => select({ area: trip.area, primary: indicator.primary, indicator: indicator.id })}
        >
          {name(indicator)} · {name(areas[trip.area]!)}
        </button>
      </li>
    );
  };
  return (
    <section className="alarm-chain" data-testid="alarm-chain">
      <h3>
        {t('chain')} <small>{t('chainHint')}</small>
      </h3>
      <ol>
        {item(chain.first, t('chainFirst'))}
        {chain.links.map((link) => item(link, t('afterFirst', { time: formatDuration(link.afterFirst, language) })))}
      </ol>
      {chain.links.length === 0 && <p>{t('chainAlone')}</p>}
    </section>
  );
}
