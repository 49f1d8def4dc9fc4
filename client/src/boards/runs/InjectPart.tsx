// What is brought in at the fork that the parent did not have: a burst of cases, a vital sign that changes, a unit that is lost.
import { caseTypeByCode, caseTypes, hasCaseType, indicatorById, indicators } from '@onescreen/shared/catalogue';
import { areaByCode, areas, CITY_CODE, FIRST_STREET } from '@onescreen/shared/geography';
import type { RosterUnit } from '@onescreen/shared/log';
import type { Inject } from '@onescreen/shared/protocol';
import type { JSX } from 'react';
import { useState } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import type { InjectFields } from './branchDraft.ts';
import { injectOf } from './branchDraft.ts';

const KINDS = ['burst', 'effect', 'unit-lost'] as const satisfies readonly Inject['kind'][];
const FIRST: InjectFields = {
  kind: 'burst',
  type: caseTypes[0]!.code,
  count: 20,
  area: CITY_CODE,
  minutes: 30,
  indicator: indicators[0]!.id,
  factor: 1.5,
  unit: '',
};

interface InjectPartProps {
  injects: readonly Inject[];
  units: readonly RosterUnit[];
  onInjects: (injects: readonly Inject[]) => void;
}

export function InjectPart({ injects, units, onInjects }: InjectPartProps): JSX.Element {
  const { t, name } = useLateText('runs');
  const [fields, setFields] = useState(FIRST);
  const change = (part: Partial<InjectFields>): void => setFields((before) => ({ ...before, ...part }));
  const made = injectOf(fields);
  const words = useInjectWords(units);
  const isNew = made !== null && injects.every((one) => words(one) !== words(made));
  const numberField = (id: 'count' | 'minutes' | 'factor', step: number, label: string): JSX.Element => (
    <label>
      {label}
      <input
        type="number"
        min={0}
        step={step}
        value={fields[id]}
        onChange={({ target }) => change({ [id]: Number(target.value) })}
        data-testid={`inject-${id}`}
      />
    </label>
  );
  return (
    <fieldset className="branch-part">
      <legend>{t('branch.inject')}</legend>
      {injects.length > 0 && (
        <ul className="branch-injects">
          {injects.map((inject) => (
            <li key={words(inject)}>
              <span>{words(inject)}</span>
              <button
                type="button"
                className="button"
                onClick={() => onInjects(injects.filter((other) => other !== inject))}
              >
                {t('branch.injectRemove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="branch-fields">
        <select
          value={fields.kind}
          aria-label={t('branch.inject')}
          onChange={({ target }) => change({ kind: KINDS.find((one) => one === target.value) ?? 'burst' })}
          data-testid="inject-kind"
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {t(`branch.injects.${one}`)}
            </option>
          ))}
        </select>
        {fields.kind === 'burst' && (
          <>
            <label>
              {t('branch.burstType')}
              <select value={fields.type} onChange={({ target }) => change({ type: target.value })}>
                {caseTypes.map((one) => (
                  <option key={one.code} value={one.code}>
                    {name(one)}
                  </option>
                ))}
              </select>
            </label>
            {numberField('count', 1, t('branch.burstCount'))}
          </>
        )}
        {fields.kind === 'effect' && (
          <>
            <label>
              {t('branch.indicator')}
              <select value={fields.indicator} onChange={({ target }) => change({ indicator: target.value })}>
                {indicators.map((one) => (
                  <option key={one.id} value={one.id}>
                    {name(one)}
                  </option>
                ))}
              </select>
            </label>
            {numberField('factor', 0.1, t('branch.factor'))}
          </>
        )}
        {fields.kind === 'unit-lost' ? (
          <label>
            {t('branch.unit')}
            <select value={fields.unit} onChange={({ target }) => change({ unit: target.value })}>
              <option value="" />
              {units.map((one) => (
                <option key={one.id} value={one.id}>
                  {name(one)}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <label>
            {t('branch.area')}
            <select value={fields.area} onChange={({ target }) => change({ area: target.value })}>
              {areas.slice(0, FIRST_STREET).map((one) => (
                <option key={one.code} value={one.code}>
                  {name(one)}
                </option>
              ))}
            </select>
          </label>
        )}
        {numberField('minutes', 1, t('branch.lasts'))}
        <button
          type="button"
          className="button"
          disabled={!isNew}
          onClick={() => made !== null && onInjects([...injects, made])}
          data-testid="inject-add"
        >
          {t('branch.injectAdd')}
        </button>
      </div>
    </fieldset>
  );
}

/** What is brought in, as a sentence. */
function useInjectWords(units: readonly RosterUnit[]): (inject: Inject) => string {
  const { t, name } = useLateText('runs');
  return (inject) => {
    const { minutes } = inject;
    switch (inject.kind) {
      case 'burst': {
        const type = hasCaseType(inject.type) ? name(caseTypeByCode(inject.type)) : inject.type;
        return t('branch.burstWords', { area: name(areaByCode(inject.area)), minutes, count: inject.count, type });
      }
      case 'effect':
        return t('branch.effectWords', {
          area: name(areaByCode(inject.area)),
          indicator: name(indicatorById(inject.indicator)),
          factor: 'factor' in inject ? inject.factor : 1,
          minutes,
        });
      case 'unit-lost': {
        const unit = units.find(({ id }) => id === inject.unit);
        return t('branch.unitWords', { unit: unit === undefined ? inject.unit : name(unit), minutes });
      }
    }
  };
}
