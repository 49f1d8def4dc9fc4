// How the viewer wants to see it: language, look, which panels are open. Nothing of the city.
import type { HandlingLevel } from '@onescreen/shared/cases';
import type { DimensionId } from '@onescreen/shared/catalogue';
import { create } from 'zustand';

export type Language = 'zh' | 'en';
export type Look = 'show' | 'calm';
export type WorkList = 'cases' | 'alarms';
export type CaseFilter = {
  status: 'open' | 'checking' | 'suspended' | 'ruling' | 'overdue' | 'ended' | 'all';
  priority: 'all' | '1' | '2' | '3' | '4' | '5';
  automatic: boolean;
  level: 'all' | HandlingLevel;
  /** Only those that the person at this screen has in hand. */
  mine: boolean;
  /** Part of a number or id; empty: any. */
  text: string;
};

/** The boards that stand over the map, in the order of their tabs: 绩效, 规则, 五级, 审计, 徐泾, 真如, 场次, 对比. */
export const BOARDS = ['kpis', 'rules', 'levels', 'audit', 'wall', 'zhenru', 'runs', 'compare'] as const;
export type BoardId = (typeof BOARDS)[number];

export interface Ui {
  language: Language;
  look: Look;
  /** The dimension whose tiles are drawn large. */
  dimension: DimensionId;
  workList: WorkList;
  caseFilter: CaseFilter;
  /** The board that is open over the map; null: the map. */
  board: BoardId | null;
  /** The other run that the one on the screen is compared with; null: none. */
  compare: string | null;
  dialog: 'none' | 'keys' | 'scenarios';
}

export const useUi = create<Ui>(() => ({
  language: 'zh',
  look: 'show',
  dimension: 'traffic',
  workList: 'cases',
  caseFilter: { status: 'open', priority: 'all', automatic: false, level: 'all', mine: false, text: '' },
  board: null,
  compare: null,
  dialog: 'none',
}));

export const setUi = (part: Partial<Ui>): void => useUi.setState(part);
