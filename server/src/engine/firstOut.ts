// Which alarm came first. Alarms of one causal chain follow each other; the one with no other of its chain before it is marked first-out: the
// place to look for the cause.
import { areRelated, CHAIN_WINDOW_TICKS } from '@onescreen/shared/cases';

/**
 * Whether an alarm of `indicator` that is raised now has no forerunner. `raised`: newest tick at which each alarm (`power-load@310000`) was
 * raised; `active`: whether it still is.
 */
export function isFirstOut(
  alarm: string,
  indicator: string,
  tick: number,
  raised: Readonly<Record<string, number>>,
  active: (alarm: string) => boolean,
): boolean {
  for (const other in raised) {
    if (other === alarm || !areRelated(indicator, other.slice(0, other.indexOf('@')))) continue;
    if (active(other) || tick - raised[other]! <= CHAIN_WINDOW_TICKS) return false;
  }
  return true;
}
