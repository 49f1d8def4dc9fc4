// How the viewer wants to see it: language, look, which panels are open. Nothing of the city.
import type { DimensionId } from '@onescreen/shared/catalogue';
import { create } from 'zustand';

export type Language = 'zh' | 'en';
export type Look = 'show' | 'calm';
export type WorkList = 'cases' | 'alarms';
export type CaseFilter = {
  status: 'open' | 'checking' | 'overdue' | 'ended' | 'all';
  priority: 'all' | '1' | '2' | '3' | '4' | '5';
  automatic: boolean;
};

export interface Ui {
  language: Language;
  look: Look;
  /** The dimension whose tiles are drawn large. */
  dimension: DimensionId;
  workList: WorkList;
  caseFilter: CaseFilter;
  dialog: 'none' | 'keys' | 'scenarios';
}

export const useUi = create<Ui>(() => ({
  language: 'zh',
  look: 'show',
  dimension: 'traffic',
  workList: 'cases',
  caseFilter: { status: 'open', priority: 'all', automatic: false },
  dialog: 'none',
}));

export const setUi = (part: Partial<Ui>): void => useUi.setState(part);
