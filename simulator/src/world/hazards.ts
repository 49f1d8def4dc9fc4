// Where and when something really goes wrong: a Poisson process per case type and hour, plus the bursts of the scenario.
// Everything is drawn from streams named by type, hour and hazard: what the platform orders never shifts what happens next.

import type { CaseType } from '@onescreen/shared/catalogue';
import { caseTypeByCode, caseTypes } from '@onescreen/shared/catalogue';
import type { Position } from '@onescreen/shared/geography';
import { areaByCode, randomPointIn } from '@onescreen/shared/geography';
import type { RosterCamera } from '@onescreen/shared/log';
import type { Inject } from '@onescreen/shared/protocol';
import type { Random } from '@onescreen/shared/random';
import { createRandom } from '@onescreen/shared/random';
import { HOUR, MINUTE } from '@onescreen/shared/time';
import type { Burst, Scenario } from '../scenarios/schema.ts';
import type { Choice, WeightBy } from './choosing.ts';
import { allStreets, chooseStreet, createChoice, streetsIn } from './choosing.ts';
import type { Hazard } from './happenings.ts';
import type { HazardKind } from './hazardKinds.ts';
import { hazardKind, shareOfHour } from './hazardKinds.ts';
import { METRES_PER_DEGREE, rounded } from './positions.ts';
import { buildingAt, hasResident } from './residents.ts';

/** A type that the sampling would make invisible still happens this often. */
const LEAST_PER_DAY = 5;
/** A sampled burst keeps at least this many cases, so that it is still a burst. */
const LEAST_PER_BURST = 20;
/** False detections per true hazard of a camera type: 22 % of what is found before the gate (brief §4: 15–30 %). */
const GHOSTS_PER_HAZARD = 0.28;
/** Sensors that trip for nothing, per true trip. */
const FALSE_TRIPS_PER_HAZARD = 0.02;
/** A scene that a camera sees is within this distance of it. */
const VIEW_METRES = { nearest: 12, farthest: 95 };
/** Street scenes do not outlast the trading day: median of the latest end, minutes. */
const SCENE_LASTS_MEDIAN_MINUTES = 300;

/** Hazards a day after sampling. `density`: 1 to 20 twentieths. A rare type is not sampled below five a day (or its own rate). */
export const sampled = (perDay: number, density: number): number =>
  Math.min(perDay, Math.max(LEAST_PER_DAY, (perDay * density) / 20));

/** Hazards of a burst after sampling. One that names its streets is local and happens whole. */
export const sampledBurst = (burst: Burst, density: number): number =>
  burst.streets !== undefined && burst.streets.length > 0
    ? burst.count
    : Math.min(burst.count, Math.max(LEAST_PER_BURST, Math.round((burst.count * density) / 20)));

function ghostRate({ code, source }: CaseType): number {
  if (code === 'EV20') return 0;
  return source === 'ai_camera' ? GHOSTS_PER_HAZARD : source === 'iot_sensor' ? FALSE_TRIPS_PER_HAZARD : 0;
}

/** A false detection: what a camera or sensor will report though nothing is there. */
export interface Ghost {
  id: string;
  type: string;
  at: Position;
  area: number;
  tick: number;
  device: string;
}

export interface HazardSource {
  /** Hazards that begin in this local hour (counted from 1970), soonest first; before tick 0 in an hour before the run. */
  hazardsIn(hour: number): readonly Hazard[];
  /** False detections of this local hour. */
  ghostsIn(hour: number): readonly Ghost[];
  /** What a person's burst brings from `tick` on; `id` names its streams. It happens whole, whatever the density. */
  injected(id: string, burst: InjectedBurst, tick: number): { hazards: readonly Hazard[]; ghosts: readonly Ghost[] };
}

export type InjectedBurst = Extract<Inject, { kind: 'burst' }>;

export interface HazardSourceOptions {
  scenario: Scenario;
  seed: number;
  density: number;
  epochMs: number;
  cameras: readonly RosterCamera[];
}

const SHANGHAI_OFFSET_SECONDS = 8 * HOUR;

/** Local hours since 1970 that hold a tick. */
export const hourOf = (epochMs: number, tick: number): number =>
  Math.floor((epochMs / 1000 + SHANGHAI_OFFSET_SECONDS + tick) / HOUR);

/** First tick of a local hour; negative when it began before the run. */
export const startOfHour = (epochMs: number, hour: number): number =>
  hour * HOUR - SHANGHAI_OFFSET_SECONDS - Math.floor(epochMs / 1000);

/** A log-normal draw with the given median; `spread` is the deviation of the logarithm. */
export const logNormal = (median: number, spread: number, random: Random): number =>
  median * Math.exp(spread * random.normal());

export function createHazardSource(options: HazardSourceOptions): HazardSource {
  const { scenario, seed, density, epochMs, cameras } = options;
  const camerasByStreet = new Map<number, RosterCamera[]>();
  for (const camera of cameras) {
    const there = camerasByStreet.get(camera.area);
    if (there === undefined) camerasByStreet.set(camera.area, [camera]);
    else there.push(camera);
  }
  const choices = new Map<string, Choice>();
  const choiceFor = (key: string, streets: () => readonly number[], by: WeightBy): Choice => {
    const known = choices.get(`${key}/${by}`);
    if (known !== undefined) return known;
    const made = createChoice(streets(), by);
    choices.set(`${key}/${by}`, made);
    return made;
  };
  const usualPlaces = (kind: HazardKind): Choice => {
    const codes = kind.only;
    return codes === undefined
      ? choiceFor('city', () => allStreets, kind.place)
      : choiceFor(codes.join(), () => streetsIn(codes.map((code) => areaByCode(code).index)), kind.place);
  };

  function placed(type: CaseType, choice: Choice, random: Random): Pick<Hazard, 'at' | 'area' | 'device'> {
    const area = chooseStreet(choice, random);
    if (type.source === 'ai_camera') {
      const watching = (camerasByStreet.get(area) ?? []).filter((camera) => camera.sees.includes(type.code));
      if (watching.length > 0) {
        const camera = random.pick(watching);
        return { at: inView(camera, random), area, device: camera.id };
      }
    }
    const point = randomPointIn(area, random);
    const at = hasResident(type.code) ? buildingAt(point, area) : rounded(point);
    const sensor = type.source === 'iot_sensor' || type.source === 'data';
    return { at, area, device: sensor ? `SN-${type.code}-${area}-${random.whole(9000) + 1000}` : null };
  }

  function hazard(id: string, type: CaseType, tick: number, choice: Choice, cause: string): Hazard {
    const random = createRandom(seed, `hazard/${id}`);
    const kind = hazardKind(type.code);
    const place = placed(type, choice, random);
    return {
      id,
      type: type.code,
      ...place,
      cause,
      startTick: tick,
      endTick: naturalEnd(type, kind, tick, random),
      handlings: 0,
      asked: false,
    };
  }

  const bursts = scenario.bursts.map((burst, number) => ({ burst, number, births: burstBirths(burst, number) }));

  function burstPlaces(burst: Burst, number: number): Choice {
    const codes = burst.streets ?? burst.districts ?? [];
    const streets = () => streetsIn(codes.map((code) => areaByCode(code).index));
    return choiceFor(`burst/${number}`, streets, hazardKind(burst.caseType).place);
  }

  /** Each keeps its number, so that its stream is its own. */
  function burstBirths(burst: Burst, number: number): readonly { tick: number; id: string }[] {
    const random = createRandom(seed, `burst/${number}`);
    const length = Math.max(1, (burst.to - burst.from) * MINUTE);
    return birthTicks(random, sampledBurst(burst, density), burst.from * MINUTE, length).map((tick, i) => ({
      tick,
      id: `B${number + 1}-${i + 1}`,
    }));
  }

  function burstHazards(fromTick: number, toTick: number): Hazard[] {
    return bursts.flatMap(({ burst, number, births }) =>
      births
        .filter(({ tick }) => tick >= fromTick && tick < toTick)
        .map(({ tick, id }) => {
          const type = caseTypeByCode(burst.caseType);
          return hazard(id, type, tick, burstPlaces(burst, number), `scenario:${scenario.id}`);
        }),
    );
  }

  function ordinaryHazards(hour: number): Hazard[] {
    const from = startOfHour(epochMs, hour);
    return caseTypes.flatMap((type) => {
      const kind = hazardKind(type.code);
      const random = createRandom(seed, `births/${type.code}/${hour}`);
      const count = random.poisson(sampled(type.perDayCity, density) * shareOfHour(kind.hours, hour % 24));
      const ticks = Array.from({ length: count }, () => from + random.whole(HOUR));
      return ticks.map((tick, i) => hazard(`${type.code}-${hour}-${i + 1}`, type, tick, usualPlaces(kind), 'ordinary'));
    });
  }

  /** False detections keep step with the true ones, in the same places: a busy street fools its camera more often. */
  function ghostsOf(type: CaseType, hour: number): Ghost[] {
    const rate = ghostRate(type);
    if (rate === 0) return [];
    const kind = hazardKind(type.code);
    const from = startOfHour(epochMs, hour);
    const random = createRandom(seed, `ghosts/${type.code}/${hour}`);
    const usual = sampled(type.perDayCity, density) * shareOfHour(kind.hours, hour % 24);
    const sources = [{ choice: usualPlaces(kind), expected: usual }];
    for (const { burst, number, births } of bursts) {
      if (burst.caseType !== type.code) continue;
      const inHour = births.filter(({ tick }) => tick >= from && tick < from + HOUR).length;
      sources.push({ choice: burstPlaces(burst, number), expected: inHour });
    }
    const choices = sources.flatMap(({ choice, expected }) =>
      Array.from({ length: random.poisson(rate * expected) }, () => choice),
    );
    return choices.flatMap((choice, i) => ghost(`G-${type.code}-${hour}-${i + 1}`, type, from, HOUR, choice, random));
  }

  /** None where no device looks. */
  function ghost(id: string, type: CaseType, from: number, length: number, choice: Choice, random: Random): Ghost[] {
    const tick = from + random.whole(length);
    const { at, area, device } = placed(type, choice, random);
    return device === null ? [] : [{ id, type: type.code, at, area, tick, device }];
  }

  function injected(id: string, { type: code, count, area, minutes }: InjectedBurst, tick: number) {
    const type = caseTypeByCode(code);
    const length = Math.round(minutes * MINUTE);
    const choice = createChoice(streetsIn([areaByCode(area).index]), hazardKind(code).place);
    const ticks = birthTicks(createRandom(seed, `inject/${id}`), count, tick, length);
    const hazards = ticks
      .map((at, i) => hazard(`${id}-${i + 1}`, type, at, choice, `inject:${id}`))
      .sort((a, b) => a.startTick - b.startTick);
    const random = createRandom(seed, `inject/${id}/ghosts`);
    const ghosts = Array.from({ length: random.poisson(ghostRate(type) * count) }, (_, i) =>
      ghost(`G-${id}-${i + 1}`, type, tick, length, choice, random),
    ).flat();
    return { hazards, ghosts };
  }

  return {
    hazardsIn(hour) {
      const from = startOfHour(epochMs, hour);
      return [...ordinaryHazards(hour), ...burstHazards(from, from + HOUR)].sort((a, b) => a.startTick - b.startTick);
    },
    ghostsIn(hour) {
      return caseTypes.flatMap((type) => ghostsOf(type, hour)).filter(({ tick }) => tick >= 0);
    },
    injected,
  };
}

/** Births rise and fall within the window: the mean of two uniform draws. */
const birthTicks = (random: Random, count: number, from: number, length: number): number[] =>
  Array.from({ length: count }, () => Math.floor(from + ((random.next() + random.next()) / 2) * length));

function inView(camera: RosterCamera, random: Random): Position {
  const metres = VIEW_METRES.nearest + (VIEW_METRES.farthest - VIEW_METRES.nearest) * random.next();
  const angle = 2 * Math.PI * random.next();
  const squeeze = Math.cos((camera.at[1] * Math.PI) / 180);
  return rounded([
    camera.at[0] + (metres * Math.sin(angle)) / (METRES_PER_DEGREE * squeeze),
    camera.at[1] + (metres * Math.cos(angle)) / METRES_PER_DEGREE,
  ]);
}

/** Always three numbers of the stream, so that a change of one type's table does not shift the rest. */
function naturalEnd(type: CaseType, kind: HazardKind, tick: number, random: Random): number | null {
  const byItself = random.next() < kind.selfEnds.share;
  const minutes = byItself
    ? Math.max(3, logNormal(kind.selfEnds.medianMinutes, 0.5, random))
    : logNormal(SCENE_LASTS_MEDIAN_MINUTES, 0.3, random);
  if (!byItself && type.source !== 'ai_camera') return null;
  return tick + kind.dwellSeconds + Math.round(minutes * MINUTE);
}
