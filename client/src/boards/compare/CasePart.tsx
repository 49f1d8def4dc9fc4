// Cases that exist in both runs, side by side, the first difference marked.
import { caseTypeByCode, hasCaseType } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import type { Mark } from '@onescreen/shared/kpis';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { JSX } from 'react';
import { useMemo, useRef, useState } from 'react';
import { formatClock, formatCount, formatDuration } from '../../i18n/format.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useText } from '../../i18n/text.ts';
import { Choice } from '../Choice.tsx';
import { openCase } from '../openCase.ts';
import { Scrolled } from '../Scrolled.tsx';
import type { CasePair, SideOfPair } from './casePairs.ts';
import { pairCases, soonerBy } from './casePairs.ts';
import type { Sides } from './sides.ts';

const SHOWN = ['differing', 'all'] as const;
const ROW_PIXELS = 74;

/** The step of a case that a mark stands for. */
const STEP_OF: Readonly<Record<Mark['kind'], string>> = {
  filed: 'filed',
  'not-corrected': 'checked',
  dispatched: 'dispatched',
  returned: 'returned',
  handled: 'handled',
  failed: 'checked',
  extended: 'extended',
  suspended: 'suspended',
  resumed: 'resumed',
  reworked: 'reworked',
  reopened: 'reopened',
  closed: 'closed',
  answered: 'evaluated',
  dropped: 'voided',
};

export function CasePart({ sides }: { sides: Sides }): JSX.Element {
  const { t, language } = useLateText('runs');
  const { ledgerA, ledgerB, tick, area } = sides;
  const [shown, setShown] = useState<(typeof SHOWN)[number]>('differing');
  const pairing = useMemo(() => pairCases(ledgerA, ledgerB, tick), [ledgerA, ledgerB, tick]);
  const here = pairing.pairs.filter(({ a }) => isInside(a.line.area, area));
  const differing = here.filter(({ differsAt }) => differsAt !== null);
  const listed = shown === 'all' ? here : differing;
  return (
    <div className="compare-cases">
      <div className="board-controls">
        <span>{t('compare.cases.hint')}</span>
        <Choice
          label={t('compare.cases.title')}
          options={SHOWN}
          chosen={shown}
          word={(one) =>
            t(`compare.cases.${one}`, { n: formatCount((one === 'all' ? here : differing).length, language) })
          }
          onChoose={setShown}
          testId={(one) => `pairs-${one}`}
        />
        <span>
          {t('compare.cases.onlyA', { n: formatCount(pairing.onlyA, language) })} ·{' '}
          {t('compare.cases.onlyB', { n: formatCount(pairing.onlyB, language) })}
        </span>
      </div>
      {listed.length === 0 ? (
        <p className="board-note">{t(here.length === 0 ? 'compare.cases.none' : 'compare.cases.noneDiffering')}</p>
      ) : (
        <Pairs pairs={listed} epochMs={sides.a.epochMs} />
      )}
    </div>
  );
}

/** An area, and what lies in it. */
function isInside(area: number, outer: number): boolean {
  for (let at = area; ; at = areas[at]!.parent) {
    if (at === outer) return true;
    if (at === areas[at]!.parent) return false;
  }
}

function Pairs({ pairs, epochMs }: { pairs: readonly CasePair[]; epochMs: number }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: pairs.length,
    getScrollElement: () => place.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 6,
  });
  return (
    <Scrolled place={place}>
      <ul className="compare-pairs" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <li key={pairs[index]!.a.id} style={{ transform: `translateY(${start}px)`, height: ROW_PIXELS }}>
            <Pair pair={pairs[index]!} epochMs={epochMs} />
          </li>
        ))}
      </ul>
    </Scrolled>
  );
}

function Pair({ pair, epochMs }: { pair: CasePair; epochMs: number }): JSX.Element {
  const { t, name, language } = useLateText('runs');
  const { a, b, differsAt } = pair;
  const sooner = soonerBy(pair);
  return (
    <article className="compare-pair" data-testid="case-pair" data-differs={differsAt ?? 'no'}>
      <button type="button" className="board-link" title={t('compare.cases.open')} onClick={() => openCase(a.id)}>
        <span>{hasCaseType(a.line.type) ? name(caseTypeByCode(a.line.type)) : a.line.type}</span>
        <small>
          {name(areas[a.line.area]!)} · {a.id}
        </small>
        {sooner !== null && sooner !== 0 && (
          <small className={`chip ${sooner > 0 ? 'tone-green' : 'tone-orange'}`}>
            {t(sooner > 0 ? 'compare.cases.sooner' : 'compare.cases.later', {
              time: formatDuration(Math.abs(sooner), language),
            })}
          </small>
        )}
      </button>
      <Steps side={a} which="a" differsAt={differsAt} epochMs={epochMs} />
      <Steps side={b} which="b" differsAt={differsAt} epochMs={epochMs} />
    </article>
  );
}

interface StepsProps {
  side: SideOfPair;
  which: 'a' | 'b';
  differsAt: number | null;
  epochMs: number;
}

function Steps({ side, which, differsAt, epochMs }: StepsProps): JSX.Element {
  const { t } = useLateText('runs');
  const { t: words } = useText();
  const steps = [
    { tick: side.line.foundTick, step: 'discovered', id: 'discovered' },
    ...side.marks.map(({ tick, kind }, at) => ({ tick, step: STEP_OF[kind], id: `${kind}/${at}` })),
  ];
  const first = differsAt === null ? null : differsAt + 1;
  return (
    <ol className="compare-steps" aria-label={t(`compare.${which}`)} tabIndex={0}>
      <li className={`compare-${which}`} aria-hidden="true">
        {t(`compare.${which}`)}
      </li>
      {steps.map(({ tick, step, id }, at) => (
        <li
          key={id}
          className={at === first ? 'is-first' : first !== null && at > first ? 'is-after' : ''}
          data-testid={at === first ? 'first-difference' : undefined}
        >
          {t('compare.cases.step', { time: formatClock(epochMs, tick), step: words(`step.${step}` as 'step.filed') })}
        </li>
      ))}
      {first !== null && first >= steps.length && (
        <li className="is-first" data-testid="first-difference">
          {t('compare.cases.nothing')}
        </li>
      )}
    </ol>
  );
}
