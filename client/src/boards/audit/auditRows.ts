// Lines of the audit: who asked for what, about what, and what came of it, out of command and look entries.
import { hasIndicator, indicatorById } from '@onescreen/shared/catalogue';
import { areaByCode, hasArea } from '@onescreen/shared/geography';
import type { CommandEntry, Entry, LookEntry } from '@onescreen/shared/log';
import type { Language, Named } from '../../i18n/language.ts';

export type AuditEntry = Entry & (CommandEntry | LookEntry);

export const AUDIT_KINDS = ['all', 'done', 'refused', 'look'] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

export interface AuditPage {
  entries: readonly AuditEntry[];
  /** The `before` of the next page; null at the end. */
  next: number | null;
}

const isOfAudit = (entry: Entry): entry is AuditEntry =>
  entry.kind === 'command.received' || entry.kind === 'command.refused' || entry.kind === 'record.looked';

/** Reads an answer. Throws TypeError when it is no page of the audit. */
export function readAudit(body: unknown): AuditPage {
  const { entries, next } = (body ?? {}) as { entries?: Entry[]; next?: number | null };
  if (!Array.isArray(entries)) throw new TypeError('the answer is no page of the audit');
  return { entries: entries.filter(isOfAudit), next: next ?? null };
}

/** Address of a page, relative to the screen's. `before`: null for the newest. `person`: a bare name, empty for everybody. */
export function auditPath(run: string, before: number | null, person: string, limit: number): string {
  const query = new URLSearchParams({ limit: String(limit) });
  if (before !== null) query.set('before', String(before));
  if (person !== '') query.set('by', `user:${person}`);
  return `api/runs/${encodeURIComponent(run)}/audit?${query}`;
}

export const kindOf = (entry: AuditEntry): Exclude<AuditKind, 'all'> =>
  entry.kind === 'record.looked' ? 'look' : entry.kind === 'command.refused' ? 'refused' : 'done';

/** The name that a person signed in with. */
export const nameOf = ({ by }: AuditEntry): string => by.replace(/^user:/, '');

/** The area of duty at that time; null for a look, which says none. */
export function scopeOf(entry: AuditEntry): Named | null {
  if (entry.kind === 'record.looked' || !hasArea(entry.scope)) return null;
  return areaByCode(entry.scope);
}

/** Which vital sign an alarm is of, and where; its id where it is of none that is known here. */
export function alarmWords(alarm: string, name: Language['name']): string {
  const [indicator = '', area = ''] = alarm.split('@');
  if (!hasIndicator(indicator) || !hasArea(area)) return alarm;
  return `${name(indicatorById(indicator))} · ${name(areaByCode(area))}`;
}

/** What the person asked for, as they asked it: its kind and whatever was said with it. A look is one too. */
export function askedOf(entry: AuditEntry): { kind: string } & Readonly<Record<string, unknown>> {
  if (entry.kind === 'record.looked') return { kind: 'look', case: entry.case };
  const body = typeof entry.body === 'object' && entry.body !== null ? entry.body : {};
  return { ...body, kind: entry.command };
}
