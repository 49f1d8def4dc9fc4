// Answers to check orders: what a second look at the place shows. By the truth, with the small errors that each means has.
import type { CheckMeans } from '@onescreen/shared/catalogue';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { Evidence, HotlineAnswer, Measure } from '@onescreen/shared/log';
import type { Random } from '@onescreen/shared/random';
import { createRandom } from '@onescreen/shared/random';
import { MINUTE } from '@onescreen/shared/time';
import { unreachable } from '@onescreen/shared/unreachable';
import { note } from './agenda.ts';
import { secondsUntilBack } from './cameras.ts';
import { takeContact } from './contacts.ts';
import type { CheckOrder, Happening } from './happenings.ts';
import type { Field } from './sending.ts';
import { hazardsAt, sendNamed } from './sending.ts';
import { hasGauge, readGauge } from './sensors.ts';

/** Kinds of look: the six means of closure, and the review of a doubtful detection by a person at the screen. */
type Look = CheckMeans | 'review';

/** How long each takes, seconds, and how often it is wrong. */
const LOOKS: Readonly<
  Record<Look, { seconds: readonly [low: number, high: number]; errorShare: number; evidence: Evidence['kind'] }>
> = {
  review: { seconds: [40, 180], errorShare: 0.03, evidence: 'review' },
  reshoot: { seconds: [0, 4], errorShare: 0.02, evidence: 'shot' },
  sensor: { seconds: [0, 4], errorShare: 0.01, evidence: 'reading' },
  callback: { seconds: [2 * MINUTE, 20 * MINUTE], errorShare: 0.01, evidence: 'callback' },
  photo: { seconds: [2 * MINUTE, 10 * MINUTE], errorShare: 0.03, evidence: 'photo' },
  visit: { seconds: [10 * MINUTE, 40 * MINUTE], errorShare: 0.01, evidence: 'visit' },
  document: { seconds: [15 * MINUTE, 60 * MINUTE], errorShare: 0.01, evidence: 'document' },
};

/** Citizens who do not pick up. */
const NO_ANSWER_SHARE = 0.08;

const lookOf = (order: CheckOrder): Look => (order.purpose === 'review' ? 'review' : order.means);
const streamOf = (field: Field, order: CheckOrder): Random => createRandom(field.setting.seed, `check/${order.id}`);

/** Whoever checks knows the type's limit and plans to need at most this part of it. */
const PLANNED_PART = 0.8;

/** Shortest and longest wait for the answer, seconds: as the means needs, sooner where the type's limit for checking is short. */
function secondsOf(order: CheckOrder): readonly [low: number, high: number] {
  const [low, high] = LOOKS[lookOf(order)].seconds;
  const planned = caseTypeByCode(order.type).limitMinutes.verify * MINUTE * PLANNED_PART;
  const haste = Math.min(1, planned / high);
  return [low * haste, high * haste];
}

/** Notes when the answer will come. `tick`: the step in which the order is applied. */
export function takeCheck(field: Field, order: CheckOrder, tick: number): void {
  if (order.purpose === 'contact') return takeContact(field, order, tick);
  const [low, high] = secondsOf(order);
  const delay = Math.round(low + (high - low) * streamOf(field, order).next());
  note<Happening>(field.state.agenda, tick + order.afterTicks + delay, { what: 'answer', order });
}

/** The answer comes due; where the device is away just then, it waits until that is back. */
export function answerCheck(field: Field, order: CheckOrder, tick: number): void {
  const { seed, epochMs } = field.setting;
  const look = lookOf(order);
  const usesDevice = look === 'review' || look === 'reshoot' || look === 'sensor';
  const wait = usesDevice && order.device !== null ? secondsUntilBack(seed, order.device, epochMs, tick) : 0;
  if (wait > 0) {
    note<Happening>(field.state.agenda, tick + wait + 15, { what: 'answer', order });
    return;
  }
  const random = streamOf(field, order);
  random.next();
  const present = hazardsAt(field, order.type, order.at).length > 0;
  const mistaken = random.next() < LOOKS[look].errorShare;
  const clear = present === mistaken;
  const seen = whatWasSeen(order, look, clear, random);
  sendNamed(field, (id) => {
    const evidence: Evidence = { kind: LOOKS[look].evidence, id, tick, ...seen };
    return { kind: 'checked', id, tick, order: order.id, evidence };
  });
}

function whatWasSeen(
  order: CheckOrder,
  look: Look,
  clear: boolean,
  random: Random,
): Omit<Evidence, 'kind' | 'id' | 'tick'> {
  const camera = order.device === null ? {} : { camera: order.device };
  switch (look) {
    case 'review':
      return {
        clear,
        ...camera,
        text: clear
          ? { zh: '人工复核:误报', en: 'Reviewed by a person: false alarm' }
          : { zh: '人工复核:属实', en: 'Reviewed by a person: true' },
      };
    case 'reshoot': {
      const confidence = Math.round((0.84 + 0.14 * random.next()) * 1000) / 1000;
      return {
        clear,
        confidence,
        ...camera,
        value: clear ? 0 : 1 + random.whole(3),
        unit: 'objects' satisfies Measure,
      };
    }
    case 'sensor':
      return hasGauge(order.type) ? { clear, ...readGauge(order.type, clear ? 'calm' : 'alarm', random) } : { clear };
    case 'callback':
      return callback(clear, random);
    case 'photo':
      return {
        clear,
        text: clear
          ? { zh: '照片比对:已恢复', en: 'Photos compared: restored' }
          : { zh: '照片比对:仍存在', en: 'Photos compared: still there' },
      };
    case 'visit':
      return {
        clear,
        text: clear
          ? { zh: '现场核查:已解决', en: 'Checked on site: solved' }
          : { zh: '现场核查:未解决', en: 'Checked on site: not solved' },
      };
    case 'document':
      return {
        clear,
        text: clear
          ? { zh: '处置文书齐全', en: 'Documents complete' }
          : { zh: '处置文书缺失', en: 'Documents missing' },
      };
    default:
      return unreachable(look);
  }
}

/** How content the citizen was: what `value` stands for in call-back evidence, with `unit` `satisfaction`. */
const SATISFACTION: Readonly<Record<HotlineAnswer, number>> = {
  'very-satisfied': 3,
  satisfied: 2,
  dissatisfied: 1,
  'no-answer': 0,
};
const CITIZEN_SAYS: Readonly<Record<HotlineAnswer, { zh: string; en: string }>> = {
  'very-satisfied': { zh: '回访:非常满意', en: 'Call-back: very satisfied' },
  satisfied: { zh: '回访:满意', en: 'Call-back: satisfied' },
  dissatisfied: { zh: '回访:不满意', en: 'Call-back: dissatisfied' },
  'no-answer': { zh: '回访:无人接听', en: 'Call-back: no answer' },
};

/** A citizen whose trouble is gone is content in nine cases of ten; one who does not pick up says nothing: no `clear`. */
function callback(clear: boolean, random: Random): Pick<Evidence, 'clear' | 'value' | 'unit' | 'text'> {
  const answer = citizensAnswer(clear, random);
  const said = { value: SATISFACTION[answer], unit: 'satisfaction' satisfies Measure, text: CITIZEN_SAYS[answer] };
  return answer === 'no-answer' ? said : { clear, ...said };
}

function citizensAnswer(clear: boolean, random: Random): HotlineAnswer {
  if (random.next() < NO_ANSWER_SHARE) return 'no-answer';
  const mood = random.next();
  if (!clear || mood >= 0.9) return 'dissatisfied';
  return mood < 0.4 ? 'very-satisfied' : 'satisfied';
}
