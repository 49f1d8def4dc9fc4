// The parts of the alarms that come after the first paint.
import { late } from '../app/late.ts';

const parts = () => import('./parts.ts');

export const AlarmList = late(async () => ({ default: (await parts()).AlarmList }));
export const SoundButton = late(async () => ({ default: (await parts()).SoundButton }));
