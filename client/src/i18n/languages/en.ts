// English, which is also spoken where another language lacks words.
import type { Language } from '../language.ts';
import { en as screen } from '../words/screenEn.ts';

export const language: Language = {
  code: 'en',
  tag: 'en-GB',
  beside: 'zh',
  scales: [
    { from: 1e9, size: 1e9, word: 'B ' },
    { from: 1e6, size: 1e6, word: 'M ' },
    // Up to five digits stay plain: below that a scale word saves no room and hides the movement.
    { from: 1e5, size: 1e3, word: 'k ' },
  ],
  durations: { second: 's', minute: 'min', hour: 'h', day: 'd' },
  dates: {
    day: { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
    near: { month: 'short', day: 'numeric' },
    wall: { year: 'numeric', month: 'short', day: 'numeric' },
  },
  name: ({ en }) => en,
  sentences: { screen },
};
