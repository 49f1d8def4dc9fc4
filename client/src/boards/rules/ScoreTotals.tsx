// The whole run against the truth, in seven numbers and a time.
import type { Scores } from '@onescreen/shared/scoring';
import type { JSX } from 'react';
import { formatCount, formatDuration } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useShareWords } from '../figures.ts';

const TOTALS = [
  { id: 'closures', of: null },
  { id: 'falseClosures', of: 'closures' },
  { id: 'hazards', of: null },
  { id: 'missed', of: 'hazards' },
  { id: 'dispatched', of: null },
  { id: 'falseAlarmsHandled', of: 'dispatched' },
  { id: 'falseRejections', of: null },
] as const;

export function ScoreTotals({ scores }: { scores: Scores }): JSX.Element {
  const { t, language } = useText();
  const { percent } = useShareWords();
  return (
    <dl className="rule-totals">
      {TOTALS.map(({ id, of }) => (
        <div key={id} className={of === null ? '' : 'is-fault'}>
          <dt>{t(`ruleBoard.totals.${id}`)}</dt>
          <dd>
            <b>{formatCount(scores[id], language)}</b>
            {of !== null && <small>{percent({ part: scores[id], whole: scores[of] })}</small>}
          </dd>
        </div>
      ))}
      {scores.medianSecondsToDetect !== null && scores.p90SecondsToDetect !== null && (
        <div>
          <dt>{t('ruleBoard.detect')}</dt>
          <dd>
            <small>
              {t('ruleBoard.detectWords', {
                median: formatDuration(scores.medianSecondsToDetect, language),
                p90: formatDuration(scores.p90SecondsToDetect, language),
              })}
            </small>
          </dd>
        </div>
      )}
    </dl>
  );
}
