// Cases, most urgent first. Only the rows in sight exist, so that ten thousand cases cost what thirty do.

import type { CaseState } from '@onescreen/shared/cases';
import { endTick, isEnded, isFiled, remaining } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { JSX } from 'react';
import { memo, useMemo, useRef } from 'react';
import { formatDuration } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { priorityTone } from '../marks/grades.ts';
import { usePerson } from '../people/permission.ts';
import { select, useRun, useSelection, useUi } from '../store/index.ts';
import { CaseFilters } from './CaseFilters.tsx';
import { ClockRing } from './ClockRing.tsx';
import { FindInLog } from './FindInLog.tsx';
import { listedCases, priorityOf, usedShare } from './order.ts';

const ROW_HEIGHT = 54;
/** The order and the clocks of the list are renewed this often, simulated seconds. */
const RENEW_TICKS = 10;

export function CaseList(): JSX.Element {
  const { t } = useText();
  const cases = useRun((run) => run.cases.cases);
  const tick = useRun((run) => Math.floor(run.tick / RENEW_TICKS) * RENEW_TICKS);
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const hasRun = useRun((run) => run.info !== null);
  const area = useSelection((selection) => selection.area);
  const selected = useSelection((selection) => selection.case);
  const filter = useUi((ui) => ui.caseFilter);
  const person = usePerson();
  const me = person === null ? null : (`user:${person.name}` as const);
  const listed = useMemo(
    () => listedCases(Object.values(cases), area, filter, tick, me),
    [cases, area, filter, tick, me],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: listed.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => listed[index]!.id,
    overscan: 6,
  });
  return (
    <>
      <CaseFilters filter={filter} count={listed.length} />
      <div className="work-scroll" ref={scroller} data-testid="case-list">
        {listed.length === 0 &&
          (filter.text.trim() === '' ? (
            <p className="work-empty" data-testid="no-cases">
              {t(!hasRun ? 'app.loading' : Object.keys(cases).length === 0 ? 'cases.noneYet' : 'cases.none')}
            </p>
          ) : (
            <FindInLog text={filter.text.trim()} />
          ))}
        <ul style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {rows.getVirtualItems().map((item) => {
            const one = listed[item.index]!;
            return (
              <li key={item.key} className="case-place" style={{ transform: `translateY(${item.start}px)` }}>
                <CaseRow one={one} tick={tick} epochMs={epochMs} isSelected={one.id === selected} />
              </li>
            );
          })}
        </ul>
      </div>
    </>
  );
}

interface RowProps {
  one: CaseState;
  tick: number;
  epochMs: number;
  isSelected: boolean;
}

const CaseRow = memo(function CaseRow({ one, tick, epochMs, isSelected }: RowProps): JSX.Element {
  const { t, name } = useText();
  const type = caseTypeByCode(one.type);
  const priority = priorityOf(one);
  return (
    <button
      type="button"
      className={`case-row tone-${priorityTone(priority)} ${isEnded(one) ? 'is-ended' : ''}`}
      aria-pressed={isSelected}
      onClick={() => select({ case: isSelected ? null : one.id })}
      data-testid="case-row"
      data-case={one.id}
      data-status={one.status}
    >
      <ClockRing priority={priority} used={usedShare(one, tick, epochMs)} />
      <span className="case-what">
        <b>{name(type)}</b>
        <small>
          {t(`priority.p${priority}`)} · {name(areas[one.area]!)}
        </small>
      </span>
      <span className="case-how">
        <span className="case-marks">
          {one.held !== null && (
            <span className="chip tone-yellow" title={t('act.heldHint')}>
              {t('step.taken')}
            </span>
          )}
          <span className="chip">{t(`status.${one.status}`)}</span>
        </span>
        <RemainingTime one={one} tick={tick} epochMs={epochMs} />
      </span>
    </button>
  );
});

/** Time left on the case's own clock, time over it, or how long it took. */
function RemainingTime({ one, tick, epochMs }: Omit<RowProps, 'isSelected'>): JSX.Element {
  const { t, language } = useText();
  if (isEnded(one)) {
    return <small>{t('cases.took', { time: formatDuration(endTick(one) - one.discoveredTick, language) })}</small>;
  }
  if (!isFiled(one)) return <small>{formatDuration(tick - one.discoveredTick, language)}</small>;
  const left = remaining(caseTypeByCode(one.type).clock, tick, one.dueTick, epochMs);
  return (
    <small className={left < 0 ? 'is-late tone-red' : ''}>
      {t(left < 0 ? 'cases.late' : 'cases.remaining', { time: formatDuration(left, language) })}
    </small>
  );
}
