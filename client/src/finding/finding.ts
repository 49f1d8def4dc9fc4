// All of finding that the first paint can do without, as one piece: its words, the palette and the sheet of keys.
import { addText } from '../i18n/lateText.ts';
import { en } from '../i18n/words/findingEn.ts';
import { zh } from '../i18n/words/findingZh.ts';
import '../views/views.css';
import './finding.css';

addText('finding', { zh, en });

export { PhoneTabs } from '../app/PhoneTabs.tsx';
export { Touring } from '../views/Touring.tsx';
export { ViewsDialog } from '../views/ViewsDialog.tsx';
export { WallDialog } from '../views/WallDialog.tsx';
export { KeySheet } from './KeySheet.tsx';
export { Palette } from './Palette.tsx';
export { ScreenTools } from './ScreenTools.tsx';
export { CaseSplitter, Splitters } from './Splitters.tsx';
