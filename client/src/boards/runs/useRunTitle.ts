// A run in a few words: its name, and who is sent in it where that is what sets it apart from its parent.
import { useLateText } from '../../i18n/lateText.ts';
import { usePolicyWord } from '../../i18n/policies.ts';
import type { RunRow } from './runRows.ts';
import { titleOf } from './runRows.ts';

export function useRunTitle(): (run: RunRow) => string {
  const { name } = useLateText('runs');
  const policyWord = usePolicyWord();
  return (run) => {
    const policy = run.parent?.policy;
    return policy === undefined ? titleOf(run, name) : `${titleOf(run, name)} · ${policyWord(policy)}`;
  };
}
