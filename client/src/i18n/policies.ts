// The ways of choosing units, and what they are called.
import { useText } from './text.ts';

/** How units are chosen; a run keeps its policy to its end. */
export const POLICIES = ['nearest', 'batch', 'balanced'] as const;

/** The name of a policy in the reader's language; of one that is not known here, its own. */
export function usePolicyWord(): (policy: string) => string {
  const { t } = useText();
  return (policy) => {
    const known = POLICIES.find((one) => one === policy);
    return known === undefined ? policy : t(`policy.${known}`);
  };
}
