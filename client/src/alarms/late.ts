// The parts of the alarms that come after the first paint.
import { lazy } from 'react';

const parts = () => import('./parts.ts');

export const AlarmList = lazy(async () => ({ default: (await parts()).AlarmList }));
export const SoundButton = lazy(async () => ({ default: (await parts()).SoundButton }));
