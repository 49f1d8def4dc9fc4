// Where the screen is looking: city › district › street, with the areas below to choose from.

import type { Area } from '@onescreen/shared/geography';
import { areas, lineage } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { useText } from '../i18n/text.ts';
import { gradeOf } from '../marks/grades.ts';
import { Mark } from '../marks/Mark.tsx';
import { select, selectUp, useScore, useSelection } from '../store/index.ts';
import './breadcrumb.css';

export function Breadcrumb(): JSX.Element {
  const { t, name } = useText();
  const area = useSelection((selection) => selection.area);
  const path = lineage(area);
  return (
    <nav className="breadcrumb" aria-label={t('area.path')} data-testid="breadcrumb">
      {path.length > 1 && (
        <button
          type="button"
          className="button breadcrumb-up"
          onClick={selectUp}
          title={t('area.up')}
          aria-label={t('area.up')}
        >
          <Chevron path="M3 11l5-6 5 6" />
        </button>
      )}
      <ol>
        {path.map((one) => (
          <li key={one.index}>
            <button
              type="button"
              aria-current={one.index === area ? 'location' : undefined}
              onClick={() => select({ area: one.index })}
              data-testid={`breadcrumb-${one.level}`}
            >
              {name(one)}
            </button>
          </li>
        ))}
      </ol>
      {areas[area]!.children.length > 0 && <AreaPicker parent={areas[area]!} />}
      <span className="breadcrumb-note">{t('area.schematic')}</span>
    </nav>
  );
}

function Chevron({ path }: { path: string }): JSX.Element {
  return (
    <svg className="trend" width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

/** A list of the areas below. Closes on a choice, on Escape and on a click elsewhere. */
function AreaPicker({ parent }: { parent: Area }): JSX.Element {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const listId = useId();
  useEffect(() => {
    if (!isOpen) return;
    const onPointer = (event: PointerEvent): void => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    // Before the screen's own Escape, which would go up an area.
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      setOpen(false);
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, [isOpen]);
  return (
    <div className="picker" ref={place}>
      <button
        type="button"
        className="button"
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setOpen(!isOpen)}
        data-testid="area-picker"
      >
        {t('area.pick')} <Chevron path="M3 5l5 6 5-6" />
      </button>
      {isOpen && (
        <ul className="picker-list" id={listId}>
          {parent.children.map((index) => (
            <AreaChoice key={index} area={areas[index]!} onChoose={() => setOpen(false)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function AreaChoice({ area, onChoose }: { area: Area; onChoose: () => void }): JSX.Element {
  const { t, name } = useText();
  const pulse = useScore(area.index, (score) => score.pulse);
  const grade = gradeOf(pulse);
  return (
    <li>
      <button
        type="button"
        onClick={() => {
          select({ area: area.index });
          onChoose();
        }}
        data-testid={`area-${area.code}`}
      >
        <Mark shape={grade.shape} tone={grade.tone} />
        <span>{name(area)}</span>
        {area.type === 'special' && <small>{t('area.special')}</small>}
        <b title={t(`grade.${grade.word}`)}>{pulse ?? '—'}</b>
      </button>
    </li>
  );
}
