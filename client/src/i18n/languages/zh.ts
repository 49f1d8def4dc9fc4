// Chinese.
import type { Language } from '../language.ts';
import { zh as screen } from '../words/screenZh.ts';

export const language: Language = {
  code: 'zh',
  tag: 'zh-CN',
  beside: 'en',
  scales: [
    { from: 1e8, size: 1e8, word: '亿' },
    { from: 1e5, size: 1e4, word: '万' },
  ],
  durations: { second: '秒', minute: '分', hour: '小时', day: '天' },
  dates: {
    day: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
    near: { month: 'short', day: 'numeric' },
    wall: { year: 'numeric', month: 'numeric', day: 'numeric' },
  },
  name: ({ zh }) => zh,
  sentences: { screen },
};
