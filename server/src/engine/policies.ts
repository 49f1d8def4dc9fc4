// The dispatch policies that a run can ask for, by name.
import type { DispatchPolicy } from './dispatchPolicy.ts';
import { balanced } from './policies/balanced.ts';
import { batch } from './policies/batch.ts';
import { nearest } from './policies/nearest.ts';

const policies: ReadonlyMap<string, DispatchPolicy> = new Map(
  [nearest, batch, balanced].map((policy) => [policy.name, policy]),
);

export const policyNames: readonly string[] = [...policies.keys()];

/** Throws RangeError for an unknown name. */
export function policyByName(name: string): DispatchPolicy {
  const policy = policies.get(name);
  if (policy === undefined) throw new RangeError(`no dispatch policy ${name}; there is ${policyNames.join(', ')}`);
  return policy;
}
