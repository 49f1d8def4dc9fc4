// A primary opened: each of its indicators with value, band, trend, age, line and source. Stands over the map's left edge.

import type { Primary } from '@onescreen/shared/catalogue';
import { primaryById } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { Panel } from '../app/Panel.tsx';
import { useText } from '../i18n/text.ts';
import { gradeOf } from '../marks/grades.ts';
import { Mark } from '../marks/Mark.tsx';
import { readingOf, select, useScore, useSelection } from '../store/index.ts';
import { explains } from './card/rollUpStore.ts';
import { IndicatorCard } from './IndicatorCard.tsx';
import { seriesOfPrimary } from './usePrimary.ts';
import './drawer.css';

export function SignDrawer(): JSX.Element | null {
  const primary = useSelection((selection) => selection.primary);
  const area = useSelection((selection) => selection.area);
  return primary === null ? null : <OpenSign key={`${primary}/${area}`} primary={primaryById(primary)} area={area} />;
}

function OpenSign({ primary, area }: { primary: Primary; area: number }): JSX.Element {
  const { t, name } = useText();
  const score = useScore(area, (all) => all.primaries[primary.index] ?? null);
  const chosen = useSelection((selection) => selection.indicator);
  const grade = gradeOf(score);
  const measured = new Set(seriesOfPrimary(primary, area).map(({ indicator }) => indicator.id));
  return (
    <Panel
      title={name(primary)}
      className="drawer"
      region="sign"
      testId="sign-drawer"
      aside={
        <button
          type="button"
          className="button"
          onClick={() => select({ primary: null, indicator: null })}
          data-testid="drawer-close"
        >
          {t('app.close')}
        </button>
      }
    >
      <div className={`drawer-summary tone-${grade.tone}`}>
        <button type="button" className="drawer-score" {...explains({ kind: 'primary', id: primary.id, area })}>
          <strong>{score ?? '—'}</strong>
        </button>
        <span>
          <Mark shape={grade.shape} tone={grade.tone} /> {t(`grade.${grade.word}`)} · {name(areas[area]!)}
        </span>
        <small>
          {t('sign.indicators', { count: primary.indicators.length })} · <Explanation primary={primary} area={area} />
        </small>
      </div>
      <ul className="drawer-list">
        {primary.indicators.map((indicator) => (
          <IndicatorCard
            key={indicator.id}
            indicator={indicator}
            area={area}
            isMeasured={measured.has(indicator.id)}
            isChosen={chosen === indicator.id}
          />
        ))}
      </ul>
    </Panel>
  );
}

/** Which child pulls the primary down: the one that is out of its band, if any. */
function Explanation({ primary, area }: { primary: Primary; area: number }): string {
  const { t, name } = useText();
  const measured = seriesOfPrimary(primary, area);
  if (measured.length === 0) return t('state.unmeasured');
  const culprit = measured.find(({ series }) => {
    const { state } = readingOf(series);
    return state === 2 || state === 3;
  });
  return culprit === undefined ? t('sign.allNormal') : t('sign.pulledBy', { name: name(culprit.indicator) });
}
