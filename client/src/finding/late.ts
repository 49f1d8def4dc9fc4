// The parts of finding, which come when they are first asked for.
import { late } from '../app/late.ts';

const finding = () => import('./finding.ts');

export const KeySheet = late(async () => ({ default: (await finding()).KeySheet }));
export const CaseSplitter = late(async () => ({ default: (await finding()).CaseSplitter }));
export const Palette = late(async () => ({ default: (await finding()).Palette }));
export const ScreenTools = late(async () => ({ default: (await finding()).ScreenTools }));
export const Splitters = late(async () => ({ default: (await finding()).Splitters }));
export const Touring = late(async () => ({ default: (await finding()).Touring }));
export const ViewsDialog = late(async () => ({ default: (await finding()).ViewsDialog }));
export const PhoneTabs = late(async () => ({ default: (await finding()).PhoneTabs }));
export const WallDialog = late(async () => ({ default: (await finding()).WallDialog }));
