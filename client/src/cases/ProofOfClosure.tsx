// "Why is this closed?": exactly what was seen then. The check that passed with its evidence, what had been found before, who closed it, and the spot check.

import type { CaseState, CaseStep } from '@onescreen/shared/cases';
import { lastStep } from '@onescreen/shared/cases';
import type { Evidence } from '@onescreen/shared/log';
import type { JSX } from 'react';
import { useId, useState } from 'react';
import { actorWords } from '../i18n/actors.ts';
import { formatClock, formatDate } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { useRun } from '../store/index.ts';
import { Chevron } from './Chevron.tsx';
import { EvidenceLine } from './EvidenceLine.tsx';
import { EvidencePicture } from './EvidencePicture.tsx';
import './proof.css';

type Checked = Extract<CaseStep, { kind: 'case.checked' }>;

/** The check that let the case be closed: the last one that passed before the last closing. */
export function passedCheck(one: CaseState): Checked | null {
  const closed = lastStep(one, 'case.closed');
  const before = closed === undefined ? one.steps : one.steps.filter((step) => step.seq < closed.seq);
  return (before.findLast((step) => step.kind === 'case.checked' && step.pass) as Checked | undefined) ?? null;
}

/** What was known when it was found, and what the unit sent in: the side to compare with. */
export function foundBefore(one: CaseState): readonly Evidence[] {
  return one.steps.find((step) => step.kind === 'case.discovered')?.evidence ?? [];
}

export function ProofOfClosure({ one }: { one: CaseState }): JSX.Element {
  const { t } = useText();
  const section = useId();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="proof">
      <button
        type="button"
        className="button is-primary"
        aria-expanded={isOpen}
        aria-controls={section}
        onClick={() => setOpen(!isOpen)}
        data-testid="why-closed"
      >
        {t('proof.question')} <Chevron isUp={isOpen} />
      </button>
      {isOpen && <Proof one={one} id={section} />}
    </div>
  );
}

function Proof({ one, id }: { one: CaseState; id: string }): JSX.Element {
  const { t } = useText();
  const check = passedCheck(one);
  const closed = lastStep(one, 'case.closed');
  const handled = lastStep(one, 'case.handled');
  const inspected = lastStep(one, 'case.inspected');
  const after = [...(handled?.evidence ?? []), ...(check?.evidence ?? [])];
  return (
    <section className="proof-body" id={id} aria-label={t('proof.title')} data-testid="proof">
      {check === null ? (
        <p className="proof-none">{t('proof.noCheck')}</p>
      ) : (
        <Verdict word={t('proof.checkedBy')} step={check} />
      )}
      {closed !== undefined && <Verdict word={t('proof.closedBy')} step={closed} />}
      <div className="proof-pair">
        <Side title={t('proof.before')} one={one} evidence={foundBefore(one)} />
        <Side title={t('proof.after')} one={one} evidence={after} />
      </div>
      {one.confirmed.length > 0 && (
        <p>
          {t('proof.confirmedLevels')}: {one.confirmed.map((level) => t(`level.${level}`)).join(' → ')}
        </p>
      )}
      <p>
        {t('proof.spotCheck')}:{' '}
        {inspected === undefined ? (
          t('proof.spotNone')
        ) : (
          <>
            <span className={`chip tone-${inspected.pass ? 'green' : 'red'}`}>
              {t(inspected.pass ? 'course.inspectedPass' : 'course.inspectedFail')}
            </span>
            {inspected.evidence?.map((seen) => (
              <EvidenceLine key={seen.id} evidence={seen} />
            ))}
          </>
        )}
      </p>
      <p className="proof-drawn">{t('proof.drawn')}</p>
    </section>
  );
}

/** Who decided it and when, with its means and whether a person had a hand in it. */
function Verdict({
  word,
  step,
}: {
  word: string;
  step: Checked | Extract<CaseStep, { kind: 'case.closed' }>;
}): JSX.Element {
  const { t, name, language } = useText();
  const info = useRun((run) => run.info);
  const epochMs = info?.epochMs ?? 0;
  const actor = actorWords(step.by, info);
  const kind = actor.kind === 'rule' ? t('case.byRule') : actor.kind === 'unit' ? t('case.byUnit') : t('case.byUser');
  return (
    <p className="proof-verdict">
      <b>{word}</b>
      <span className={`case-actor is-${actor.kind}`}>
        <small>{kind}</small> {name(actor.name)}
      </span>
      {step.kind === 'case.checked' ? (
        <span>{t(`case.means.${step.means}`)}</span>
      ) : (
        <span className={`chip tone-${step.automatic ? 'green' : 'grey'}`}>
          {t(step.automatic ? 'proof.automatic' : 'proof.byPeople')}
        </span>
      )}
      <time>
        {formatDate(epochMs, step.tick, language)} {formatClock(epochMs, step.tick)}
      </time>
    </p>
  );
}

interface SideProps {
  title: string;
  one: CaseState;
  evidence: readonly Evidence[];
}

function Side({ title, one, evidence }: SideProps): JSX.Element {
  const { t } = useText();
  return (
    <div>
      <h4>{title}</h4>
      {evidence.length === 0 && <p className="proof-none">{t('proof.noEvidence')}</p>}
      {evidence.map((piece) => (
        <figure key={`${piece.kind}/${piece.id}`} className="proof-piece">
          <EvidencePicture one={one} evidence={piece} />
          <figcaption>
            <EvidenceLine evidence={piece} />
          </figcaption>
        </figure>
      ))}
    </div>
  );
}
