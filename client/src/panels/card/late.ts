// The parts of a number's card that come when one is opened.
import { lazy } from 'react';

const parts = () => import('./parts.ts');

export const SpanChart = lazy(async () => ({ default: (await parts()).SpanChart }));
export const CameOfIt = lazy(async () => ({ default: (await parts()).CameOfIt }));
export const RollUp = lazy(async () => ({ default: (await parts()).RollUp }));
