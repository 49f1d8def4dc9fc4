// All of time that the first paint can do without, as one piece: the playhead's hands, the track, what to know of a replay.
import { addText } from '../i18n/lateText.ts';
import { en } from '../i18n/words/timelineEn.ts';
import { zh } from '../i18n/words/timelineZh.ts';

addText('timeline', { zh, en });

export { PlayheadControls } from './PlayheadControls.tsx';
export { ReplayNotice } from './ReplayNotice.tsx';
export { TimeTrack } from './TimeTrack.tsx';
