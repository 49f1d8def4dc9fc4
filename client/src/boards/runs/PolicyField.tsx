// Who is sent from the fork on: as in the parent, or by another policy.
import type { JSX } from 'react';
import { useLateText } from '../../i18n/lateText.ts';
import { POLICIES, usePolicyWord } from '../../i18n/policies.ts';
import type { RunRow } from './runRows.ts';
import { policyOf } from './runRows.ts';

interface PolicyFieldProps {
  parent: RunRow;
  policy: string | null;
  onPolicy: (policy: string | null) => void;
}

export function PolicyField({ parent, policy, onPolicy }: PolicyFieldProps): JSX.Element {
  const { t } = useLateText('runs');
  const word = usePolicyWord();
  return (
    <fieldset className="branch-part">
      <legend>{t('branch.policy')}</legend>
      <select
        value={policy ?? ''}
        aria-label={t('branch.policy')}
        onChange={({ target }) => onPolicy(target.value === '' ? null : target.value)}
        data-testid="branch-policy"
      >
        <option value="">{t('branch.policySame', { policy: word(policyOf(parent)) })}</option>
        {POLICIES.filter((one) => one !== policyOf(parent)).map((one) => (
          <option key={one} value={one}>
            {word(one)}
          </option>
        ))}
      </select>
    </fieldset>
  );
}
