// 对比: the run on the screen (A) and another (B) on one time axis: what changed and by how much, lines, cases, and the map. All of it at the
// playhead's tick.
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { formatClock } from '../../i18n/format.ts';
import { addText, useLateText } from '../../i18n/lateText.ts';
import { en } from '../../i18n/words/runsEn.ts';
import { zh } from '../../i18n/words/runsZh.ts';
import { followSecond } from '../../replay/followSecond.ts';
import { setUi, useRun, useSelection, useUi } from '../../store/index.ts';
import { moveTime } from '../../store/time.ts';
import type { Beat } from '../beat.ts';
import { useBeat } from '../beat.ts';
import { Choice } from '../Choice.tsx';
import { AskState } from '../Problem.tsx';
import type { RunList, RunRow } from '../runs/runRows.ts';
import { readRuns } from '../runs/runRows.ts';
import { useRunTitle } from '../runs/useRunTitle.ts';
import { useAsked } from '../useAsked.ts';
import { CasePart } from './CasePart.tsx';
import { ChangeTable } from './ChangeTable.tsx';
import { LinePart } from './LinePart.tsx';
import { forkOf } from './related.ts';
import type { Sides } from './sides.ts';
import { useLedger } from './sides.ts';
import './compare.css';

addText('runs', { zh, en });

const VIEWS = ['table', 'lines', 'cases', 'map'] as const;
type View = (typeof VIEWS)[number];

export default function CompareBoard({ run }: { run: string }): JSX.Element {
  const beat = useBeat();
  const compare = useUi((ui) => ui.compare);
  const asked = useAsked('api/runs', 'runs', readRuns, beat);
  // A branch that still runs has come farther with every beat.
  const { count } = beat;
  useEffect(() => {
    if (count > 0) followSecond();
  }, [count]);
  const list = asked.answer;
  if (list === null) return <AskState asked={asked} />;
  const a = list.runs.find((one) => one.run === run) ?? null;
  const b = list.runs.find((one) => one.run === compare) ?? null;
  if (a === null || b === null || a === b) return <ChooseOther list={list} run={run} />;
  return <Compared key={`${a.run}/${b.run}`} a={a} b={b} list={list} beat={beat} />;
}

/** Nothing is compared yet: the runs that could be, those of the same family first. */
function ChooseOther({ list, run }: { list: RunList; run: string }): JSX.Element {
  const { t } = useLateText('runs');
  const others = list.runs.filter((one) => one.run !== run);
  if (others.length === 0) return <p className="board-note">{t('compare.none')}</p>;
  return (
    <section className="compare-choosing" aria-label={t('compare.choose')}>
      <h3>{t('compare.choose')}</h3>
      <p>{t('compare.chooseHint')}</p>
      <OtherRun list={list} run={run} chosen={null} />
    </section>
  );
}

function OtherRun({ list, run, chosen }: { list: RunList; run: string; chosen: string | null }): JSX.Element {
  const { t } = useLateText('runs');
  const title = useRunTitle();
  return (
    <select
      value={chosen ?? ''}
      aria-label={t('compare.choose')}
      onChange={({ target }) => setUi({ compare: target.value === '' ? null : target.value })}
      data-testid="compare-other"
    >
      <option value="">{t('compare.choose')}</option>
      {list.runs
        .filter((one) => one.run !== run)
        .map((one) => (
          <option key={one.run} value={one.run}>
            {title(one)} · #{one.seed} · {one.run}
          </option>
        ))}
    </select>
  );
}

interface ComparedProps {
  a: RunRow;
  b: RunRow;
  list: RunList;
  beat: Beat;
}

function Compared({ a, b, list, beat }: ComparedProps): JSX.Element {
  const { t } = useLateText('runs');
  const title = useRunTitle();
  const [view, setView] = useState<View>('table');
  const ledgerA = useLedger(a.run, a.state !== 'open', beat);
  const ledgerB = useLedger(b.run, b.state !== 'open', beat);
  const area = useSelection((selection) => selection.area);
  // What is shown of time moves with the beat: to count a ledger up with every frame would only cost.
  const tick = beat.tick;
  const fork = forkOf(a, b);
  const show = (next: View): void => (next === 'map' ? setUi({ board: null }) : setView(next));
  return (
    <div className="compare-board" data-testid="compare">
      <div className="board-controls">
        <span className="compare-sides">
          <b className="compare-a">{t('compare.a')}</b> {title(a)}{' '}
          <button
            type="button"
            className="button"
            title={t('compare.swapHint')}
            onClick={() => {
              setUi({ compare: a.run });
              moveTime({ kind: 'open', run: b.run, tick: useRun.getState().tick });
            }}
            data-testid="compare-swap"
          >
            ⇄ {t('compare.swap')}
          </button>{' '}
          <b className="compare-b">{t('compare.b')}</b> <OtherRun list={list} run={a.run} chosen={b.run} />
        </span>
        <Choice
          label={t('compare.with')}
          options={VIEWS}
          chosen={view}
          word={(one) => t(`compare.views.${one}`)}
          onChoose={show}
          testId={(one) => `compare-${one}`}
        />
        <button
          type="button"
          className="button board-end"
          onClick={() => setUi({ compare: null })}
          data-testid="compare-stop"
        >
          {t('compare.stop')}
        </button>
      </div>
      <p className="compare-said">
        {t('compare.until', { time: formatClock(a.epochMs, tick) })}
        {fork !== null && ` · ${t('compare.fork', { time: formatClock(a.epochMs, fork) })}`}
        {a.digest === b.digest && a.state !== 'open' && b.state !== 'open' && ` · ${t('compare.same')}`}
        {(a.scenario !== b.scenario || a.seed !== b.seed) && ` · ${t('compare.unlike')}`}
        {b.lastTick < tick &&
          ` · ${t(b.state === 'open' ? 'compare.behind' : 'compare.past', { time: formatClock(b.epochMs, b.lastTick) })}`}
      </p>
      <AskState asked={ledgerA.answer === null ? ledgerA : ledgerB} />
      {ledgerA.answer !== null && ledgerB.answer !== null && (
        <Shown
          view={view}
          sides={{ a, b, ledgerA: ledgerA.answer, ledgerB: ledgerB.answer, tick, area, forkTick: fork }}
          beat={beat}
        />
      )}
    </div>
  );
}

interface ShownProps {
  view: View;
  sides: Sides;
  beat: Beat;
}

function Shown({ view, sides, beat }: ShownProps): JSX.Element | null {
  switch (view) {
    case 'table':
      return <ChangeTable sides={sides} />;
    case 'lines':
      return <LinePart sides={sides} beat={beat} />;
    case 'cases':
      return <CasePart sides={sides} />;
    case 'map':
      return null;
  }
}
