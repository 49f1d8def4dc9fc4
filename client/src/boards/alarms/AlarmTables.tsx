// Which alarms ring most, which chatter and which stand too long. A press goes to the vital sign.
import { tripOf } from '@onescreen/shared/cases';
import { indicatorById } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import type { AlarmCount, AlarmHealth } from '@onescreen/shared/reports';
import type { JSX, ReactNode } from 'react';
import { formatDuration, formatMoment } from '../../i18n/format.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { stateLook } from '../../marks/grades.ts';
import { Mark } from '../../marks/Mark.tsx';
import { select, setUi, useRun } from '../../store/index.ts';
import { FigureTable } from '../FigureTable.tsx';
import { formatPercent } from '../figures.ts';

export function AlarmTables({ health }: { health: AlarmHealth }): JSX.Element {
  const { t } = useLateText('alarms');
  return (
    <div className="alarm-tables">
      <Part title={t('health.frequent')} hint={t('health.frequentHint')}>
        <Counts counts={health.frequent} whole={health.rings} none={t('health.quiet')} />
      </Part>
      <Part title={t('health.staleList')} hint={t('health.targets.stale')}>
        {health.stale.length === 0 ? (
          <p className="board-note">{t('health.staleNone')}</p>
        ) : (
          <StaleTable health={health} />
        )}
      </Part>
      <Part title={t('health.chatterList')} hint={t('health.targets.chattering')}>
        <Counts counts={health.chattering} whole={health.rings} none={t('health.chatterNone')} />
      </Part>
    </div>
  );
}

function Part({ title, hint, children }: { title: string; hint: string; children: ReactNode }): JSX.Element {
  return (
    <section aria-label={title}>
      <h3>
        {title} <small>{hint}</small>
      </h3>
      {children}
    </section>
  );
}

/** Its vital sign and area; a press opens them on the map's place. */
function AlarmName({ alarm }: { alarm: string }): JSX.Element {
  const { name } = useLateText('alarms');
  const trip = tripOf(alarm, 0);
  if (trip === null) return <>{alarm}</>;
  const indicator = indicatorById(trip.indicator);
  const open = (): void => {
    select({ area: trip.area, primary: indicator.primary, indicator: indicator.id });
    setUi({ board: null, dimension: indicator.dimension });
  };
  return (
    <button type="button" className="board-link" onClick={open}>
      {name(indicator)} · {name(areas[trip.area]!)}
    </button>
  );
}

interface CountsProps {
  counts: readonly AlarmCount[];
  whole: number;
  none: string;
}

function Counts({ counts, whole, none }: CountsProps): JSX.Element {
  const { t, language } = useLateText('alarms');
  return (
    <FigureTable columns={[t('health.alarm'), t('health.count'), t('health.share')]} none={none}>
      {counts.map(({ alarm, rings }) => (
        <tr key={alarm}>
          <th scope="row">
            <AlarmName alarm={alarm} />
          </th>
          <td className="is-number">{rings}</td>
          <td className="is-number">{formatPercent({ part: rings, whole }, language)}</td>
        </tr>
      ))}
    </FigureTable>
  );
}

function StaleTable({ health: { stale, toTick } }: { health: AlarmHealth }): JSX.Element {
  const { t, language } = useLateText('alarms');
  const epochMs = useRun(({ info }) => info?.epochMs ?? 0);
  return (
    <table className="board-table">
      <tbody>
        {stale.map(({ alarm, severity, sinceTick }) => {
          const { shape, tone } = stateLook(severity === 'critical' ? 3 : 2);
          return (
            <tr key={alarm}>
              <th scope="row">
                <Mark shape={shape} tone={tone} size={10} /> <AlarmName alarm={alarm} />
              </th>
              <td className="is-time">
                {t('health.sinceTime', {
                  time: formatMoment(epochMs, sinceTick, toTick, language),
                  age: formatDuration(toTick - sinceTick, language),
                })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
