// The alarms and cases that came of a vital sign, up to the tick that is shown. A press goes there: to the moment it rang, to the case.
import type { Trip } from '@onescreen/shared/cases';
import type { Indicator } from '@onescreen/shared/catalogue';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { areas, FIRST_STREET } from '@onescreen/shared/geography';
import type { JSX, ReactNode } from 'react';
import { useMemo } from 'react';
import { tripsUntil } from '../../alarms/alarmFacts.ts';
import { openCase } from '../../boards/openCase.ts';
import { useAsked } from '../../boards/useAsked.ts';
import { formatMoment } from '../../i18n/format.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { moveTime, select, useRun } from '../../store/index.ts';
import { useMoments } from '../../store/moments.ts';
import type { CameCase } from './cameOfIt.ts';
import { alarmsOf, casesOf, readPastCases, typesOf } from './cameOfIt.ts';

const SHOWN = 6;
/** Lists are read, not watched: once in so many simulated seconds is enough. */
const EVERY_TICKS = 30;
/** The log of the past is asked once, when the card is opened: what comes after it the screen has itself. */
const ONCE = { count: 0 };

interface PartProps {
  indicator: Indicator;
  area: number;
}

export function CameOfIt(props: PartProps): JSX.Element {
  return (
    <div className="came" data-testid="came-of-it">
      <AlarmPart {...props} />
      <CasePart {...props} />
    </div>
  );
}

/** The tick of the playhead, renewed now and then. */
function useSlowTick(): number {
  useRun((run) => Math.floor(run.tick / EVERY_TICKS));
  return useRun.getState().tick;
}

function AlarmPart({ indicator, area }: PartProps): JSX.Element {
  const { t, name } = useLateText('card');
  const columns = useMoments((moments) => moments.columns);
  const tick = useSlowTick();
  const trips = useMemo(() => alarmsOf(indicator, area, tripsUntil(columns, tick)), [indicator, area, columns, tick]);
  const none = area >= FIRST_STREET ? t('streetRings') : t('cameNone');
  const go = (trip: Trip): void => {
    select({ area: trip.area, primary: indicator.primary, indicator: indicator.id });
    moveTime({ kind: 'seek', tick: trip.tick });
  };
  return (
    <Part title={t('came')} count={trips.length} none={none}>
      {trips.slice(0, SHOWN).map((trip) => (
        <li key={`${trip.alarm}/${trip.tick}`}>
          <button type="button" onClick={() => go(trip)} data-testid="came-alarm">
            <Then tick={trip.tick} now={tick} />
            <span>{name(areas[trip.area]!)}</span>
          </button>
        </li>
      ))}
    </Part>
  );
}

function CasePart({ indicator, area }: PartProps): JSX.Element {
  const { t, name } = useLateText('card');
  const run = useRun(({ info }) => info?.run ?? '');
  const present = useRun(({ cases }) => cases.cases);
  const tick = useSlowTick();
  const types = useMemo(() => typesOf(indicator), [indicator]);
  const path = types.size === 0 || run === '' ? null : `api/runs/${encodeURIComponent(run)}/ledger`;
  const past = useAsked<readonly CameCase[]>(path, `${run}/came`, readPastCases, ONCE).answer;
  const found = useMemo(
    () => casesOf(types, area, tick, past ?? [], Object.values(present)),
    [types, area, tick, past, present],
  );
  return (
    <Part
      title={t('cases')}
      hint={t('casesHint')}
      count={found.length}
      none={t(types.size === 0 ? 'noTypes' : 'casesNone')}
    >
      {found.slice(0, SHOWN).map((one) => (
        <li key={one.id}>
          <button type="button" onClick={() => openCase(one.id)} data-testid="came-case">
            <Then tick={one.foundTick} now={tick} />
            <span>
              {name(caseTypeByCode(one.type))} · {name(areas[one.area]!)}
            </span>
          </button>
        </li>
      ))}
    </Part>
  );
}

function Then({ tick, now }: { tick: number; now: number }): JSX.Element {
  const { language } = useLateText('card');
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  return <time>{formatMoment(epochMs, tick, now, language)}</time>;
}

interface ListProps {
  title: string;
  hint?: string;
  count: number;
  none: string;
  children: ReactNode;
}

function Part({ title, hint, count, none, children }: ListProps): JSX.Element {
  const { t } = useLateText('card');
  return (
    <section aria-label={title}>
      <h4>
        {title} {count > 0 && <b>{count}</b>} {hint !== undefined && <small>{hint}</small>}
      </h4>
      {count === 0 ? <p>{none}</p> : <ol>{children}</ol>}
      {count > SHOWN && <p>{t('more', { n: count - SHOWN })}</p>}
    </section>
  );
}
