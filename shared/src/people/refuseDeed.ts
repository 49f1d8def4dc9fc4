// May this person do this here? Null when they may; else a code for programs and a sentence that says what to do.

import type { HandlingLevel } from '../cases/types.ts';
import { areaByCode, areas, CITY_AREA, lineage } from '../geography/index.ts';
import { permissions } from './permissions.ts';
import { roleOf } from './roles.ts';
import type { Deed, Person } from './types.ts';

export interface DeedRefusal {
  code: 'sign-in-needed' | 'role-may-not' | 'outside-your-area' | 'level-above-needed';
  zh: string;
  en: string;
}

/** The run is the whole city's: its pace, and who is sent, are no matter for one street. */
const CITY_DEEDS: ReadonlySet<Deed> = new Set(['pace', 'step', 'start', 'branch', 'policy', 'curate', 'discard']);
/** 裁定 and 挂账 are approved by a district at least (brief §3.1). */
const DISTRICT_DEEDS: ReadonlySet<Deed> = new Set(['rule', 'suspend']);

const RANKS: Readonly<Record<HandlingLevel, number>> = { village: 0, grid: 1, street: 2, district: 3, city: 4 };
const LEVEL_WORDS: Readonly<Record<HandlingLevel, { zh: string; en: string }>> = {
  village: { zh: '居村', en: 'neighbourhood' },
  grid: { zh: '网格', en: 'grid' },
  street: { zh: '街镇', en: 'street' },
  district: { zh: '区', en: 'district' },
  city: { zh: '市', en: 'city' },
};

/** The level that a person acts for: by role in a street, else by area. */
export function levelOfPerson({ role, area }: Person): HandlingLevel {
  if (role === 'village') return 'village';
  if (role === 'grid-lead') return 'grid';
  return areaByCode(area).level;
}

/** Whether an area, by index, is the person's own or below it. */
export const isInArea = (person: Person, area: number): boolean =>
  lineage(area).some(({ code }) => code === person.area);

const atLeast = (deed: Deed, level: HandlingLevel | null): HandlingLevel | null => {
  const least = CITY_DEEDS.has(deed) ? 'city' : DISTRICT_DEEDS.has(deed) ? 'district' : null;
  if (least === null || level === null) return least ?? level;
  return RANKS[level] > RANKS[least] ? level : least;
};

/**
 * Why a person may not do a deed, or null.
 * @param area index of the area of the case or alarm; null for what concerns no area.
 * @param level the level that the deed needs where the case says so: the level that is to agree to closing (`confirm`), the level that
 *   has to rule (`rule`), `city` for a unit of another district (`assign`, `support`).
 */
export function refuseDeed(
  person: Person | null,
  deed: Deed,
  area: number | null,
  level: HandlingLevel | null = null,
): DeedRefusal | null {
  if (person === null) return { code: 'sign-in-needed', ...SIGN_IN_NEEDED };
  if (!permissions[deed].includes(person.role)) return roleMayNot(person, deed);
  const needed = atLeast(deed, level);
  if (needed !== null && RANKS[levelOfPerson(person)] < RANKS[needed]) return levelNeeded(needed);
  if (CITY_DEEDS.has(deed) || area === null) return null;
  if (!isInArea(person, area)) return outsideArea(person, area);
  // A neighbourhood's records are open to that neighbourhood's own street, never to a whole district.
  if (deed === 'look' && areaByCode(person.area).level !== 'street') return LOOK_TOO_WIDE;
  return null;
}

const SIGN_IN_NEEDED = {
  zh: '请先登录：旁观者只能查看',
  en: 'Sign in first: a viewer may only look',
};
const LOOK_TOO_WIDE: DeedRefusal = {
  code: 'outside-your-area',
  zh: '个人信息仅限本街镇居村干部查看，请联系当地居村',
  en: 'Personal records are for cadres of that very street: ask the neighbourhood there',
};

function roleMayNot({ role }: Person, deed: Deed): DeedRefusal {
  const may = permissions[deed].map(roleOf);
  const own = roleOf(role);
  const zh = `${own.zh}无此权限，请联系${may.map((one) => one.zh).join('、')}`;
  const en = `Your role (${own.en.toLowerCase()}) may not do this: ask ${orList(may.map((one) => one.en.toLowerCase()))}`;
  return { code: 'role-may-not', zh, en };
}

function levelNeeded(level: HandlingLevel): DeedRefusal {
  const { zh, en } = LEVEL_WORDS[level];
  return {
    code: 'level-above-needed',
    zh: `须由${zh}级或以上决定，请上报`,
    en: `This is for the ${en} level or above to decide: ask there`,
  };
}

function outsideArea({ area }: Person, asked: number): DeedRefusal {
  const own = areaByCode(area);
  const there = areas[asked] ?? areas[CITY_AREA]!;
  return {
    code: 'outside-your-area',
    zh: `不在您的辖区（${own.zh}），请联系${there.zh}`,
    en: `Outside your area (${own.en}): ask ${there.en}`,
  };
}

const orList = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
