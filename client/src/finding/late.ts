// The parts of finding, which come when they are first asked for.
import { lazy } from 'react';

const finding = () => import('./finding.ts');

export const KeySheet = lazy(async () => ({ default: (await finding()).KeySheet }));
export const CaseSplitter = lazy(async () => ({ default: (await finding()).CaseSplitter }));
export const Palette = lazy(async () => ({ default: (await finding()).Palette }));
export const ScreenTools = lazy(async () => ({ default: (await finding()).ScreenTools }));
export const Splitters = lazy(async () => ({ default: (await finding()).Splitters }));
export const Touring = lazy(async () => ({ default: (await finding()).Touring }));
export const ViewsDialog = lazy(async () => ({ default: (await finding()).ViewsDialog }));
export const PhoneTabs = lazy(async () => ({ default: (await finding()).PhoneTabs }));
export const WallDialog = lazy(async () => ({ default: (await finding()).WallDialog }));
