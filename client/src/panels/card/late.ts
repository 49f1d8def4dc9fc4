// The parts of a number's card that come when one is opened.
import { late } from '../../app/late.ts';

const parts = () => import('./parts.ts');

export const SpanChart = late(async () => ({ default: (await parts()).SpanChart }));
export const CameOfIt = late(async () => ({ default: (await parts()).CameOfIt }));
export const RollUp = late(async () => ({ default: (await parts()).RollUp }));
