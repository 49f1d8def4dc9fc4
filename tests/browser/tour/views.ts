// Every view of the screen and how a viewer comes there, for the tests that look at all of them and for the pictures.
import { boardViews } from './boardViews.ts';
import { caseViews } from './caseViews.ts';
import { screenViews } from './screenViews.ts';
import { states } from './states.ts';
import type { View } from './view.ts';

export const views: readonly View[] = [...screenViews, ...caseViews, ...boardViews, ...states];

export const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
  { width: 3840, height: 1080 },
  { width: 390, height: 844 },
] as const;
export const LOOKS = ['show', 'calm'] as const;
export const LANGUAGES = ['zh', 'en'] as const;

export interface Setting {
  size: { width: number; height: number };
  look: (typeof LOOKS)[number];
  /** Code of the language. */
  language: string;
}
