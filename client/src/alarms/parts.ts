// All of the alarms that the first paint can do without, as one piece: the list with its details, and the sound.
import './words.ts';

export { AlarmList } from './AlarmList.tsx';
export { SoundButton } from './SoundButton.tsx';
