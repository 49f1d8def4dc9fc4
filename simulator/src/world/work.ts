// Units on the spot: what they find, how long it takes, what they ask for, and what they report.
import type { CaseType } from '@onescreen/shared/catalogue';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { Evidence } from '@onescreen/shared/log';
import type { Random } from '@onescreen/shared/random';
import { createRandom } from '@onescreen/shared/random';
import { MINUTE } from '@onescreen/shared/time';
import { note } from './agenda.ts';
import type { Request } from './asking.ts';
import { asksAfterSeconds, isEarlyEnough, requestOf, TAKES_LONGER, WAITS_FOR_ANSWER_SECONDS } from './asking.ts';
import type { Happening, Hazard, Job, Work } from './happenings.ts';
import { logNormal } from './hazards.ts';
import { leave, placeOf, plan } from './moving.ts';
import type { Field } from './sending.ts';
import { endHazard, hazardsAt, send, sendNamed } from './sending.ts';
import { helpersAt, lendHand, partWith, releaseSupport } from './support.ts';
import { doneWords, neededBy } from './workWords.ts';

/** Share of jobs that need help, and how much longer they take when none comes. */
const HELP_SHARE = 0.02;
const HELP_PROLONGS = 1.3;
/** When it asks: this part of its work is done. */
const HELP_AFTER = 0.2;
/** A finished job has really ended its hazard with this probability; a second look does it better. */
const CURED_SHARE = 0.94;
const CURED_AGAIN_SHARE = 0.97;
/** A job takes at least this share of its drawn time on the spot, however long the drive was. */
const LEAST_ON_SPOT = 0.2;
/** A job longer than this is not done on the spot: after a visit the rest is desk or contractor work. Minutes. */
const LONG_JOB_MINUTES = 180;
const VISIT_MINUTES: readonly [low: number, high: number] = [25, 60];
/** A look around where nothing is to be found. Minutes. */
const LOOK_MINUTES: readonly [low: number, high: number] = [2, 6];
/** 90 % of a normal distribution lie below this many deviations. */
const P90_DEVIATIONS = 1.2816;

const minutesWithin = ([low, high]: readonly [number, number], random: Random): number =>
  (low + (high - low) * random.next()) * MINUTE;

/** The unit is there: a supporting one lends a hand, the others begin their work. */
export function arrive(field: Field, index: number, tick: number): void {
  const { setting, state } = field;
  const now = state.units[index]!;
  const unit = setting.units[index]!;
  const found = now.job!.role === 'lead' ? hazardsAt(field, now.job!.type, now.job!.to) : [];
  const attempt = Math.max(0, ...found.map(({ handlings }) => handlings));
  const job: Job = { ...now.job!, hazards: found.map(({ id }) => id), attempt };
  now.job = job;
  now.status = 'working';
  send(field, { kind: 'unit.arrived', tick, unit: unit.id, at: placeOf(field, index, tick), order: job.order });
  if (job.role === 'support') return lendHand(field, index, job, tick);
  const random = createRandom(setting.seed, `work/${found[0]?.id ?? job.case}/${attempt}`);
  const helpers = helpersAt(field, job.case);
  const [hazard] = found;
  job.work =
    hazard === undefined
      ? workFor(tick, minutesWithin(LOOK_MINUTES, random) * partWith(helpers), helpers)
      : workOn(field, index, job, hazard, helpers, random, tick);
  plan(state, index, job.work.doneTick, 'finish');
}

const workFor = (tick: number, seconds: number, helpers: number, then: Work['then'] = 'report'): Work => ({
  doneTick: tick + Math.round(seconds),
  then,
  aloneSeconds: 0,
  helpers,
});

/** Whole working time of a job, seconds, from the type's published median and p90. */
function jobSeconds(type: CaseType, random: Random): number {
  const { median, p90 } = type.handlingMinutes;
  return logNormal(median, Math.log(p90 / median) / P90_DEVIATIONS, random) * MINUTE;
}

function workOn(
  field: Field,
  index: number,
  job: Job,
  hazard: Hazard,
  helpers: number,
  random: Random,
  tick: number,
): Work {
  const type = caseTypeByCode(job.type);
  const whole = jobSeconds(type, random) * (job.attempt > 0 ? 0.5 : 1);
  const usual = Math.max(MINUTE, LEAST_ON_SPOT * whole, whole - (tick - job.calledTick));
  const isLong = usual > LONG_JOB_MINUTES * MINUTE;
  const asking = willAsk(field, index, job, hazard, isLong, tick);
  const onSpot = usual * (asking === null ? 1 : TAKES_LONGER);
  const leastSeconds = asking?.leastSeconds ?? 0;
  if (isLong) {
    field.state.contracts.set(job.case, { order: job.order, unit: index });
    note<Happening>(field.state.agenda, tick + Math.round(onSpot), { what: 'report', unit: index, job: { ...job } });
    const visit = minutesWithin(VISIT_MINUTES, random) * partWith(helpers);
    return workFor(tick, Math.max(leastSeconds, visit), helpers, 'leave');
  }
  const work = workFor(tick, Math.max(leastSeconds, onSpot * partWith(helpers)), helpers);
  if (random.next() >= HELP_SHARE || helpers > 0) return work;
  const aloneSeconds = Math.round(onSpot * (HELP_PROLONGS - 1));
  plan(field.state, index, tick + Math.round(HELP_AFTER * onSpot), 'help');
  return { ...work, doneTick: work.doneTick + aloneSeconds, aloneSeconds };
}

/** Notes the request that this job gives rise to, if it does. `leastSeconds`: how long the unit stays for the answer. */
function willAsk(
  field: Field,
  index: number,
  job: Job,
  hazard: Hazard,
  isLong: boolean,
  tick: number,
): { leastSeconds: number } | null {
  const { seed, units, weather } = field.setting;
  const type = caseTypeByCode(job.type);
  const request: Request | null = requestOf(seed, hazard, type, isLong, weather(hazard.area));
  if (request === null) return null;
  const askTick = tick + asksAfterSeconds(createRandom(seed, `asks/${hazard.id}/when`));
  if (!isEarlyEnough(type, job.calledTick, askTick)) return null;
  const { turn } = field.state.units[index]!;
  const unit = units[index]!.id;
  note<Happening>(field.state.agenda, askTick, {
    what: 'request',
    unit: index,
    turn,
    draft: { kind: 'unit.asks', tick: askTick, unit, order: job.order, ...request },
  });
  return { leastSeconds: request.what === 'suspend' ? askTick - tick + WAITS_FOR_ANSWER_SECONDS : 0 };
}

/** A request comes due: it is made if the unit is still at that work. */
export function makeRequest(field: Field, due: Extract<Happening, { what: 'request' }>): void {
  const { turn, job } = field.state.units[due.unit]!;
  if (turn !== due.turn || !job?.work) return;
  for (const id of job.hazards) {
    const hazard = field.state.hazards.get(id);
    if (hazard !== undefined) hazard.asked = true;
  }
  send(field, due.draft);
}

export function askHelp(field: Field, index: number, tick: number): void {
  const unit = field.setting.units[index]!;
  const { job } = field.state.units[index]!;
  if (!job?.work || job.work.helpers > 0) return;
  send(field, { kind: 'unit.help', tick, unit: unit.id, order: job.order, needs: neededBy(unit.kind) });
}

/** The work is through, unless a helper has brought that forward: the unit reports, or leaves the rest of a long job to others. */
export function finish(field: Field, index: number, tick: number): void {
  const { job } = field.state.units[index]!;
  if (job?.work?.doneTick !== tick) return;
  const { then } = job.work;
  job.work = null;
  if (then === 'leave') leave(field, index, tick);
  else {
    reportDone(field, index, job, tick);
    plan(field.state, index, tick + 30 + (job.calledTick % 60), 'leave');
  }
  releaseSupport(field, job.case, tick);
}

/** The rest of a long job is through, unless the case was taken from the unit in the meantime. */
export function reportLater(field: Field, { unit, job }: Extract<Happening, { what: 'report' }>, tick: number): void {
  if (field.state.contracts.get(job.case)?.order !== job.order) return;
  field.state.contracts.delete(job.case);
  reportDone(field, unit, job, tick);
}

/** The unit says that the job is done. Most often the hazard is gone then; now and then it is not. */
function reportDone(field: Field, index: number, job: Job, tick: number): void {
  const { setting, state } = field;
  const unit = setting.units[index]!;
  const found = job.hazards.length > 0;
  for (const id of job.hazards) {
    const hazard = state.hazards.get(id);
    if (hazard !== undefined && cures(setting.seed, hazard)) endHazard(field, id, tick, 'unit');
  }
  sendNamed(field, (id) => {
    const evidence: Evidence = { kind: 'photo', id, tick, text: doneWords(unit.kind, found) };
    return { kind: 'unit.handled', id, tick, unit: unit.id, order: job.order, evidence };
  });
}

function cures(seed: number, hazard: Hazard): boolean {
  const attempt = hazard.handlings++;
  const share = attempt === 0 ? CURED_SHARE : CURED_AGAIN_SHARE;
  return createRandom(seed, `cure/${hazard.id}/${attempt}`).next() < share;
}
