// The parts of time that come after the first paint.
import { late } from '../app/late.ts';

const timeline = () => import('./timeline.ts');

export const PlayheadControls = late(async () => ({ default: (await timeline()).PlayheadControls }));
export const TimeTrack = late(async () => ({ default: (await timeline()).TimeTrack }));
export const ReplayNotice = late(async () => ({ default: (await timeline()).ReplayNotice }));
