// 申请延期, 申请挂账: what a unit on site asks for when it sees that it cannot be done in time. Shares and lengths are estimates.
import type { CaseType } from '@onescreen/shared/catalogue';
import type { Signal } from '@onescreen/shared/protocol';
import type { Random } from '@onescreen/shared/random';
import { createRandom } from '@onescreen/shared/random';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import type { Hazard, Weather } from './happenings.ts';

type Asks = Extract<Signal, { kind: 'unit.asks' }>;
export type Request = Pick<Asks, 'what' | 'minutes' | 'reason' | 'plan'>;

/** Of jobs that take days: those that turn out worse than they looked, and of these that dig and build: those that wait for material. */
const COMPLEX_SHARE = 0.04;
const MATERIAL_SHARE = 0.015;
/** Of outdoor work in weather that forbids it. */
const WEATHER_SHARE = 0.2;
/** Roads are not laid in heavy rain; nobody works aloft from Beaufort force 7. */
const HARD_RAIN_MM_PER_HOUR = 10;
const HARD_GUST_METRES_PER_SECOND = 13.9;

/** Components and building work: what is done once the material is there. */
const MATERIAL_PLANS: Readonly<Record<string, string>> = {
  CM02: '更换灯杆电缆，待材料到场',
  CM03: '铣刨重铺，待沥青到场',
  CM05: '更换消火栓，待停水施工',
  CM08: '更换护栏，待构件到场',
  CM09: '更换充电模块，待备件到场',
  EV02: '拆除方案报批，约期施工',
  EV08: '搭脚手架修外墙，待进场',
  EV10: '清淤截污，分段施工',
  EV17: '更换店招支架，待构件到场',
  EM09: '堤段加固，待石料到场',
};
/** Outdoor work that rain stops, and work aloft that wind stops. */
const RAIN_STOPS: ReadonlySet<string> = new Set(['CM03', 'CM08', 'EV02', 'EV10']);
const WIND_STOPS: ReadonlySet<string> = new Set(['CM02', 'CM07', 'EV02', 'EV08', 'EV17']);

const COMPLEX_PLAN = '情况复杂，需多方协调后处置';
const RAIN_PLAN = '雨停后复工';
const WIND_PLAN = '风力减弱后复工';

/** The weather that forbids the work, in the words of the plan; null when it may go on. */
function stoppedBy(type: string, { rainMmPerHour, gustMetresPerSecond }: Weather): string | null {
  if (RAIN_STOPS.has(type) && rainMmPerHour >= HARD_RAIN_MM_PER_HOUR) return RAIN_PLAN;
  return WIND_STOPS.has(type) && gustMetresPerSecond >= HARD_GUST_METRES_PER_SECOND ? WIND_PLAN : null;
}

/** Half hours, one at least. */
const halfHours = (minutes: number): number => Math.max(1, Math.round(minutes / 30)) * 30;

/** What a unit that has just arrived will ask for; null for most. Drawn from the hazard's own stream. `isLong`: the job takes more than a visit. */
export function requestOf(
  seed: number,
  hazard: Hazard,
  type: CaseType,
  isLong: boolean,
  weather: Weather,
): Request | null {
  if (hazard.asked) return null;
  const random = createRandom(seed, `asks/${hazard.id}`);
  const [fate, storm] = [random.next(), random.next()];
  const sky = stoppedBy(type.code, weather);
  if (sky !== null && storm < WEATHER_SHARE)
    return { what: 'suspend', reason: 'weather', minutes: halfHours(240 + 480 * random.next()), plan: sky };
  const material = MATERIAL_PLANS[type.code];
  if (material !== undefined && fate < MATERIAL_SHARE) return { what: 'suspend', ...waitsFor(material, random) };
  if ((!isLong && type.clock !== 'workingDays') || fate < MATERIAL_SHARE || fate >= MATERIAL_SHARE + COMPLEX_SHARE)
    return null;
  const share = 0.3 + 0.5 * random.next();
  const minutes = Math.min(type.limitMinutes.handle, halfHours(share * type.limitMinutes.handle));
  return { what: 'extend', reason: 'complex-case', minutes, plan: COMPLEX_PLAN };
}

const waitsFor = (plan: string, random: Random): Omit<Request, 'what'> => ({
  reason: 'engineering-work',
  minutes: (2 + random.whole(6)) * 24 * 60,
  plan,
});

/** The unit looks around for a few minutes before it asks. Seconds after its arrival. */
export const asksAfterSeconds = (random: Random): number => Math.round((4 + 8 * random.next()) * MINUTE);
/** It asks before half of its time is gone, as the rules want it, or not at all. */
export const isEarlyEnough = (type: CaseType, calledTick: number, tick: number): boolean =>
  tick - calledTick < 0.4 * type.limitMinutes.handle * MINUTE;
/** A unit that cannot go on waits this long for the answer before it makes do. */
export const WAITS_FOR_ANSWER_SECONDS: number = 1.5 * HOUR;
/** What was asked for is true: the job takes this much longer than it would have. */
export const TAKES_LONGER = 1.5;
