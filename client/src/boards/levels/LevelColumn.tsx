// One level: how much it has in hand, what waits for its word, what it may do, and its most urgent cases.

import type { CaseState } from '@onescreen/shared/cases';
import { isFiled, remaining } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { JSX } from 'react';
import { formatDuration } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { CaseLink } from '../CaseLink.tsx';
import type { CaseDeed } from './levelDeeds.ts';
import { levelDeeds } from './levelDeeds.ts';
import type { LevelRow } from './levelRows.ts';

/** More than anyone reads in a column; the list of cases has all of them. */
const SHOWN_CASES = 30;
/** Where a screen is lower, what a level may do stays folded, so that its cases have room. */
const TALL_PIXELS = 900;
const WAITING = ['overdue', 'ruling', 'confirming', 'suspended'] as const;

interface ColumnProps {
  row: LevelRow;
  tick: number;
  epochMs: number;
}

export function LevelColumn({ row, tick, epochMs }: ColumnProps): JSX.Element {
  const { t } = useText();
  return (
    <section className="level-column" aria-label={t(`level.${row.level}`)} data-testid={`level-${row.level}`}>
      <header>
        <h3>{t(`level.${row.level}`)}</h3>
        <small>{t(`levelBoard.centres.${row.level}`)}</small>
        <p>
          <strong>{row.open.length}</strong> {t('levelBoard.open')}
        </p>
      </header>
      <dl className="level-counts">
        {WAITING.map((one) => (
          <div key={one} className={row[one] > 0 ? `is-some is-${one}` : ''}>
            <dt>{t(`levelBoard.${one}`)}</dt>
            <dd>{row[one]}</dd>
          </div>
        ))}
      </dl>
      <May level={row.level} />
      {row.open.length === 0 ? (
        <p className="board-note">{t('levelBoard.none')}</p>
      ) : (
        <ul className="level-cases">
          {row.open.slice(0, SHOWN_CASES).map((one) => (
            <li key={one.id}>
              <LevelCase one={one} tick={tick} epochMs={epochMs} />
            </li>
          ))}
          {row.open.length > SHOWN_CASES && (
            <li className="board-note">{t('levelBoard.more', { n: row.open.length - SHOWN_CASES })}</li>
          )}
        </ul>
      )}
    </section>
  );
}

/** What the level may do, by what it adds to the level below. */
function May({ level }: { level: LevelRow['level'] }): JSX.Element {
  const { t } = useText();
  const { addsToBelow, deeds } = levelDeeds.find((one) => one.level === level)!;
  const word = (deed: CaseDeed): string => (deed === 'across' ? t('levelBoard.across') : t(`act.kinds.${deed}`));
  return (
    <details className="level-may" open={window.innerHeight >= TALL_PIXELS}>
      <summary>{t('levelBoard.may')}</summary>
      {addsToBelow && <p>{t(deeds.length === 0 ? 'levelBoard.mayAll' : 'levelBoard.mayAlso')}</p>}
      <ul>
        {deeds.map((deed) => (
          <li key={deed}>{word(deed)}</li>
        ))}
      </ul>
    </details>
  );
}

function LevelCase({ one, tick, epochMs }: { one: CaseState; tick: number; epochMs: number }): JSX.Element {
  const { t, language } = useText();
  const left = isFiled(one) ? remaining(caseTypeByCode(one.type).clock, tick, one.dueTick, epochMs) : null;
  const note =
    left === null || one.status === 'suspended'
      ? formatDuration(tick - one.discoveredTick, language)
      : t(left < 0 ? 'cases.late' : 'cases.remaining', { time: formatDuration(left, language) });
  return <CaseLink one={one} tick={tick} epochMs={epochMs} note={note} />;
}
