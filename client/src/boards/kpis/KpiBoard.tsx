// 绩效: the 13 figures of case handling for a span, then the ladder of areas, agencies or types; or the 1.0 view of 86.
import type { KpiGrouping, KpiReport, KpiRow } from '@onescreen/shared/kpis';
import type { JSX } from 'react';
import { useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useSelection } from '../../store/index.ts';
import type { Beat } from '../beat.ts';
import { useBeat } from '../beat.ts';
import { Choice } from '../Choice.tsx';
import { AskState } from '../Problem.tsx';
import { SpanPicker } from '../SpanPicker.tsx';
import type { Span } from '../span.ts';
import type { Asked } from '../useAsked.ts';
import { useAsked } from '../useAsked.ts';
import { useSpan } from '../useSpan.ts';
import { KpiTiles } from './KpiTiles.tsx';
import { kpiPath, ladderArea, readReport } from './kpiPaths.ts';
import { LadderPart } from './LadderPart.tsx';
import { View86 } from './View86.tsx';
import './kpis.css';

const VIEWS = ['view13', 'view86'] as const;

export function KpiBoard({ run }: { run: string }): JSX.Element {
  const { t } = useText();
  const beat = useBeat();
  const chosen = useSpan(beat.tick);
  const [view, setView] = useState<(typeof VIEWS)[number]>('view13');
  return (
    <>
      <div className="board-controls">
        <SpanPicker chosen={chosen} />
        <Choice
          label={t('kpi.view')}
          options={VIEWS}
          chosen={view}
          word={(one) => t(`kpi.${one}`)}
          onChoose={setView}
          testId={(one) => (one === 'view86' ? 'view-86' : 'view-13')}
        />
      </div>
      <Figures run={run} span={chosen.span} question={`${run}/${chosen.question}`} view={view} beat={beat} />
    </>
  );
}

interface FiguresProps {
  run: string;
  span: Span | null;
  /** What is asked about, without the moment. */
  question: string;
  view: (typeof VIEWS)[number];
  beat: Beat;
}

/** A report of an area, or of everything, for the span; nothing is asked without a span. */
function useReport(
  { run, span, question, beat }: FiguresProps,
  by: KpiGrouping,
  area: number,
  isWanted = true,
): Asked<KpiReport> {
  const path = span !== null && isWanted ? kpiPath(run, span, { by, area }) : null;
  return useAsked(path, `${question}/${by}/${area}`, readReport, beat);
}

function Figures(props: FiguresProps): JSX.Element {
  const { run, span, view } = props;
  const { t } = useText();
  const area = useSelection((selection) => selection.area);
  const [by, setBy] = useState<KpiGrouping>('district');
  const [isNarrowed, setNarrowed] = useState(false);
  const within = isNarrowed ? ladderArea(by, area) : ladderArea(by, 0);
  const ladder = useReport(props, by, within, view === 'view13');
  const isSame = view === 'view13' && within === area;
  const own = useReport(props, 'city', area, !isSame);
  const figures = isSame ? ladder : own;
  if (span === null) return <p className="board-note">{t('kpi.badSpan')}</p>;
  if (view === 'view86') return <View86 area={area} figures={figures} />;
  return (
    <div className="kpi-board" aria-busy={figures.answer === null}>
      <AskState asked={figures} />
      {figures.answer !== null && <KpiTiles row={figures.answer.total} />}
      {figures.answer !== null && isQuiet(figures.answer.total) && <p className="board-note">{t('kpi.noCases')}</p>}
      <LadderPart
        by={by}
        onBy={setBy}
        area={area}
        isNarrowed={isNarrowed}
        onNarrowed={setNarrowed}
        ladder={ladder}
        run={run}
        csvPath={kpiPath(run, span, { by, area: within }, 'csv')}
      />
    </div>
  );
}

/** Nothing happened in the span. */
const isQuiet = ({ counts }: KpiRow): boolean => Object.values(counts).every((count) => count === 0);
