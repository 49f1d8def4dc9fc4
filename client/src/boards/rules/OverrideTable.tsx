// How often people overruled each rule, most often overruled first.
import type { Override } from '@onescreen/shared/scoring';
import type { JSX } from 'react';
import { actorWords } from '../../i18n/actors.ts';
import { formatCount } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useRun } from '../../store/index.ts';
import { useShareWords } from '../figures.ts';
import { Scrolled } from '../Scrolled.tsx';

export function OverrideTable({ overrides }: { overrides: readonly Override[] }): JSX.Element {
  const { t, name, language } = useText();
  const { percent } = useShareWords();
  const info = useRun((run) => run.info);
  if (overrides.length === 0) return <p className="board-note">{t('ruleBoard.noOverrides')}</p>;
  const rows = [...overrides].sort((a, b) => b.overruled - a.overruled || b.decisions - a.decisions);
  return (
    <Scrolled>
      <table className="board-table" data-testid="override-table">
        <thead>
          <tr>
            <th scope="col">{t('ruleBoard.rule')}</th>
            <th scope="col">{t('ruleBoard.decision')}</th>
            <th scope="col" className="is-number">
              {t('ruleBoard.decided')}
            </th>
            <th scope="col" className="is-number">
              {t('ruleBoard.overruled')}
            </th>
            <th scope="col" className="is-number">
              {t('ruleBoard.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={`${one.rule}/${one.decision}`} data-testid="override-row">
              <th scope="row">{name(actorWords(one.rule, info).name)}</th>
              <td>{t(`ruleBoard.decisions.${one.decision}`)}</td>
              <td className="is-number">{formatCount(one.decisions, language)}</td>
              <td className={`is-number ${one.overruled > 0 ? 'is-late' : ''}`}>
                {formatCount(one.overruled, language)}
              </td>
              <td className="is-number">{percent({ part: one.overruled, whole: one.decisions })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
