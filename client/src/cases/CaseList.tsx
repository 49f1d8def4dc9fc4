// Cases, most urgent first. Only the rows in sight exist, so that ten thousand cases cost what thirty do; each row hears of its own case.

import type { CaseState } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import type { Actor } from '@onescreen/shared/ids';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { JSX } from 'react';
import { memo, useMemo, useRef } from 'react';
import { useText } from '../i18n/text.ts';
import { priorityTone } from '../marks/grades.ts';
import { usePerson } from '../people/permission.ts';
import type { CaseFilter, RunState } from '../store/index.ts';
import { remember, select, useDrawn, useRun, useSelection, useUi } from '../store/index.ts';
import { CaseFilters } from './CaseFilters.tsx';
import { ClockRing } from './ClockRing.tsx';
import { caseRow } from './caseRow.ts';
import { FindInLog } from './FindInLog.tsx';
import { listedCases } from './order.ts';

const ROW_HEIGHT = 54;
/** The clocks of the rows are renewed this often, and the order of the list when something happened or this often, simulated seconds. */
const CLOCK_TICKS = 10;
const ORDER_TICKS = 60;

/** Taken to be in sight before the list knows its height. */
const FIRST_ROWS = 30;

const rounded = (tick: number, to: number): number => Math.floor(tick / to) * to;

const idsInOrder = remember(
  (cases: Readonly<Record<string, CaseState>>, area: number, filter: CaseFilter, tick: number, me: Actor | null) =>
    listedCases(Object.values(cases), area, filter, tick, me).map(({ id }) => id),
);

export function CaseList(): JSX.Element {
  const { t } = useText();
  const area = useSelection((selection) => selection.area);
  const filter = useUi((ui) => ui.caseFilter);
  const person = usePerson();
  const me = person === null ? null : (`user:${person.name}` as const);
  const idsAt = ({ cases, tick }: RunState): string[] =>
    idsInOrder(cases.cases, area, filter, rounded(tick, ORDER_TICKS), me);
  const sight = useRef({ from: 0, to: FIRST_ROWS });
  // What moves out of sight is nothing to draw.
  useDrawn((run) => {
    const all = idsAt(run);
    return [run.info === null, all.length, ...all.slice(sight.current.from, sight.current.to)];
  });
  const run = useRun.getState();
  const ids = idsAt(run);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => ids[index]!,
    overscan: 6,
  });
  const items = rows.getVirtualItems();
  sight.current = { from: items[0]?.index ?? 0, to: (items.at(-1)?.index ?? FIRST_ROWS) + 1 };
  return (
    <>
      <CaseFilters filter={filter} count={ids.length} />
      <div className="work-scroll" ref={scroller} data-testid="case-list">
        {ids.length === 0 &&
          (filter.text.trim() === '' ? (
            <p className="work-empty" data-testid="no-cases">
              {t(
                run.info === null
                  ? 'app.loading'
                  : Object.keys(run.cases.cases).length === 0
                    ? 'cases.noneYet'
                    : 'cases.none',
              )}
            </p>
          ) : (
            <FindInLog text={filter.text.trim()} />
          ))}
        <ul style={{ height: rows.getTotalSize(), position: 'relative' }}>
          {items.map((item) => (
            <li key={item.key} className="case-place" style={{ transform: `translateY(${item.start}px)` }}>
              <Row id={ids[item.index]!} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

const Row = memo(function Row({ id }: { id: string }): JSX.Element | null {
  const { t, name, language } = useText();
  const isSelected = useSelection((selection) => selection.case === id);
  const rowAt = useMemo(() => remember(caseRow), []);
  const row = useDrawn(({ cases, tick, info }) => {
    const one = cases.cases[id];
    // Swept away, and the list is about to hear of it.
    return one === undefined ? null : rowAt(one, rounded(tick, CLOCK_TICKS), info?.epochMs ?? 0, language);
  });
  if (row === null) return null;
  const { priority, says, time } = row;
  return (
    <button
      type="button"
      className={`case-row tone-${priorityTone(priority)} ${row.isEnded ? 'is-ended' : ''}`}
      aria-pressed={isSelected}
      onClick={() => select({ case: isSelected ? null : id })}
      data-testid="case-row"
      data-case={id}
      data-status={row.status}
    >
      <ClockRing priority={priority} used={row.used} />
      <span className="case-what">
        <b>{name(caseTypeByCode(row.type))}</b>
        <small>
          {t(`priority.p${priority}`)} · {name(areas[row.area]!)}
        </small>
      </span>
      <span className="case-how">
        <span className="case-marks">
          {row.isHeld && (
            <span className="chip tone-yellow" title={t('act.heldHint')}>
              {t('step.taken')}
            </span>
          )}
          <span className="chip">{t(`status.${row.status}`)}</span>
        </span>
        <small className={says === 'late' ? 'is-late tone-red' : ''}>
          {says === null ? time : t(`cases.${says}`, { time })}
        </small>
      </span>
    </button>
  );
});
