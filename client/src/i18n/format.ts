// Numbers, times and lengths as a reader of each language expects them. Formatting is the very last step: data stays in base units.
import type { Indicator } from '@onescreen/shared/catalogue';
import { localDay, localTime } from '@onescreen/shared/time';
import type { Language } from '../store/ui.ts';

const LOCALE: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };
const TIME_ZONE = 'Asia/Shanghai';

/** A number apart from its unit, so that each can have its own size. */
export interface Quantity {
  text: string;
  /** Scale word and unit together: `万人次`, `M trips`. */
  unit: string;
}

interface Scale {
  from: number;
  size: number;
  word: string;
}
/** Up to five digits stay plain: below that a scale word saves no room and hides the movement. */
const SCALES: Readonly<Record<Language, readonly Scale[]>> = {
  zh: [
    { from: 1e8, size: 1e8, word: '亿' },
    { from: 1e5, size: 1e4, word: '万' },
  ],
  en: [
    { from: 1e9, size: 1e9, word: 'B' },
    { from: 1e6, size: 1e6, word: 'M' },
    { from: 1e5, size: 1e3, word: 'k' },
  ],
};

const formatters = new Map<string, Intl.NumberFormat>();
function numberFormat(language: Language, digits: number): Intl.NumberFormat {
  const key = `${language}/${digits}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(LOCALE[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formatters.set(key, made);
  return made;
}

/** Digits after the point so that a scaled number shows about five figures. */
const digitsOf = (scaled: number): number =>
  Math.max(0, Math.min(2, 4 - Math.floor(Math.log10(Math.max(1, Math.abs(scaled))))));

/** Digits that an indicator's precision is worth: 0.01 has two. */
const precisionDigits = (precision: number): number => Math.max(0, Math.min(3, Math.round(-Math.log10(precision))));

/** A value of an indicator, scaled and with its unit. */
export function formatQuantity(value: number, indicator: Indicator, language: Language): Quantity {
  const unit = indicator.unit[language];
  const scale = SCALES[language].find((one) => Math.abs(value) >= one.from);
  if (scale === undefined)
    return { text: numberFormat(language, precisionDigits(indicator.precision)).format(value), unit };
  const scaled = value / scale.size;
  return {
    text: numberFormat(language, digitsOf(scaled)).format(scaled),
    unit: `${scale.word}${language === 'en' ? ' ' : ''}${unit}`,
  };
}

/** A value with its unit in one string, for sentences: without zeros at its end, which only a moving number needs. */
export function formatValue(value: number, indicator: Indicator, language: Language): string {
  const { text: padded, unit } = formatQuantity(value, indicator, language);
  const text = padded.includes('.') ? padded.replace(/\.?0+$/, '') : padded;
  return unit === '%' || unit === '℃' ? `${text}${unit}` : `${text} ${unit}`;
}

export const formatCount = (value: number, language: Language): string => numberFormat(language, 0).format(value);

/** A share of 0 to 1; `—` when there is nothing to share. */
export function formatShare(part: number, whole: number, language: Language): string {
  if (whole === 0) return '—';
  return `${numberFormat(language, 0).format((part / whole) * 100)}%`;
}

export function formatDistance(metres: number, language: Language): string {
  if (metres < 1000) return `${numberFormat(language, 0).format(metres)} m`;
  return `${numberFormat(language, 1).format(metres / 1000)} km`;
}

const UNITS: Readonly<Record<Language, { second: string; minute: string; hour: string; day: string }>> = {
  zh: { second: '秒', minute: '分', hour: '小时', day: '天' },
  en: { second: 's', minute: 'min', hour: 'h', day: 'd' },
};

/** A length of time in its two largest units: `3 min 20 s`, `5 小时 10 分`. Negative lengths are shown without their sign. */
export function formatDuration(seconds: number, language: Language): string {
  const words = UNITS[language];
  const whole = Math.round(Math.abs(seconds));
  const pair = (large: number, largeWord: string, small: number, smallWord: string): string =>
    small === 0 ? `${large} ${largeWord}` : `${large} ${largeWord} ${small} ${smallWord}`;
  if (whole < 60) return `${whole} ${words.second}`;
  if (whole < 600) return pair(Math.floor(whole / 60), words.minute, whole % 60, words.second);
  if (whole < 3600) return `${Math.round(whole / 60)} ${words.minute}`;
  if (whole < 86_400) return pair(Math.floor(whole / 3600), words.hour, Math.floor((whole % 3600) / 60), words.minute);
  return pair(Math.floor(whole / 86_400), words.day, Math.floor((whole % 86_400) / 3600), words.hour);
}

/** A length of time in one unit, for a number that is a summary anyway: `8 min`, `1.5 小时`. */
export function formatRoundDuration(seconds: number, language: Language): string {
  const words = UNITS[language];
  if (seconds < 90) return `${Math.round(seconds)} ${words.second}`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} ${words.minute}`;
  return `${numberFormat(language, 1).format(seconds / 3600)} ${words.hour}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** `08:05:30` of Shanghai. */
export function formatClock(epochMs: number, tick: number): string {
  const time = localTime(epochMs, tick);
  return `${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}`;
}
/** `08:05` of Shanghai. */
export const formatMinute = (epochMs: number, tick: number): string => formatClock(epochMs, tick).slice(0, 5);

const dates = new Map<Language, Intl.DateTimeFormat>();
/** Date with weekday: `2024年9月16日 星期一`, `Mon 16 Sept 2024`. */
export function formatDate(epochMs: number, tick: number, language: Language): string {
  const known =
    dates.get(language) ??
    new Intl.DateTimeFormat(LOCALE[language], {
      timeZone: TIME_ZONE,
      year: 'numeric',
      month: language === 'zh' ? 'long' : 'short',
      day: 'numeric',
      weekday: language === 'zh' ? 'long' : 'short',
    });
  dates.set(language, known);
  return known.format(epochMs + tick * 1000);
}

const shortDates = new Map<Language, Intl.DateTimeFormat>();
/** A moment as people say it: `14:05` on the day of `nowTick`, else with its date, `5月14日 14:05`. */
export function formatMoment(epochMs: number, tick: number, nowTick: number, language: Language): string {
  const minute = formatMinute(epochMs, tick);
  if (localDay(epochMs, tick) === localDay(epochMs, nowTick)) return minute;
  const known =
    shortDates.get(language) ??
    new Intl.DateTimeFormat(LOCALE[language], { timeZone: TIME_ZONE, month: 'short', day: 'numeric' });
  shortDates.set(language, known);
  return `${known.format(epochMs + tick * 1000)} ${minute}`;
}

/** Start of a scenario as its file gives it, in the reader's words. */
export function formatInstant(instant: string, language: Language): string {
  const ms = Date.parse(instant);
  if (!Number.isFinite(ms)) return instant;
  return `${formatDate(ms, 0, language)} ${formatMinute(ms, 0)}`;
}

const wallTimes = new Map<Language, Intl.DateTimeFormat>();
/** A moment of the reader's own clock, such as when a run was recorded: `2024/5/14 14:05`, `14 May 2024, 14:05`. */
export function formatWallTime(ms: number, language: Language): string {
  const known =
    wallTimes.get(language) ??
    new Intl.DateTimeFormat(LOCALE[language], {
      year: 'numeric',
      month: language === 'zh' ? 'numeric' : 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
  wallTimes.set(language, known);
  return known.format(ms);
}
