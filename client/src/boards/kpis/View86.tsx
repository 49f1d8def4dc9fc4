// The 1.0 view: the 73 primaries and the 13 figures of management effect in one sight, 86 in all. What the 86 are is this project's design.

import type { Dimension, Primary } from '@onescreen/shared/catalogue';
import { dimensions, primaries } from '@onescreen/shared/catalogue';
import type { Kpi, KpiReport, Share } from '@onescreen/shared/kpis';
import { kpis } from '@onescreen/shared/kpis';
import type { JSX } from 'react';
import { useText } from '../../i18n/text.ts';
import { gradeOf, stateLook } from '../../marks/grades.ts';
import { Mark, TrendArrow } from '../../marks/Mark.tsx';
import { openPrimary, usePrimaryWords } from '../../panels/PrimaryTile.tsx';
import { usePrimary } from '../../panels/usePrimary.ts';
import { setUi, useScore } from '../../store/index.ts';
import { useShareWords } from '../figures.ts';
import { AskState } from '../Problem.tsx';
import type { Asked } from '../useAsked.ts';

export function View86({ area, figures }: { area: number; figures: Asked<KpiReport> }): JSX.Element {
  const { t } = useText();
  const total = figures.answer?.total;
  return (
    <div className="view-86" data-testid="view-86-tiles">
      <p className="board-note">{t('kpi.view86Hint')}</p>
      <AskState asked={figures} />
      {dimensions.map((dimension) => (
        <DimensionGroup key={dimension.id} dimension={dimension} area={area} />
      ))}
      <section className="group-86" aria-label={t('kpi.management')}>
        <h3>{t('kpi.management')}</h3>
        <ul>
          {kpis.map((kpi) => (
            <FigureTile key={kpi.id} kpi={kpi} share={total?.shares[kpi.id] ?? { part: 0, whole: 0 }} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function DimensionGroup({ dimension, area }: { dimension: Dimension; area: number }): JSX.Element {
  const { name } = useText();
  const score = useScore(area, (all) => all.dimensions[dimension.id]);
  const grade = gradeOf(score);
  return (
    <section className="group-86" aria-label={name(dimension)}>
      <h3 className={`tone-${grade.tone}`}>
        {name(dimension)}
        <b>
          <Mark shape={grade.shape} tone={grade.tone} /> {score ?? '—'}
        </b>
      </h3>
      <ul>
        {primaries
          .filter((primary) => primary.dimension === dimension.id)
          .map((primary) => (
            <SignTile key={primary.id} primary={primary} area={area} />
          ))}
      </ul>
    </section>
  );
}

/** A primary with the value that speaks for it; a press closes the board and opens the sign over the map. */
function SignTile({ primary, area }: { primary: Primary; area: number }): JSX.Element {
  const { name } = useText();
  const view = usePrimary(primary, area);
  const { value, unit, sentence } = usePrimaryWords(primary, view);
  const state = stateLook(view.state);
  const grade = gradeOf(view.score);
  const open = (): void => {
    setUi({ board: null });
    openPrimary(primary);
  };
  return (
    <li>
      <button
        type="button"
        className={`tile-86 is-${view.indicator === null ? 'unmeasured' : state.word} tone-${state.tone}`}
        title={sentence}
        onClick={open}
        data-testid="tile-86"
      >
        <span>
          <Mark shape={grade.shape} tone={grade.tone} size={8} /> {name(primary)}
        </span>
        <span>
          <b>{value}</b> <small>{unit}</small>
        </span>
      </button>
    </li>
  );
}

function FigureTile({ kpi, share }: { kpi: Kpi; share: Share }): JSX.Element {
  const { t, name } = useText();
  const { percent, parts } = useShareWords();
  const better = t(`kpi.${kpi.better}`);
  return (
    <li>
      <div className="tile-86" title={`${name(kpi.formula)} · ${better}`} data-testid="tile-86">
        <span>
          <TrendArrow direction={kpi.better === 'higher' ? 'rising' : 'falling'} />
          <span className="visually-hidden">{better}</span> {name(kpi)}
        </span>
        <span>
          <b>{percent(share)}</b> <small>{share.whole === 0 ? t('kpi.none') : parts(share)}</small>
        </span>
      </div>
    </li>
  );
}
