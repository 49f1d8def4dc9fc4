// 规则: how each rule fared against the truth, and how often people overruled it: the two things by which a rule is mended.
import type { JSX } from 'react';
import { useText } from '../../i18n/text.ts';
import { useBeat } from '../beat.ts';
import { AskState } from '../Problem.tsx';
import { useAsked } from '../useAsked.ts';
import { OverrideTable } from './OverrideTable.tsx';
import { readOverrides, readScores } from './readRules.ts';
import { RuleTable, TypeTable } from './ScoreTables.tsx';
import { ScoreTotals } from './ScoreTotals.tsx';
import './rules.css';

export function RuleBoard({ run }: { run: string }): JSX.Element {
  const { t } = useText();
  const beat = useBeat();
  const base = `api/runs/${encodeURIComponent(run)}`;
  // Of the playhead's second: what came after it is not known there.
  const then = Math.max(0, beat.tick);
  const scores = useAsked(`${base}/scores?to=${then}`, `${run}/scores`, readScores, beat);
  const overrides = useAsked(`${base}/overrides?to=${then}`, `${run}/overrides`, readOverrides, beat);
  return (
    <div className="rule-board">
      <section className="rule-part" aria-label={t('ruleBoard.scores')} data-testid="rule-scores">
        <h3>
          {t('ruleBoard.scores')} <small className="chip tone-yellow">{t('ruleBoard.scoresHint')}</small>
        </h3>
        <AskState asked={scores} />
        {scores.answer !== null && (
          <>
            <ScoreTotals scores={scores.answer} />
            <div className="rule-tables">
              <RuleTable scores={scores.answer} />
              <TypeTable scores={scores.answer} />
            </div>
          </>
        )}
      </section>
      <section className="rule-part" aria-label={t('ruleBoard.overrides')} data-testid="rule-overrides">
        <h3>
          {t('ruleBoard.overrides')} <small>{t('ruleBoard.overridesHint')}</small>
        </h3>
        <AskState asked={overrides} />
        {overrides.answer !== null && <OverrideTable overrides={overrides.answer} />}
      </section>
    </div>
  );
}
