// Which case it is the same matter as: one of the same type nearby, or any by its number.

import type { CaseState } from '@onescreen/shared/cases';
import { isEnded, isFiled } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { distanceMetres } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { formatDistance } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useRun } from '../../store/index.ts';
import type { FieldProps } from './fields.tsx';
import { Hint } from './fields.tsx';

const NEARBY_METRES = 1000;
const MOST_NEARBY = 5;

export interface Nearby {
  one: CaseState;
  metres: number;
}

/** Open cases of the same type nearby, the nearest first. */
export function nearbyOf(one: CaseState, all: Iterable<CaseState>): Nearby[] {
  const found: Nearby[] = [];
  for (const other of all) {
    if (other.id === one.id || other.type !== one.type || isEnded(other)) continue;
    const metres = distanceMetres(one.at, other.at);
    if (metres <= NEARBY_METRES) found.push({ one: other, metres });
  }
  return found.sort((a, b) => a.metres - b.metres).slice(0, MOST_NEARBY);
}

export const numberOf = (one: CaseState): string => (isFiled(one) ? one.number : one.id);

/** The case that is called so, by number or id; undefined where the screen knows none. */
export function caseCalled(text: string, all: Iterable<CaseState>): CaseState | undefined {
  const wanted = text.trim().toLowerCase();
  for (const one of all) if (one.id.toLowerCase() === wanted || numberOf(one).toLowerCase() === wanted) return one;
  return undefined;
}

export function JoinField({ one, draft, change }: FieldProps & { one: CaseState }): JSX.Element {
  const { t, name, language } = useText();
  // The list stays as it was when the dialog was opened.
  const all = useMemo(() => Object.values(useRun.getState().cases.cases), []);
  const nearby = useMemo(() => nearbyOf(one, all), [one, all]);
  const [text, setText] = useState('');
  const isUnknown = text.trim() !== '' && draft.into === null;
  const type = (typed: string): void => {
    setText(typed);
    const found = caseCalled(typed, all);
    change({ into: found === undefined || found.id === one.id ? null : found.id });
  };
  return (
    <fieldset className="field">
      <legend>{t('act.into')}</legend>
      <input
        className="text-input"
        aria-label={t('act.intoFind')}
        placeholder={t('act.intoFind')}
        value={text}
        onChange={(event) => type(event.target.value)}
        aria-invalid={isUnknown}
        data-testid="join-into"
      />
      {isUnknown && <Hint>{t('act.intoUnknown')}</Hint>}
      {nearby.length === 0 && text === '' && <Hint>{t('act.intoNone')}</Hint>}
      <div className="candidates">
        {nearby.map((other) => (
          <label key={other.one.id} className="candidate" data-testid={`join-${other.one.id}`}>
            <input
              type="radio"
              name="into"
              checked={draft.into === other.one.id}
              onChange={() => {
                setText('');
                change({ into: other.one.id });
              }}
            />
            <span>
              <b>{name(caseTypeByCode(other.one.type))}</b>
              <span className="chip">{t(`status.${other.one.status}`)}</span>
            </span>
            <small>
              {numberOf(other.one)} · {t('act.metresAway', { distance: formatDistance(other.metres, language) })}
            </small>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
