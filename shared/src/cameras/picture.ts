// What a picture of one of the ten cameras shows at a second: what is there by the truth, and what the machine says about it. The two may differ:
// a box round nothing of the kind is a false detection, a hazard without a box was missed or is not found yet.

import { endTick, isEnded } from '../cases/facts.ts';
import type { CaseState, CaseStep } from '../cases/types.ts';
import { distanceMetres } from '../geography/measure.ts';
import type { CaseId } from '../ids.ts';
import type { Evidence } from '../log/entries.ts';
import { hash32 } from '../random.ts';
import { MINUTE } from '../time.ts';
import type { CameraTruth, SceneId, TrueHazard } from './truth.ts';
import { isScene, isThere } from './truth.ts';

/** What is seen at one place belongs together, and a team clears the whole spot. As in the world. */
const SAME_SPOT_METRES = 30;
/** A detection speaks of now for so long; after that it is the last that was seen. */
const FRESH_TICKS = 2 * MINUTE;
/** How long the empty place stays marked after the case has ended. */
const CLEAR_TICKS = 10 * MINUTE;
/** Harmless things that a scene can show, each in a place of its own. */
export const DECOYS = 3;

/** A thing that is really there. */
export interface DrawnHazard {
  id: string;
  place: number;
  /** Objects, as the newest detection of it counted them; null before the first. */
  count: number | null;
  /** Seconds since it began. */
  age: number;
  /** The machine does not speak of it: missed, or not found yet. In the frame of a case: a look that overlooked it. */
  isMissed: boolean;
}

/**
 * `seen`: detected just now; `last`: detected a while ago; `awaiting`: the unit says done, the re-shot is not there yet; `clear`: looked at again, and
 * nothing of the kind was seen.
 */
export type BoxState = 'seen' | 'last' | 'awaiting' | 'clear';

/** What the machine says. */
export interface Box {
  case: CaseId;
  state: BoxState;
  /** Where: at a hazard's place, or round one of the harmless things. */
  spot: { kind: 'hazard' | 'decoy'; place: number };
  confidence: number;
  /** Objects counted; null where it counted none. */
  count: number | null;
  tick: number;
  /** By the truth: nothing of the kind is or was behind it. */
  isFalse: boolean;
}

export interface Picture {
  tick: number;
  hazards: readonly DrawnHazard[];
  boxes: readonly Box[];
}

/** A look of the camera at a case: a detection, a review or a re-shot. */
export type Look = Evidence & { kind: 'hit' | 'review' | 'shot' };
const isLook = (one: Evidence): one is Look => one.kind === 'hit' || one.kind === 'review' || one.kind === 'shot';

/** All looks of a case up to a tick, oldest first. */
export const looksOf = ({ steps }: CaseState, tick: number = Number.POSITIVE_INFINITY): Look[] =>
  steps.flatMap((step: CaseStep) => step.evidence ?? []).filter((one): one is Look => isLook(one) && one.tick <= tick);

/** The hazards that a case is about, whether they still last or not, soonest first. Empty: a false alarm. */
export function hazardsOf(truth: CameraTruth, one: CaseState): TrueHazard[] {
  const behind = new Set(looksOf(one).map(({ id }) => truth.behind[id]));
  const until = isEnded(one) ? endTick(one) : Number.POSITIVE_INFINITY;
  return truth.hazards.filter(
    (hazard) =>
      hazard.scene === one.type &&
      (behind.has(hazard.id) ||
        (behind.size > 1 &&
          hazard.beganTick <= until &&
          (hazard.endedTick ?? Number.POSITIVE_INFINITY) >= one.discoveredTick &&
          distanceMetres(hazard.at, one.at) <= SAME_SPOT_METRES)),
  );
}

/** The harmless thing that a false alarm is about: the same one in every picture of its case. */
export const decoyOf = (id: CaseId): number => hash32(`decoy/${id}`) % DECOYS;

const countOf = ({ value }: Evidence): number | null => (value === undefined || value < 1 ? null : Math.round(value));

/** The state of what is said, by the newest look and how the case stands; null when nothing is said any more. */
function stateOf(one: CaseState, look: Look, tick: number): BoxState | null {
  const isClear = look.clear === true;
  if (isEnded(one)) return isClear && tick - endTick(one) <= CLEAR_TICKS ? 'clear' : null;
  if (isClear) return 'clear';
  if (one.status === 'checking' && look.kind === 'hit') return 'awaiting';
  return tick - look.tick <= FRESH_TICKS ? 'seen' : 'last';
}

/** What is said of a case by one look at it: a box at each of its hazards that are there, or where the last one was, or round what fooled the camera. */
function boxesOf(truth: CameraTruth, one: CaseState, look: Look, state: BoxState, tick: number): Box[] {
  const all = hazardsOf(truth, one).filter(({ beganTick }) => beganTick <= tick);
  const there = all.filter((hazard) => isThere(hazard, tick));
  const behind = truth.behind[look.id];
  const newest = all.findLast(({ id }) => id === behind) ?? all.at(-1);
  const places = there.length > 0 ? there : newest === undefined ? [] : [newest];
  const said = {
    case: one.id,
    state,
    confidence: look.confidence ?? one.confidence,
    count: countOf(look),
    tick: look.tick,
  };
  if (places.length === 0) return [{ ...said, spot: { kind: 'decoy', place: decoyOf(one.id) }, isFalse: true }];
  const isFalse = look.kind === 'hit' ? behind === undefined : look.clear === false && there.length === 0;
  return [...new Set(places.map(({ place }) => place))].map((place) => ({
    ...said,
    spot: { kind: 'hazard', place },
    isFalse,
  }));
}

/** The hazards of a scene at a tick, as counted by then. `isMissed` says of which the machine does not speak. */
function hazardsAt(
  truth: CameraTruth,
  scene: SceneId,
  looks: readonly Look[],
  tick: number,
  isMissed: (id: string) => boolean,
): DrawnHazard[] {
  return truth.hazards
    .filter((hazard) => hazard.scene === scene && isThere(hazard, tick))
    .map(({ id, place, beganTick }) => {
      const last = looks.findLast((look) => look.kind === 'hit' && truth.behind[look.id] === id);
      return {
        id,
        place,
        count: last === undefined ? null : countOf(last),
        age: tick - beganTick,
        isMissed: isMissed(id),
      };
    });
}

const idsOf = (truth: CameraTruth, one: CaseState): string[] => hazardsOf(truth, one).map(({ id }) => id);

/** The camera's picture now. `cases`: those of its scene, as they stand at `tick`. */
export function pictureAt(truth: CameraTruth, scene: SceneId, cases: readonly CaseState[], tick: number): Picture {
  const boxes = cases.flatMap((one) => {
    const look = looksOf(one, tick).at(-1);
    const state = look === undefined ? null : stateOf(one, look, tick);
    return look === undefined || state === null ? [] : boxesOf(truth, one, look, state, tick);
  });
  const looks = cases.flatMap((one) => looksOf(one, tick));
  const known = new Set(cases.filter((one) => !isEnded(one)).flatMap((one) => idsOf(truth, one)));
  return { tick, hazards: hazardsAt(truth, scene, looks, tick, (id) => !known.has(id)), boxes };
}

/** The frame that a piece of evidence is: the scene of that second, with what was said of it then. Null for what is no look of these cameras. */
export function pictureOf(truth: CameraTruth, one: CaseState, evidence: Evidence): Picture | null {
  if (!isLook(evidence) || !isScene(one.type)) return null;
  const { tick } = evidence;
  const isClear = evidence.clear === true;
  const boxes = boxesOf(truth, one, evidence, isClear ? 'clear' : 'seen', tick);
  const own = new Set(idsOf(truth, one));
  const hazards = hazardsAt(truth, one.type, looksOf(one, tick), tick, (id) => isClear && own.has(id));
  return { tick, hazards, boxes };
}
