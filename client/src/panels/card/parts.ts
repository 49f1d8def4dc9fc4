// All of the card behind a number that the first paint can do without, with its words.
import { addText } from '../../i18n/lateText.ts';
import { en } from '../../i18n/words/cardEn.ts';
import { zh } from '../../i18n/words/cardZh.ts';

addText('card', { zh, en });

export { CameOfIt } from './CameOfIt.tsx';
export { RollUp } from './RollUp.tsx';
export { SpanChart } from './SpanChart.tsx';
