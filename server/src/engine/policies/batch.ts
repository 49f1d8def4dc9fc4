// The policy `batch`: the least total way for all cases together, each second weighed by its priority.
import type { DispatchPolicy } from '../dispatchPolicy.ts';
import { createJointPolicy } from './joint.ts';

export const batch: DispatchPolicy = createJointPolicy('batch', 'least-total-distance', () => ({
  against: () => 0,
  mayLeave: () => true,
}));
