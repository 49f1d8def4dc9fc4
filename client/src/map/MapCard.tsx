// The card under the pointer: what an area, case or unit is and how it stands.
import { caseTypeByCode, unitKinds } from '@onescreen/shared/catalogue';
import { areaByCode, areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { useText } from '../i18n/text.ts';
import { gradeOf } from '../marks/grades.ts';
import { useRun, useScore } from '../store/index.ts';
import type { Hover } from './cityMap.ts';

/** Between the pointer and the card, pixels. */
const AWAY = 14;

/** Where the card begins so that `length` of it has room beside the pointer: after it, else before it, never past the map's edges. */
const beside = (pointer: number, length: number, room: number): number =>
  pointer + AWAY + length <= room ? pointer + AWAY : Math.max(0, Math.min(pointer - AWAY, room) - length);

export function MapCard({ hover }: { hover: Hover }): JSX.Element | null {
  const card = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current } = card;
    const map = current?.offsetParent;
    if (!current || !map) return;
    const x = beside(hover.x, current.offsetWidth, map.clientWidth);
    const y = beside(hover.y, current.offsetHeight, map.clientHeight);
    current.style.transform = `translate(${x}px, ${y}px)`;
  });
  return (
    <div className="map-card" ref={card} data-testid="map-card">
      {hover.kind === 'area' && <AreaCard code={hover.id} />}
      {hover.kind === 'case' && <CaseCard id={hover.id} />}
      {hover.kind === 'unit' && <UnitCard id={hover.id} />}
    </div>
  );
}

function AreaCard({ code }: { code: string }): JSX.Element {
  const { t, name } = useText();
  const area = areaByCode(code);
  const pulse = useScore(area.index, (score) => score.pulse);
  const open = useRun(
    (run) =>
      Object.values(run.cases.cases).filter(
        (one) => isIn(one.area, area.index) && !('closedTick' in one || 'endedTick' in one),
      ).length,
  );
  return (
    <>
      <strong>{name(area)}</strong>
      <span>
        {pulse === null ? t('grade.unknown') : `${t('map.score')} ${pulse} · ${t(`grade.${gradeOf(pulse).word}`)}`}
      </span>
      <span>{t('map.openCases', { n: open })}</span>
    </>
  );
}

const isIn = (street: number, area: number): boolean => street === area || areas[street]?.parent === area;

function CaseCard({ id }: { id: string }): JSX.Element | null {
  const { t, name } = useText();
  const one = useRun((run) => run.cases.cases[id]);
  if (one === undefined) return null;
  return (
    <>
      <strong>{name(caseTypeByCode(one.type))}</strong>
      <span>{'number' in one ? one.number : one.id}</span>
      <span>
        {t(`status.${one.status}`)} · {name(areas[one.area]!)}
      </span>
    </>
  );
}

function UnitCard({ id }: { id: string }): JSX.Element | null {
  const { t, name } = useText();
  const unit = useRun((run) => run.info?.units.find((one) => one.id === id));
  const status = useRun((run) => run.cases.units[id]?.status ?? 'idle');
  const kind = unitKinds.find((one) => one.id === unit?.kind);
  if (unit === undefined || kind === undefined) return null;
  return (
    <>
      <strong>{name(unit)}</strong>
      <span>
        {name(kind)} · {t(`map.unit.${status}`)}
      </span>
    </>
  );
}
