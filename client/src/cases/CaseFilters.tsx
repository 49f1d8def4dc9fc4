// Which cases the list shows: by status, priority, level, in whose hands, and by number.
import { levels } from '@onescreen/shared/cases';
import type { JSX } from 'react';
import { memo } from 'react';
import { useText } from '../i18n/text.ts';
import { usePerson } from '../people/permission.ts';
import type { CaseFilter } from '../store/index.ts';
import { PRIORITIES, CASE_STATUSES as STATUSES, setUi } from '../store/index.ts';

export const CaseFilters = memo(function CaseFilters({
  filter,
  count,
}: {
  filter: CaseFilter;
  count: number;
}): JSX.Element {
  const { t } = useText();
  const isSignedIn = usePerson() !== null;
  const change = (part: Partial<CaseFilter>): void => setUi({ caseFilter: { ...filter, ...part } });
  const statusWord = (status: (typeof STATUSES)[number]): string =>
    status === 'suspended' || status === 'ruling' ? t(`find.${status}`) : t(`cases.${status}`);
  return (
    <div className="work-filters">
      <select
        aria-label={t('cases.filterStatus')}
        value={filter.status}
        onChange={(event) => change({ status: STATUSES.find((one) => one === event.target.value) ?? 'open' })}
        data-testid="filter-status"
      >
        {STATUSES.map((status) => (
          <option key={status} value={status}>
            {statusWord(status)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('cases.filterPriority')}
        value={filter.priority}
        onChange={(event) => change({ priority: PRIORITIES.find((one) => one === event.target.value) ?? 'all' })}
      >
        <option value="all">{t('cases.anyPriority')}</option>
        {PRIORITIES.map((priority) => (
          <option key={priority} value={priority}>
            {priority} {t(`priority.p${priority}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t('find.level')}
        value={filter.level}
        onChange={(event) => change({ level: levels.find((one) => one === event.target.value) ?? 'all' })}
        data-testid="filter-level"
      >
        <option value="all">{t('level.any')}</option>
        {levels.map((level) => (
          <option key={level} value={level}>
            {t(`level.${level}`)}
          </option>
        ))}
      </select>
      <input
        type="search"
        aria-label={t('find.search')}
        placeholder={t('find.placeholder')}
        value={filter.text}
        onChange={(event) => change({ text: event.target.value })}
        data-testid="case-search"
      />
      <label>
        <input
          type="checkbox"
          checked={filter.automatic}
          onChange={(event) => change({ automatic: event.target.checked })}
        />
        {t('cases.automatic')}
      </label>
      {isSignedIn && (
        <label>
          <input
            type="checkbox"
            checked={filter.mine}
            onChange={(event) => change({ mine: event.target.checked })}
            data-testid="filter-mine"
          />
          {t('find.mine')}
        </label>
      )}
      <span className="work-count">{t('cases.count', { count })}</span>
    </div>
  );
});
