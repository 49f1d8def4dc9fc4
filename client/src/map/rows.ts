// From the store's state to the rows that layers draw.

import type { CaseState, CasesState } from '@onescreen/shared/cases';
import { endTick, isEnded, isFiled, shareUsed } from '@onescreen/shared/cases';
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { RosterUnit } from '@onescreen/shared/log';
import type { MarkShape } from '../layers/icons.ts';
import type { CaseMark, Colour, MovingUnit, StandingUnit } from '../layers/types.ts';
import type { Palette, Rgb } from './style/palette.ts';

const SHAPE: Readonly<Record<string, MarkShape>> = { event: 'circle', component: 'square', emergency: 'triangle' };
const SIZE_BY_PRIORITY = [22, 18, 15, 13, 11] as const;
/** An ended case stays on the map this long, simulated seconds, so that a closing is seen. */
const ENDED_SHOWN_TICKS = 600;

const withAlpha = (colour: Rgb, alpha: number): Colour => [colour[0], colour[1], colour[2], alpha];

function colourOf(one: CaseState, priority: number, palette: Palette): Colour {
  if (isEnded(one)) return withAlpha(palette.ended, 170);
  if (one.status === 'checking') return withAlpha(palette.checking, 235);
  return withAlpha(palette.priorities[priority - 1]!, one.status === 'discovered' ? 150 : 235);
}

function ringOf(one: CaseState, tick: number, epochMs: number, palette: Palette): Colour {
  if (isEnded(one) || !isFiled(one)) return withAlpha(palette.ended, 0);
  const used = shareUsed(one, tick, epochMs);
  if (used >= 1) return withAlpha(palette.priorities[0], 255);
  if (used >= 0.8) return withAlpha(palette.priorities[2], 230);
  return withAlpha(palette.checking, 110);
}

/** Marks of open cases and of those that ended a moment ago; the least urgent first, so that the most urgent is on top. */
export function caseMarks(cases: CasesState, tick: number, epochMs: number, palette: Palette): CaseMark[] {
  const marks: CaseMark[] = [];
  for (const one of Object.values(cases.cases)) {
    if (isEnded(one) && tick - endTick(one) > ENDED_SHOWN_TICKS) continue;
    const type = caseTypeByCode(one.type);
    const priority = 'priority' in one ? one.priority : type.priority;
    marks.push({
      id: one.id,
      at: [one.at[0], one.at[1]],
      shape: SHAPE[type.class] ?? 'circle',
      size: SIZE_BY_PRIORITY[priority - 1]!,
      priority,
      colour: colourOf(one, priority, palette),
      ring: ringOf(one, tick, epochMs, palette),
    });
  }
  return marks.sort((a, b) => b.priority - a.priority);
}

/** Units on the road, and those that stand (at their station or at work). */
export function unitRows(
  cases: CasesState,
  roster: readonly RosterUnit[],
  tick: number,
): { moving: MovingUnit[]; standing: StandingUnit[] } {
  const moving: MovingUnit[] = [];
  const standing: StandingUnit[] = [];
  for (const unit of roster) {
    const state = cases.units[unit.id];
    const path = state?.path ?? null;
    const last = path?.[path.length - 1];
    if (path !== null && last !== undefined && last[2] > tick) {
      const target = state?.case === null || state === undefined ? undefined : cases.cases[state.case];
      moving.push({
        id: unit.id,
        path,
        positions: path.map(([lon, lat]) => [lon, lat]),
        ticks: path.map(([, , at]) => at),
        to: target === undefined ? null : [target.at[0], target.at[1]],
      });
    } else {
      const at = last ?? unit.station;
      standing.push({ id: unit.id, at: [at[0], at[1]], working: state?.status === 'working' });
    }
  }
  return { moving, standing };
}
