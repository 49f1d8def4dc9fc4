// The left column: six dimensions, one of them with its primaries as large tiles, the others as a strip of marks.

import type { Dimension, DimensionId } from '@onescreen/shared/catalogue';
import { dimensions, indicatorById, primaries } from '@onescreen/shared/catalogue';
import { seriesOf } from '@onescreen/shared/city';
import type { JSX } from 'react';
import { useMemo } from 'react';
import { Panel } from '../app/Panel.tsx';
import { useText } from '../i18n/text.ts';
import { gradeOf, stateLook } from '../marks/grades.ts';
import type { Point } from '../marks/Line.tsx';
import { SparkLine } from '../marks/Line.tsx';
import { Mark } from '../marks/Mark.tsx';
import { useHistory } from '../store/history.ts';
import { setUi, useScore, useSelection, useUi } from '../store/index.ts';
import { explains } from './card/rollUpStore.ts';
import { DimensionIcon } from './DimensionIcon.tsx';
import { PrimaryMark, PrimaryTile } from './PrimaryTile.tsx';
import { useWritten } from './useWritten.ts';
import './dimensions.css';

const primariesOf = new Map(dimensions.map(({ id }) => [id, primaries.filter((one) => one.dimension === id)]));

/** The two vital signs that stand for a dimension while it is folded, best first; the first two measured in the area are shown. */
const KEY_SIGNS: Readonly<Record<DimensionId, readonly string[]>> = {
  infra: ['power-load', 'mobile-data-volume', 'property-repairs', 'water-pressure'],
  env: ['pm25', 'noise-level', 'waste-dry', 'street-clean-index'],
  traffic: ['tti-surface', 'metro-ridership', 'traffic-accidents', 'shared-bike-rides'],
  guarantee: ['hotline-calls', 'ems-calls', 'outpatient-visits', 'gov-cases'],
  safety: ['police-calls', 'grid-new-cases', 'fire-iot-alarms', 'street-violations'],
  vitality: ['population-now', 'meal-orders', 'parcels-delivered', 'volunteer-shifts'],
};

export function Dimensions(): JSX.Element {
  const open = useUi((ui) => ui.dimension);
  return (
    <div className="dimensions">
      {dimensions.map((dimension) => (
        <DimensionPanel key={dimension.id} dimension={dimension} isOpen={dimension.id === open} />
      ))}
    </div>
  );
}

function DimensionPanel({ dimension, isOpen }: { dimension: Dimension; isOpen: boolean }): JSX.Element {
  const { name } = useText();
  const area = useSelection((selection) => selection.area);
  const own = primariesOf.get(dimension.id)!;
  return (
    <Panel
      title={name(dimension)}
      heading={null}
      className={isOpen ? 'dimension is-open' : 'dimension'}
      testId={`dimension-${dimension.id}`}
      {...(isOpen && { region: 'signs' as const })}
    >
      <DimensionHead dimension={dimension} area={area} isOpen={isOpen} />
      {isOpen ? (
        <ul className="tiles">
          {own.map((primary) => (
            <PrimaryTile key={primary.id} primary={primary} area={area} />
          ))}
        </ul>
      ) : (
        <ul className="strip">
          {own.map((primary) => (
            <PrimaryMark key={primary.id} primary={primary} area={area} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function DimensionHead({
  dimension,
  area,
  isOpen,
}: {
  dimension: Dimension;
  area: number;
  isOpen: boolean;
}): JSX.Element {
  const { t, name } = useText();
  const score = useScore(area, (all) => all.dimensions[dimension.id]);
  const grade = gradeOf(score);
  const keySigns = KEY_SIGNS[dimension.id].filter((id) => seriesOf(indicatorById(id).index, area) >= 0).slice(0, 2);
  return (
    <button
      type="button"
      className={`dimension-head tone-${grade.tone}`}
      aria-expanded={isOpen}
      title={t('dimension.expand', { name: name(dimension) })}
      onClick={() => setUi({ dimension: dimension.id })}
      {...explains({ kind: 'dimension', id: dimension.id, area })}
    >
      <DimensionIcon id={dimension.id} />
      <span className="dimension-name">{name(dimension)}</span>
      {keySigns.map((id) => (
        <KeySign key={id} id={id} area={area} />
      ))}
      <span className="dimension-line">
        <ScoreLine dimension={dimension.id} />
      </span>
      <Mark shape={grade.shape} tone={grade.tone} size={12} />
      <strong className="dimension-score" data-testid={`score-${dimension.id}`}>
        {score ?? '—'}
      </strong>
    </button>
  );
}

/** A folded dimension's own number: it moves, so that the viewer sees it live. */
function KeySign({ id, area }: { id: string; area: number }): JSX.Element {
  const { name } = useText();
  const indicator = indicatorById(id);
  const { text, unit, state } = useWritten(seriesOf(indicator.index, area), indicator);
  return (
    <span className={`key-sign tone-${stateLook(state).tone}`}>
      <small>{name(indicator)}</small>
      <span>
        <b>{text}</b> <small>{unit}</small>
      </span>
    </span>
  );
}

/** Scores below this all look equally bad on the small line. */
const LOWEST_DRAWN = 40;

function ScoreLine({ dimension }: { dimension: DimensionId }): JSX.Element {
  const { t } = useText();
  const { ticks, lines } = useHistory((state) => state.history.scores);
  const points = useMemo(
    () => ticks.map((tick, at): Point => ({ tick, value: lines[dimension][at] ?? null })),
    [ticks, lines, dimension],
  );
  return <SparkLine points={points} domain={[LOWEST_DRAWN, 102]} height={22} label={t('dimension.line')} />;
}
