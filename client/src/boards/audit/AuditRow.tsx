// One line of the audit in words: when, who with which role, what, about which case or alarm, and what came of it.
import { reasonText, shelfReasonText } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import { refusalText, roles } from '@onescreen/shared/people';
import type { JSX } from 'react';
import { actorWords } from '../../i18n/actors.ts';
import { formatClock, formatCount, formatDate, formatMinute } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useRun } from '../../store/index.ts';
import { openCase } from '../openCase.ts';
import type { AuditEntry } from './auditRows.ts';
import { alarmWords, askedOf, kindOf, nameOf, scopeOf } from './auditRows.ts';

const roleNames = new Map<string, { zh: string; en: string }>(roles.map((role) => [role.id, role]));

export function AuditRow({ entry }: { entry: AuditEntry }): JSX.Element {
  const { t, name } = useText();
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const role = roleNames.get(entry.role);
  const scope = scopeOf(entry);
  const kind = kindOf(entry);
  return (
    <tr data-testid="audit-row" data-kind={kind} data-seq={entry.seq}>
      <td className="is-time">
        <time title={t('auditBoard.at', { seq: entry.seq })}>{formatClock(epochMs, entry.tick)}</time>
      </td>
      <th scope="row">
        {nameOf(entry)}{' '}
        <small>
          {[role && name(role), scope && name(scope)].filter((part) => typeof part === 'string').join(' · ')}
        </small>
      </th>
      <td>
        <What entry={entry} />
      </td>
      <td>
        <About entry={entry} />
      </td>
      <td>
        <Result entry={entry} />
      </td>
    </tr>
  );
}

/** The deed's name, then what was said with it. */
function What({ entry }: { entry: AuditEntry }): JSX.Element {
  const { t } = useText();
  const details = useDetails(entry);
  const asked = askedOf(entry);
  const known = `act.kinds.${asked.kind}`;
  const isOfRun = ['acknowledge', 'shelve', 'unshelve', 'policy', 'inject'].includes(asked.kind);
  const word = isOfRun ? t(`auditBoard.${asked.kind as 'acknowledge'}`) : t(known as 'act.kinds.accept');
  return (
    <>
      <b>{word === known ? asked.kind : word}</b> {details !== '' && <small>{details}</small>}
    </>
  );
}

/** Unit, minutes, date, plan and reason of a command, as far as it has them. */
function useDetails(entry: AuditEntry): string {
  const { t, name, language } = useText();
  const info = useRun((run) => run.info);
  const asked = askedOf(entry);
  const { unit, into, minutes, untilTick, plan, to, means, ruling, reason } = asked;
  const until = (tick: number): string =>
    `${formatDate(info?.epochMs ?? 0, tick, language)} ${formatMinute(info?.epochMs ?? 0, tick)}`;
  const parts = [
    typeof unit === 'string' && t('auditBoard.says.unit', { name: name(actorWords(`unit:${unit}`, info).name) }),
    typeof into === 'string' && t('auditBoard.says.into', { case: into }),
    typeof minutes === 'number' && t('auditBoard.says.minutes', { n: formatCount(minutes, language) }),
    typeof untilTick === 'number' && t('auditBoard.says.until', { time: until(untilTick) }),
    typeof plan === 'string' && t('auditBoard.says.plan', { plan }),
    isLevel(to) && t('auditBoard.says.level', { level: t(`level.${to}`) }),
    isMeans(means) && t(`case.means.${means}`),
    (ruling === 'force' || ruling === 'another') && t(`act.rulings.${ruling}`),
    typeof reason === 'string' && name(asked.kind === 'shelve' ? shelfReasonText(reason) : reasonText(reason)),
  ];
  return parts.filter((part) => typeof part === 'string').join(' · ');
}

const LEVELS = ['village', 'grid', 'street', 'district', 'city'] as const;
const isLevel = (one: unknown): one is (typeof LEVELS)[number] => LEVELS.some((level) => level === one);
const MEANS = ['reshoot', 'sensor', 'callback', 'photo', 'visit', 'document'] as const;
const isMeans = (one: unknown): one is (typeof MEANS)[number] => MEANS.some((means) => means === one);

/** The case, which a press opens, or the alarm. */
function About({ entry }: { entry: AuditEntry }): JSX.Element | null {
  const { name } = useText();
  const asked = askedOf(entry);
  const id = typeof asked.case === 'string' ? asked.case : null;
  const one = useRun((run) => (id === null ? undefined : run.cases.cases[id]));
  if (id !== null) {
    return (
      <button type="button" className="board-link" onClick={() => openCase(id)}>
        {one === undefined ? id : `${name(caseTypeByCode(one.type))} · ${name(areas[one.area]!)}`}
      </button>
    );
  }
  if (typeof asked.alarm !== 'string') return null;
  return <>{alarmWords(asked.alarm, name)}</>;
}

function Result({ entry }: { entry: AuditEntry }): JSX.Element {
  const { t, name } = useText();
  if (entry.kind === 'record.looked') return <span className="chip tone-blue">{t('auditBoard.looked')}</span>;
  if (entry.kind === 'command.received') return <span className="chip tone-green">✓ {t('auditBoard.done')}</span>;
  return (
    <>
      <span className="chip tone-orange">✕ {t('auditBoard.refused')}</span>{' '}
      <small>{name(refusalText(entry.reason))}</small>
    </>
  );
}
