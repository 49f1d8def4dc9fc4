// What the chapters of the rule book share: how a step carries who and why, and how a command is refused.
import type { CaseEntry } from '../../log/entries.ts';
import type { CaseCommand, Decision, Moment } from '../commands.ts';
import type { CaseRefusalCode } from '../reasons.ts';
import { caseRefusal } from '../reasons.ts';

export type Command<K extends CaseCommand['kind']> = Extract<CaseCommand, { kind: K }>;

export const refuse = (code: CaseRefusalCode): Decision => ({ refusal: caseRefusal(code) });
export const allow = (...events: readonly CaseEntry[]): Decision => ({ events });

/** Who, why and what was seen, as every entry of the case carries it. */
export function carried(command: CaseCommand, now: Moment) {
  return {
    case: now.case,
    by: command.by,
    ...(command.reason === undefined ? {} : { reason: command.reason }),
    ...(command.evidence === undefined ? {} : { evidence: command.evidence }),
  };
}

/** Rules go by the letter of a limit or a check; a person may judge. */
export const isRule = (command: CaseCommand): boolean => command.by.startsWith('rule:');
