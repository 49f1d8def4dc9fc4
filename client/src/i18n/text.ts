// The reader's language: sentences by key, names of the catalogue, switched in place without a reload.

import type { TFunction } from 'i18next';
import i18next from 'i18next';
import type { Language } from '../store/ui.ts';
import { useUi } from '../store/ui.ts';
import { en } from './en.ts';
import { sentencesOf } from './sentences.ts';
import type { zh as alarms } from './words/alarmsZh.ts';
import type { zh as boardPages } from './words/boardPagesZh.ts';
import type { zh as card } from './words/cardZh.ts';
import type { zh as finding } from './words/findingZh.ts';
import type { zh as map } from './words/mapZh.ts';
import type { zh as runs } from './words/runsZh.ts';
import type { zh as timeline } from './words/timelineZh.ts';
import type { zh as wall } from './words/wallZh.ts';
import type { Messages } from './zh.ts';
import { zh } from './zh.ts';

/** Sentences of the screen that come with the boards. */
export type LateOnScreen = typeof boardPages;

/** Sentences that are loaded late, by part (see lateText.ts). */
export interface LateMessages {
  finding: typeof finding;
  alarms: typeof alarms;
  map: typeof map;
  card: typeof card;
  runs: typeof runs;
  timeline: typeof timeline;
  wall: typeof wall;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'screen';
    resources: { screen: Messages & LateOnScreen } & LateMessages;
  }
}

/** A thing with a name in both languages. */
export interface Named {
  zh: string;
  en: string;
}

export interface Text {
  language: Language;
  t: TFunction<'screen'>;
  /** The name in the reader's language. */
  name: (thing: Named) => string;
}

/** Prepares the sentences and follows the language of the store. Call once, before the first paint. */
export function startText(document: Document): void {
  void i18next.init({
    lng: useUi.getState().language,
    fallbackLng: 'en',
    ns: ['screen'],
    defaultNS: 'screen',
    initAsync: false,
    resources: { zh: { screen: zh }, en: { screen: en } },
    interpolation: { escapeValue: false },
  });
  const follow = (language: Language): void => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = language === 'zh' ? '一屏 · One Screen（模拟数据）' : 'One Screen · 一屏 (simulated)';
    void i18next.changeLanguage(language);
  };
  follow(useUi.getState().language);
  useUi.subscribe((now, before) => {
    if (now.language !== before.language) follow(now.language);
  });
}

/** Sentences and names in the reader's language; the component repaints when it changes. */
export function useText(): Text {
  const language = useUi((ui) => ui.language);
  return { language, t: sentencesOf(language, 'screen'), name: (thing) => thing[language] };
}
