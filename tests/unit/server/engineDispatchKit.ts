// What dispatch tests ask of a town: who was sent, who was called back; and worlds in which units stop half way.
import type { CaseState } from '@onescreen/shared/cases';
import type { RosterUnit } from '@onescreen/shared/log';
import type { Order } from '@onescreen/shared/protocol';
import type { Town, World } from './engineKit.ts';
import { goodUnit } from './engineKit.ts';

type Go = Extract<Order, { kind: 'go' }>;

export const theCase = (town: Town, id = 'C00001'): CaseState | undefined => town.engine.cases.cases[id];
export const goes = (town: Town): Go[] => town.orders.filter((order) => order.kind === 'go');
export const leads = (town: Town): string[] =>
  goes(town)
    .filter(({ role }) => role === 'lead')
    .map((order) => order.unit);
export const recalls = (town: Town): string[] =>
  town.orders.filter((order) => order.kind === 'recall').map((order) => order.unit);

export const onShift = (one: RosterUnit, shift: 'day' | 'night'): RosterUnit => ({ ...one, shift });

/** Units that only drive: they report where they go and never arrive. */
export const drivers: World = (order, tick) => (order.kind === 'go' ? goodUnit(order, tick).slice(0, 1) : []);
/** Units that arrive and stay at work. */
export const workers: World = (order, tick) => (order.kind === 'go' ? goodUnit(order, tick).slice(0, 2) : []);
