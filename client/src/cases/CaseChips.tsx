// How a case stands, in chips under its head: level, who has it in hand, what it waits for, and what it belongs to.

import type { CaseState, IncidentState } from '@onescreen/shared/cases';
import { confirmationsMissing, isEnded, remaining } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { JSX } from 'react';
import { actorWords } from '../i18n/actors.ts';
import { formatDuration, formatMoment } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import type { Tone } from '../marks/grades.ts';
import { usePerson } from '../people/permission.ts';
import { useRun } from '../store/index.ts';
import { contactDueTick } from './caseFacts.ts';

/** Looked at anew this often, simulated seconds. */
const RENEW_TICKS = 30;

function Chip({
  tone,
  testId,
  title,
  children,
}: {
  tone: Tone;
  testId?: string;
  title?: string;
  children: string;
}): JSX.Element {
  return (
    <span className={`chip tone-${tone}`} data-testid={testId} title={title}>
      {children}
    </span>
  );
}

export function CaseChips({ one }: { one: CaseState }): JSX.Element {
  const { t } = useText();
  const missing = isEnded(one) ? [] : confirmationsMissing(one);
  return (
    <p className="case-chips">
      <span className="chip tone-blue" title={t('level.title')} data-testid="case-level" data-level={one.level}>
        {t(`level.${one.level}`)}
      </span>
      <Chip tone={one.automatic ? 'green' : 'grey'}>{t(one.automatic ? 'cases.machine' : 'cases.person')}</Chip>
      {one.confirmed.map((level) => (
        <Chip key={level} tone="green">
          {t('level.confirmed', { level: t(`level.${level}`) })}
        </Chip>
      ))}
      {missing.length > 0 && one.status === 'checking' && (
        <Chip tone="yellow">
          {t('level.toConfirm', { levels: missing.map((level) => t(`level.${level}`)).join(' → ') })}
        </Chip>
      )}
      <HeldBy one={one} />
      {one.ruling !== null && (
        <Chip tone="orange" testId="awaits-ruling">
          {t('course.awaitsRuling', { level: t(`level.${one.ruling}`) })}
        </Chip>
      )}
      {one.forced && <Chip tone="grey">{t('course.forced')}</Chip>}
      <ContactClock one={one} />
      {one.incident !== null && <Incident id={one.incident} />}
    </p>
  );
}

function HeldBy({ one }: { one: CaseState }): JSX.Element | null {
  const { t, name } = useText();
  const person = usePerson();
  const info = useRun((run) => run.info);
  if (one.held === null) return null;
  const isMine = person !== null && one.held === `user:${person.name}`;
  return (
    <Chip tone={isMine ? 'blue' : 'yellow'} testId="held-by" title={t('act.heldHint')}>
      {isMine ? t('act.heldByYou') : t('act.held', { who: name(actorWords(one.held, info).name) })}
    </Chip>
  );
}

/** 先行联系: until when the citizen has to be called, on the working clock. */
function ContactClock({ one }: { one: CaseState }): JSX.Element | null {
  const { t, language } = useText();
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const tick = useRun((run) => Math.floor(run.tick / RENEW_TICKS) * RENEW_TICKS);
  if (one.contactedTick !== null)
    return (
      <Chip tone="green">
        {t('course.contacted', { time: formatMoment(epochMs, one.contactedTick, tick, language) })}
      </Chip>
    );
  const due = contactDueTick(one, epochMs);
  if (due === null) return null;
  const late = -remaining('workingDays', tick, due, epochMs);
  return (
    <Chip tone={late > 0 ? 'red' : 'yellow'} testId="contact-due">
      {late > 0
        ? t('course.contactLate', { time: formatDuration(late, language) })
        : t('course.contactDue', { time: formatMoment(epochMs, due, tick, language) })}
    </Chip>
  );
}

function Incident({ id }: { id: string }): JSX.Element | null {
  const { t, name } = useText();
  const incident: IncidentState | undefined = useRun((run) => run.cases.incidents[id]);
  const info = useRun((run) => run.info);
  if (incident === undefined) return <Chip tone="grey">{`${t('course.incident')} ${id}`}</Chip>;
  const what = t('course.incidentOf', { type: name(caseTypeByCode(incident.type)), n: incident.cases.length });
  const commander = t('course.commander', { who: name(actorWords(incident.commander, info).name) });
  return (
    <Chip tone="orange" testId="incident" title={commander}>
      {`${t('course.incident')} · ${what} · ${commander}`}
    </Chip>
  );
}
