// One primary: a large tile with its speaking value, or a small mark in the strip of a folded dimension.
import type { Primary } from '@onescreen/shared/catalogue';
import { MINUTE } from '@onescreen/shared/time';
import type { JSX } from 'react';
import { memo } from 'react';
import { formatQuantity } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { BulletBar } from '../marks/BulletBar.tsx';
import { bandOf } from '../marks/band.ts';
import { gradeOf, stateLook } from '../marks/grades.ts';
import { Mark } from '../marks/Mark.tsx';
import { select, setUi, useRun, useSelection } from '../store/index.ts';
import { explains } from './card/rollUpStore.ts';
import type { PrimaryView } from './usePrimary.ts';
import { usePrimary, usePrimaryScore } from './usePrimary.ts';

interface TileProps {
  primary: Primary;
  area: number;
}

/** Opens the primary's dimension and its indicators. */
export function openPrimary(primary: Primary): void {
  setUi({ dimension: primary.dimension });
  select({ primary: primary.id, indicator: null });
}

/** The tile's content in words: name, value, state and score. */
export function usePrimaryWords(
  primary: Primary,
  view: PrimaryView,
): { value: string; unit: string; sentence: string } {
  const { t, name, language } = useText();
  const { indicator, score } = view;
  if (indicator === null)
    return { value: '—', unit: t('state.unmeasured'), sentence: `${name(primary)}: ${t('state.unmeasured')}` };
  const quantity = view.value === null ? { text: '—', unit: '' } : formatQuantity(view.value, indicator, language);
  const state = t(`state.${stateLook(view.state).word}`);
  return {
    value: quantity.text,
    unit: quantity.unit,
    // It begins with what is drawn, so that who says what they see is understood.
    sentence: `${name(primary)} ${quantity.text} ${quantity.unit} · ${name(indicator)} · ${state} · ${t('dimension.score', { score: score ?? '—' })}`,
  };
}

export const PrimaryTile = memo(function PrimaryTile({ primary, area }: TileProps): JSX.Element {
  const { name } = useText();
  const view = usePrimary(primary, area);
  const { value, unit, sentence } = usePrimaryWords(primary, view);
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  // The band moves slowly: a minute's will do.
  const minute = Math.floor(useRun.getState().tick / MINUTE);
  const isSelected = useSelection((selection) => selection.primary === primary.id);
  const { indicator, series } = view;
  const state = stateLook(view.state);
  const grade = gradeOf(view.score);
  return (
    <li>
      <button
        type="button"
        className={`tile is-${indicator === null ? 'unmeasured' : state.word} tone-${state.tone}`}
        aria-pressed={isSelected}
        aria-label={sentence}
        onClick={() => openPrimary(primary)}
        {...explains({ kind: 'primary', id: primary.id, area })}
      >
        <span className="tile-name">
          <Mark shape={grade.shape} tone={grade.tone} size={9} />
          {name(primary)}{' '}
        </span>
        <span className="tile-value">
          <b data-testid={`tile-${primary.id}`}>{value}</b> <small>{unit}</small>
        </span>
        {indicator !== null && (
          <BulletBar band={bandOf(series, epochMs, minute * MINUTE)} value={view.value} state={view.state} />
        )}
      </button>
    </li>
  );
});

/** The score alone: the value is in the tile, a press away, so that a folded dimension has nothing to do while its scores stay. */
export const PrimaryMark = memo(function PrimaryMark({ primary, area }: TileProps): JSX.Element {
  const { t, name } = useText();
  const score = usePrimaryScore(primary, area);
  const grade = gradeOf(score);
  return (
    <li>
      <button
        type="button"
        className={`strip-mark tone-${grade.tone}`}
        onClick={() => openPrimary(primary)}
        {...explains({ kind: 'primary', id: primary.id, area })}
      >
        <Mark shape={grade.shape} tone={grade.tone} size={11} />
        <span>{score ?? '—'}</span>
        <span className="visually-hidden">
          {name(primary)} · {t(`grade.${grade.word}`)}
        </span>
      </button>
    </li>
  );
});
