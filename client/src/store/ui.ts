// How the viewer wants to see it: language, look, which panels are open. Nothing of the city.
import type { HandlingLevel } from '@onescreen/shared/cases';
import type { DimensionId } from '@onescreen/shared/catalogue';
import { createSeen } from './sight.ts';

export type Look = 'show' | 'calm';
export type WorkList = 'cases' | 'alarms';
export const CASE_STATUSES = ['open', 'checking', 'suspended', 'ruling', 'overdue', 'ended', 'all'] as const;
export const PRIORITIES = ['1', '2', '3', '4', '5'] as const;
export type CaseFilter = {
  status: (typeof CASE_STATUSES)[number];
  priority: 'all' | (typeof PRIORITIES)[number];
  automatic: boolean;
  level: 'all' | HandlingLevel;
  /** Only those that the person at this screen has in hand. */
  mine: boolean;
  /** Part of a number or id; empty: any. */
  text: string;
};

/** On a phone one part is seen at a time, the cases first. */
export const PHONE_PARTS = ['cases', 'signs', 'map', 'time'] as const;

/** The list as it is when nobody filters it. */
export const ALL_OPEN_CASES: CaseFilter = {
  status: 'open',
  priority: 'all',
  automatic: false,
  level: 'all',
  mine: false,
  text: '',
};

/** Regions of the screen that can fill it: 体征, 地图, 闭环, 案件, 单案, 指标. */
export const PANELS = ['signs', 'map', 'loop', 'work', 'case', 'sign'] as const;
export type PanelId = (typeof PANELS)[number];

/** The boards that stand over the map, in the order of their tabs: 绩效, 告警, 规则, 五级, 审计, 徐泾, 真如, 场次, 对比. */
export const BOARDS = ['kpis', 'alarms', 'rules', 'levels', 'audit', 'wall', 'zhenru', 'runs', 'compare'] as const;
export type BoardId = (typeof BOARDS)[number];

export interface Ui {
  /** Code of the language that the viewer wishes; English is spoken until it is here (i18n/spoken.ts). */
  language: string;
  look: Look;
  /** The dimension whose tiles are drawn large. */
  dimension: DimensionId;
  workList: WorkList;
  caseFilter: CaseFilter;
  /** The board that is open over the map; null: the map. */
  board: BoardId | null;
  /** The region that fills the screen; null: each in its place. */
  maximised: PanelId | null;
  phonePart: (typeof PHONE_PARTS)[number];
  /** Layers of the map that are not as usual: off, or on where they are usually off. */
  switchedLayers: readonly string[];
  /** The other run that the one on the screen is compared with; null: none. */
  compare: string | null;
  dialog: 'none' | 'find' | 'keys' | 'scenarios' | 'views' | 'wall';
  /** The scenario that the dialog offers when it opens; null: none yet. */
  offeredScenario: string | null;
}

export const useUi = createSeen<Ui>(() => ({
  language: 'zh',
  look: 'show',
  dimension: 'traffic',
  workList: 'cases',
  caseFilter: ALL_OPEN_CASES,
  board: null,
  maximised: null,
  phonePart: 'cases',
  switchedLayers: [],
  compare: null,
  dialog: 'none',
  offeredScenario: null,
}));

export const setUi = (part: Partial<Ui>): void => useUi.setState(part);
