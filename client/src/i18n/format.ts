// Numbers, times and lengths as a reader of each language expects them. Formatting is the very last step: data stays in base units.
import type { Indicator } from '@onescreen/shared/catalogue';
import { localDay, localTime } from '@onescreen/shared/time';
import type { Language, Named } from './language.ts';

const TIME_ZONE = 'Asia/Shanghai';
const METRES: Named = { zh: 'm', en: 'm' };
const KILOMETRES: Named = { zh: 'km', en: 'km' };

/** A number apart from its unit, so that each can have its own size. */
export interface Quantity {
  text: string;
  /** Scale word and unit together: `万人次`, `M trips`. */
  unit: string;
}

/** Makes a formatter once for each language and way of writing. */
function madeOnce<Way extends string | number, Formatter>(make: (language: Language, way: Way) => Formatter) {
  const made = new Map<string, Formatter>();
  return (language: Language, way: Way): Formatter => {
    const key = `${language.code}/${way}`;
    const formatter = made.get(key) ?? make(language, way);
    made.set(key, formatter);
    return formatter;
  };
}

/** Digits after the point, no more and no less. */
const exactly = (digits: number) => ({ minimumFractionDigits: digits, maximumFractionDigits: digits });
const exactFormat = madeOnce(({ tag }, digits: number) => new Intl.NumberFormat(tag, exactly(digits)));
const shortFormat = madeOnce(
  ({ tag }, digits: number) => new Intl.NumberFormat(tag, { maximumFractionDigits: digits }),
);
const shareFormat = madeOnce(
  ({ tag }, digits: number) => new Intl.NumberFormat(tag, { style: 'percent', ...exactly(digits) }),
);

/** A plain number with so many digits after the point. */
export const formatNumber = (value: number, digits: number, language: Language): string =>
  exactFormat(language, digits).format(value);

export const formatCount = (value: number, language: Language): string => formatNumber(value, 0, language);

/** Digits after the point so that a scaled number shows about five figures. */
const digitsOf = (scaled: number): number =>
  Math.max(0, Math.min(2, 4 - Math.floor(Math.log10(Math.max(1, Math.abs(scaled))))));

/** Digits that an indicator's precision is worth: 0.01 has two. */
const precisionDigits = (precision: number): number => Math.max(0, Math.min(3, Math.round(-Math.log10(precision))));

function quantityOf(value: number, indicator: Indicator, language: Language, formatOf: typeof exactFormat): Quantity {
  const unit = language.name(indicator.unit);
  const scale = language.scales.find((one) => Math.abs(value) >= one.from);
  if (scale === undefined)
    return { text: formatOf(language, precisionDigits(indicator.precision)).format(value), unit };
  const scaled = value / scale.size;
  return { text: formatOf(language, digitsOf(scaled)).format(scaled), unit: `${scale.word}${unit}` };
}

/** A value of an indicator, scaled and with its unit. */
export const formatQuantity = (value: number, indicator: Indicator, language: Language): Quantity =>
  quantityOf(value, indicator, language, exactFormat);

/** A value with its unit in one string, for sentences: without zeros at its end, which only a moving number needs. */
export function formatValue(value: number, indicator: Indicator, language: Language): string {
  const { text, unit } = quantityOf(value, indicator, language, shortFormat);
  return unit === '%' || unit === '℃' ? `${text}${unit}` : `${text} ${unit}`;
}

/** A share of 0 to 1; `—` when there is nothing to share. */
export const formatShare = (part: number, whole: number, language: Language, digits = 0): string =>
  whole === 0 ? '—' : shareFormat(language, digits).format(part / whole);

export function formatDistance(metres: number, language: Language): string {
  const { name } = language;
  if (metres < 1000) return `${formatCount(metres, language)} ${name(METRES)}`;
  return `${formatNumber(metres / 1000, 1, language)} ${name(KILOMETRES)}`;
}

/** A length of time in its two largest units: `3 min 20 s`, `5 小时 10 分`. Negative lengths are shown without their sign. */
export function formatDuration(seconds: number, { durations: words }: Language): string {
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
  const words = language.durations;
  if (seconds < 90) return `${Math.round(seconds)} ${words.second}`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} ${words.minute}`;
  return `${formatNumber(seconds / 3600, 1, language)} ${words.hour}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** `08:05:30` of Shanghai. */
export function formatClock(epochMs: number, tick: number): string {
  const time = localTime(epochMs, tick);
  return `${pad(time.hour)}:${pad(time.minute)}:${pad(time.second)}`;
}
/** `08:05` of Shanghai. */
export const formatMinute = (epochMs: number, tick: number): string => formatClock(epochMs, tick).slice(0, 5);

const dateFormat = madeOnce(
  ({ tag, dates }, which: 'day' | 'near') => new Intl.DateTimeFormat(tag, { timeZone: TIME_ZONE, ...dates[which] }),
);

/** Date with weekday: `2024年9月16日 星期一`, `Mon 16 Sept 2024`. */
export const formatDate = (epochMs: number, tick: number, language: Language): string =>
  dateFormat(language, 'day').format(epochMs + tick * 1000);

/** A moment as people say it: `14:05` on the day of `nowTick`, else with its date, `5月14日 14:05`. */
export function formatMoment(epochMs: number, tick: number, nowTick: number, language: Language): string {
  const minute = formatMinute(epochMs, tick);
  if (localDay(epochMs, tick) === localDay(epochMs, nowTick)) return minute;
  return `${dateFormat(language, 'near').format(epochMs + tick * 1000)} ${minute}`;
}

/** Start of a scenario as its file gives it, in the reader's words. */
export function formatInstant(instant: string, language: Language): string {
  const ms = Date.parse(instant);
  if (!Number.isFinite(ms)) return instant;
  return `${formatDate(ms, 0, language)} ${formatMinute(ms, 0)}`;
}

const twoDigits = '2-digit';
const wallFormat = madeOnce(
  ({ tag, dates }, to: 'minute' | 'second') =>
    new Intl.DateTimeFormat(tag, {
      ...dates.wall,
      hour: twoDigits,
      minute: twoDigits,
      ...(to === 'second' && { second: twoDigits }),
    }),
);

/** A moment of the reader's own clock, such as when a run was recorded: `2024/5/14 14:05`, `14 May 2024, 14:05`. */
export const formatWallTime = (ms: number, language: Language, to: 'minute' | 'second' = 'minute'): string =>
  wallFormat(language, to).format(ms);
