// The truth by rule and by case type: who closed too early, who sent somebody for nothing, what was never seen.
import { caseTypeByCode, hasCaseType } from '@onescreen/shared/catalogue';
import type { Scores } from '@onescreen/shared/scoring';
import type { JSX } from 'react';
import { actorWords } from '../../i18n/actors.ts';
import { formatCount, formatDuration } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useRun } from '../../store/index.ts';
import { FigureTable } from '../FigureTable.tsx';
import { useShareWords } from '../figures.ts';
import { Scrolled } from '../Scrolled.tsx';

/** A count and what share of another it is. */
function Share({ part, whole }: { part: number; whole: number }): JSX.Element {
  const { language } = useText();
  const { percent } = useShareWords();
  return (
    <td className={`is-number ${part > 0 ? 'is-late' : ''}`}>
      {formatCount(part, language)} <small>{percent({ part, whole })}</small>
    </td>
  );
}

export function RuleTable({ scores }: { scores: Scores }): JSX.Element {
  const { t, name, language } = useText();
  const info = useRun((run) => run.info);
  return (
    <Scrolled>
      <FigureTable
        caption={t('ruleBoard.byRule')}
        columns={[
          t('ruleBoard.judge'),
          t('ruleBoard.closures'),
          t('ruleBoard.falseClosures'),
          t('ruleBoard.dispatched'),
          t('ruleBoard.falseAlarmsHandled'),
        ]}
        none={t('ruleBoard.noScores')}
        testId="score-table"
      >
        {scores.byRule.map((one) => (
          <tr key={`${one.judged}/${one.by}/${one.means}`} data-testid="score-row">
            <th scope="row">
              {name(actorWords(one.by, info).name)}{' '}
              <small>
                {t(`ruleBoard.judged.${one.judged}`)}
                {one.means !== null && ` · ${t(`case.means.${one.means}`)}`}
              </small>
            </th>
            <td className="is-number">{formatCount(one.closures, language)}</td>
            <Share part={one.falseClosures} whole={one.closures} />
            <td className="is-number">{formatCount(one.dispatched, language)}</td>
            <Share part={one.falseAlarmsHandled} whole={one.dispatched} />
          </tr>
        ))}
      </FigureTable>
    </Scrolled>
  );
}

export function TypeTable({ scores }: { scores: Scores }): JSX.Element {
  const { t, name, language } = useText();
  const time = (seconds: number | null): string => (seconds === null ? '—' : formatDuration(seconds, language));
  return (
    <Scrolled>
      <FigureTable
        caption={t('ruleBoard.byType')}
        columns={[
          t('ruleBoard.type'),
          t('ruleBoard.hazards'),
          t('ruleBoard.missed'),
          t('ruleBoard.median'),
          t('ruleBoard.p90'),
        ]}
        none={t('ruleBoard.noScores')}
      >
        {scores.byType.map((one) => (
          <tr key={one.type}>
            <th scope="row">{hasCaseType(one.type) ? name(caseTypeByCode(one.type)) : one.type}</th>
            <td className="is-number">{formatCount(one.hazards, language)}</td>
            <Share part={one.missed} whole={one.hazards} />
            <td className="is-number">{time(one.medianSecondsToDetect)}</td>
            <td className="is-number">{time(one.p90SecondsToDetect)}</td>
          </tr>
        ))}
      </FigureTable>
    </Scrolled>
  );
}
