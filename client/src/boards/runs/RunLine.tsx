// One run of the list: what it is, and what can be done with it.
import type { JSX } from 'react';
import { formatClock, formatCount, formatDuration, formatShare, formatWallTime } from '../../i18n/format.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { usePolicyWord } from '../../i18n/policies.ts';
import { useRun } from '../../store/index.ts';
import { RunDeeds } from './RunDeeds.tsx';
import { RunName } from './RunName.tsx';
import type { RunList, RunRow } from './runRows.ts';
import { formatBytes, policyOf, titleOf } from './runRows.ts';

const DIGEST_DIGITS = 8;

interface RunLineProps {
  run: RunRow;
  depth: number;
  list: RunList;
  onChanged: () => void;
  onBranch: (run: RunRow) => void;
}

export function RunLine({ run, depth, list, onChanged, onBranch }: RunLineProps): JSX.Element {
  const { t, name, language } = useLateText('runs');
  const shown = useRun(({ info }) => info?.run ?? null);
  const policyWord = usePolicyWord();
  const parent = run.parent === null ? null : (list.runs.find((one) => one.run === run.parent?.run) ?? null);
  return (
    <tr
      className={run.run === shown ? 'is-shown' : ''}
      data-testid="run-line"
      data-run={run.run}
      data-state={run.state}
      aria-current={run.run === shown ? 'true' : undefined}
    >
      <th scope="row" className="is-name" style={{ paddingLeft: 10 + depth * 16 }}>
        <RunName run={run} onChanged={onChanged} />
        <small>
          {run.parent === null
            ? t('list.what', { name: name(run), seed: run.seed, policy: policyWord(policyOf(run)) })
            : t('list.branchOf', {
                name: parent === null ? t('list.gone') : titleOf(parent, name),
                time: formatClock(run.epochMs, run.parent.forkTick),
                policy: policyWord(policyOf(run)),
              })}
        </small>
      </th>
      <td className="is-number">{formatDuration(run.totals.ticks, language)}</td>
      <td className="is-number">
        <span title={t('list.casesWords', { cases: run.totals.cases, closed: run.totals.closed })}>
          {formatCount(run.totals.cases, language)} <small>/ {formatCount(run.totals.closed, language)}</small>
        </span>
      </td>
      <td className="is-number">{run.notes === 0 ? '' : formatCount(run.notes, language)}</td>
      <td className="is-number">
        {formatBytes(run.bytes, language)}
        <small>
          <code title={t('list.digestHint', { digest: run.digest })}>{run.digest.slice(0, DIGEST_DIGITS)}</code>
        </small>
      </td>
      <td className="is-made">
        {run.createdMs === null ? t('list.here') : formatWallTime(run.createdMs, language)}
        <small>{run.isHere ? '' : (run.by?.replace(/^user:/, '') ?? t('list.program'))}</small>
      </td>
      <td>
        {run.run === list.current ? (
          <span className="chip tone-green">{t('list.current')}</span>
        ) : (
          <span className={`chip ${run.state === 'open' ? 'tone-blue' : 'tone-grey'}`}>
            {t(`list.states.${run.state}`)}
          </span>
        )}
        {run.state === 'open' && run.run !== list.current && (
          <small>{formatShare(run.totals.ticks, run.durationTicks, language)}</small>
        )}
      </td>
      <td className="is-deeds">
        <RunDeeds run={run} list={list} onChanged={onChanged} onBranch={onBranch} />
      </td>
    </tr>
  );
}
