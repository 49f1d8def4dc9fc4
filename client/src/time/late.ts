// The parts of time that come after the first paint.
import { lazy } from 'react';

const timeline = () => import('./timeline.ts');

export const PlayheadControls = lazy(async () => ({ default: (await timeline()).PlayheadControls }));
export const TimeTrack = lazy(async () => ({ default: (await timeline()).TimeTrack }));
export const ReplayNotice = lazy(async () => ({ default: (await timeline()).ReplayNotice }));
