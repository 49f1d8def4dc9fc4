// The truth by rule and by case type: who closed too early, who sent somebody for nothing, what was never seen.
import { caseTypeByCode, hasCaseType } from '@onescreen/shared/catalogue';
import type { Scores } from '@onescreen/shared/scoring';
import type { JSX } from 'react';
import { actorWords } from '../../i18n/actors.ts';
import { formatCount, formatDuration } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useRun } from '../../store/index.ts';
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
  if (scores.byRule.length === 0) return <p className="board-note">{t('ruleBoard.noScores')}</p>;
  return (
    <Scrolled>
      <table className="board-table" data-testid="score-table">
        <caption className="visually-hidden">{t('ruleBoard.byRule')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ruleBoard.judge')}</th>
            <th scope="col" className="is-number">
              {t('ruleBoard.closures')}
            </th>
            <th scope="col" className="is-number">
              {t('ruleBoard.falseClosures')}
            </th>
            <th scope="col" className="is-number">
              {t('ruleBoard.dispatched')}
            </th>
            <th scope="col" className="is-number">
              {t('ruleBoard.falseAlarmsHandled')}
            </th>
          </tr>
        </thead>
        <tbody>
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
        </tbody>
      </table>
    </Scrolled>
  );
}

export function TypeTable({ scores }: { scores: Scores }): JSX.Element {
  const { t, name, language } = useText();
  const time = (seconds: number | null): string => (seconds === null ? '—' : formatDuration(seconds, language));
  if (scores.byType.length === 0) return <p className="board-note">{t('ruleBoard.noScores')}</p>;
  return (
    <Scrolled>
      <table className="board-table">
        <caption className="visually-hidden">{t('ruleBoard.byType')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('ruleBoard.type')}</th>
            <th scope="col" className="is-number">
              {t('ruleBoard.hazards')}
            </th>
            <th scope="col" className="is-number">
              {t('ruleBoard.missed')}
            </th>
            <th scope="col" className="is-number">
              {t('ruleBoard.median')}
            </th>
            <th scope="col" className="is-number">
              {t('ruleBoard.p90')}
            </th>
          </tr>
        </thead>
        <tbody>
          {scores.byType.map((one) => (
            <tr key={one.type}>
              <th scope="row">{hasCaseType(one.type) ? name(caseTypeByCode(one.type)) : one.type}</th>
              <td className="is-number">{formatCount(one.hazards, language)}</td>
              <Share part={one.missed} whole={one.hazards} />
              <td className="is-number">{time(one.medianSecondsToDetect)}</td>
              <td className="is-number">{time(one.p90SecondsToDetect)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
