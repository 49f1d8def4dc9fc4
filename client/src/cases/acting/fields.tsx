// The small fields of an action: why, how long, until when, to whom, by which means, which ruling.

import type { CaseState, ReasonCode } from '@onescreen/shared/cases';
import { isAbove, levels, limitOfType, reasonsFor, reasonText } from '@onescreen/shared/cases';
import type { CheckMeans, ClockKind } from '@onescreen/shared/catalogue';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import { DAY, HOUR, isoShanghai, MINUTE, parseInstant, secondOfDay } from '@onescreen/shared/time';
import type { JSX, ReactNode } from 'react';
import { useId, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useRun } from '../../store/index.ts';
import type { ActionKind, Draft } from './draft.ts';

export interface FieldProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
}

export const Hint = ({ children }: { children: ReactNode }): JSX.Element => <p className="field-hint">{children}</p>;

/** Reasons that only the platform gives when it sends a unit by itself. */
const OF_RULES: ReadonlySet<ReasonCode> = new Set([
  'nearest-unit',
  'least-total-distance',
  'balanced-load',
  'same-unit',
]);

/** Reasons of the rule book for an action, as a person may give them. */
export function reasonsOf(kind: ActionKind): readonly ReasonCode[] {
  if (kind === 'verify' || kind === 'look') return [];
  return reasonsFor(kind === 'assign' ? 'dispatch' : kind).filter((code) => !OF_RULES.has(code));
}

export function ReasonField({ kind, draft, change }: FieldProps & { kind: ActionKind }): JSX.Element {
  const { t, name } = useText();
  return (
    <label className="field">
      <span>{t('act.reason')}</span>
      <select
        value={draft.reason}
        onChange={(event) => change({ reason: event.target.value })}
        data-testid="reason-select"
      >
        <option value="">{t('act.reasonPick')}</option>
        {reasonsOf(kind).map((code) => (
          <option key={code} value={code}>
            {name(reasonText(code))}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What an extension is counted in: working days for long limits, else hours or minutes. */
export function lengthUnit(
  limitMinutes: number,
  clock: ClockKind,
): { word: 'Days' | 'Hours' | 'Minutes'; minutes: number } {
  if (clock === 'workingDays' && limitMinutes >= DAY / MINUTE) return { word: 'Days', minutes: DAY / MINUTE };
  if (limitMinutes >= 3 * (HOUR / MINUTE)) return { word: 'Hours', minutes: HOUR / MINUTE };
  return { word: 'Minutes', minutes: 1 };
}

export function LengthField({ one, draft, change }: FieldProps & { one: CaseState }): JSX.Element {
  const { t } = useText();
  const hint = useId();
  const limit = limitOfType(caseTypeByCode(one.type));
  const unit = lengthUnit(limit.minutes, limit.clock);
  const most = Math.floor((limit.minutes / unit.minutes) * 10) / 10;
  const word = t(`act.length${unit.word}`);
  return (
    <label className="field">
      <span>
        {t('act.length')} ({word})
      </span>
      <input
        className="text-input"
        type="number"
        min={unit.minutes === 1 ? 1 : 0.5}
        max={most}
        step={unit.minutes === 1 ? 1 : 0.5}
        value={draft.minutes === null ? '' : draft.minutes / unit.minutes}
        onChange={(event) => {
          const typed = event.target.valueAsNumber;
          change({ minutes: typed > 0 ? typed * unit.minutes : null });
        }}
        aria-describedby={hint}
        data-testid="extend-length"
      />
      <span id={hint} className="field-hint">
        {t('act.lengthMost', { most: `${most} ${word}` })}
      </span>
    </label>
  );
}

/** `2024-05-14T08:30` of Shanghai, as a field for date and time holds it. */
export const localInput = (epochMs: number, tick: number): string => isoShanghai(epochMs, tick).slice(0, 16);
/** The tick of what such a field holds; null while it is incomplete. */
export const tickOfInput = (epochMs: number, text: string): number | null =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? Math.round((parseInstant(`${text}+08:00`) - epochMs) / 1000) : null;

/** A whole hour about a day from now: where a date usually starts from. */
export const tomorrow = (tick: number, epochMs: number): number => tick + DAY - (secondOfDay(epochMs, tick) % HOUR);

export function UntilField({ draft, change }: FieldProps): JSX.Element {
  const { t } = useText();
  const hint = useId();
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const now = useRun((run) => run.tick);
  const [text, setText] = useState(() => (draft.untilTick === null ? '' : localInput(epochMs, draft.untilTick)));
  return (
    <label className="field">
      <span>{t('act.until')}</span>
      <input
        className="text-input"
        type="datetime-local"
        min={localInput(epochMs, now)}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          change({ untilTick: tickOfInput(epochMs, event.target.value) });
        }}
        aria-describedby={hint}
        data-testid="suspend-until"
      />
      <span id={hint} className="field-hint">
        {t('act.untilHint')}
      </span>
    </label>
  );
}

export function PlanField({ draft, change }: FieldProps): JSX.Element {
  const { t } = useText();
  return (
    <label className="field">
      <span>{t('act.plan')}</span>
      <textarea
        rows={3}
        maxLength={400}
        placeholder={t('act.planHint')}
        value={draft.plan}
        onChange={(event) => change({ plan: event.target.value })}
        data-testid="suspend-plan"
      />
    </label>
  );
}

export function LevelField({ one, draft, change }: FieldProps & { one: CaseState }): JSX.Element {
  const { t } = useText();
  const above = levels.filter((level) => level !== 'village' && isAbove(level, one.level));
  return (
    <Choice
      legend={t('act.toLevel')}
      name="escalate"
      options={above.map((level) => ({ value: level, word: t(`level.${level}`) }))}
      chosen={draft.to}
      onChoose={(to) => change({ to: to as Draft['to'] })}
    />
  );
}

/** The means of the type first; a re-shot needs the camera that found it, a reading its sensor. */
export function meansFor(one: CaseState): readonly CheckMeans[] {
  const type = caseTypeByCode(one.type);
  const means: CheckMeans[] = [type.check, 'visit', 'photo'];
  if (one.camera !== null) means.push('reshoot');
  if (type.source === 'iot_sensor') means.push('sensor');
  if (one.source === 'hotline') means.push('callback');
  return [...new Set(means)];
}

export function MeansField({ one, draft, change }: FieldProps & { one: CaseState }): JSX.Element {
  const { t } = useText();
  return (
    <Choice
      legend={t('act.means')}
      name="verify"
      options={meansFor(one).map((means) => ({ value: means, word: t(`case.means.${means}`) }))}
      chosen={draft.means}
      onChoose={(means) => change({ means: means as CheckMeans })}
    />
  );
}

export function RulingField({ draft, change }: FieldProps): JSX.Element {
  const { t } = useText();
  return (
    <Choice
      legend={t('act.ruling')}
      name="ruling"
      options={(['force', 'another'] as const).map((ruling) => ({ value: ruling, word: t(`act.rulings.${ruling}`) }))}
      chosen={draft.ruling}
      onChoose={(value) => {
        const ruling = value === 'force' ? 'force' : 'another';
        change({ ruling, reason: `ruled-${ruling}` });
      }}
    />
  );
}

interface ChoiceProps {
  legend: string;
  name: string;
  options: readonly { value: string; word: string }[];
  chosen: string | null;
  onChoose: (value: string) => void;
}

function Choice({ legend, name, options, chosen, onChoose }: ChoiceProps): JSX.Element {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="choices">
        {options.map(({ value, word }) => (
          <label key={value} className="choice" data-testid={`${name}-${value}`}>
            <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
