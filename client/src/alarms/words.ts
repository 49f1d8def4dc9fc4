// Makes the sentences of the alarms known, wherever a part that says them is loaded.
import { addText } from '../i18n/lateText.ts';
import { en } from '../i18n/words/alarmsEn.ts';
import { zh } from '../i18n/words/alarmsZh.ts';

addText('alarms', { zh, en });
