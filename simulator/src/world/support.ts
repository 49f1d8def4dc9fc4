// Units that help another: they shorten its work, and go home with it. They never report a job as done.
import type { CaseId } from '@onescreen/shared/ids';
import { MINUTE } from '@onescreen/shared/time';
import type { Job } from './happenings.ts';
import { leave, plan } from './moving.ts';
import type { Field } from './sending.ts';

/** What is left of the work takes this part of its time when one more unit joins in; a third helper only stands in the way (estimates). */
const SHORTENS = 0.6;
const MOST_HELPERS = 2;
/** A unit whose lead is not there, or has left, waits this long for another. */
const WAITS_SECONDS = 20 * MINUTE;
/** Tools are put away for at least this long, whoever helps. */
const LEAST_SECONDS = MINUTE;

/** How many of a case's supporting units are on the spot. */
export const helpersAt = (field: Field, id: CaseId): number =>
  field.state.units.filter(({ job, status }) => job?.case === id && job.role === 'support' && status === 'working')
    .length;

/** The part of its time that work takes with so many helpers. */
export const partWith = (helpers: number): number => SHORTENS ** Math.min(helpers, MOST_HELPERS);

/** A supporting unit is on the spot: it lends a hand if its lead is at work, and stays for as long as there is a lead. */
export function lendHand(field: Field, index: number, job: Job, tick: number): void {
  plan(field.state, index, tick + WAITS_SECONDS, 'stand-down');
  const lead = field.state.units.findIndex(
    (unit) => unit.job?.case === job.case && unit.job.work !== null && unit.job.work.doneTick > tick,
  );
  const leadJob = field.state.units[lead]?.job;
  if (!leadJob?.work) return;
  const { work } = leadJob;
  const left = Math.max(0, work.doneTick - work.aloneSeconds - tick);
  const part = work.helpers < MOST_HELPERS ? SHORTENS : 1;
  const doneTick = tick + Math.max(LEAST_SECONDS, Math.round(left * part));
  leadJob.work = { ...work, doneTick, aloneSeconds: 0, helpers: work.helpers + 1 };
  plan(field.state, lead, doneTick, 'finish');
}

/** Time to go, unless somebody has the case in hand or is on the way to it. */
export function standDown(field: Field, index: number, tick: number): void {
  const id = field.state.units[index]!.job?.case;
  const hasLead = field.state.units.some(({ job }) => job?.case === id && job?.role === 'lead');
  if (hasLead) plan(field.state, index, tick + WAITS_SECONDS, 'stand-down');
  else leave(field, index, tick);
}

/** The lead is through: those with it pack up, those on the way turn round. */
export function releaseSupport(field: Field, id: CaseId, tick: number): void {
  field.state.units.forEach((unit, index) => {
    if (unit.job?.case !== id || unit.job.role !== 'support') return;
    unit.turn++;
    if (unit.status === 'working') plan(field.state, index, tick + LEAST_SECONDS, 'leave');
    else leave(field, index, tick);
  });
}
