// The 13 KPIs by name (brief §3.6): what each divides by what. `account.ts` says the same in code.
import type { Kpi, KpiId } from './types.ts';

type Words = Omit<Kpi, 'id'>;

const words: Readonly<Record<KpiId, Words>> = {
  'filing-rate': {
    zh: '立案率',
    en: 'Filing rate',
    formula: { zh: '本期上报案件中已立案数 ÷ 本期上报数', en: 'filed ÷ cases reported in the span' },
    better: 'higher',
  },
  'correct-filing-rate': {
    zh: '准确立案率',
    en: 'Correct filing rate',
    formula: {
      zh: '本期立案中未因误录入、误报、不属受理范围而作废或并案者 ÷ 本期立案数',
      en: 'not voided or joined later as a mistake ÷ cases filed in the span',
    },
    better: 'higher',
  },
  'timely-dispatch-rate': {
    zh: '及时派遣率',
    en: 'Timely dispatch rate',
    formula: {
      zh: '本期首次派遣中在派遣时限内者 ÷ 本期首次派遣数',
      en: 'first sent out within the limit for dispatch ÷ cases first sent out in the span',
    },
    better: 'higher',
  },
  'correct-dispatch-rate': {
    zh: '准确派遣率',
    en: 'Correct dispatch rate',
    formula: {
      zh: '本期首次派遣中未被退单者 ÷ 本期首次派遣数',
      en: 'never returned ÷ cases first sent out in the span',
    },
    better: 'higher',
  },
  'handling-rate': {
    zh: '处置率',
    en: 'Handling rate',
    formula: {
      zh: '应处置案件中已处置数 ÷ 应处置数（处置时限在本期到期）',
      en: 'handled ÷ cases due to be handled in the span',
    },
    better: 'higher',
  },
  'timely-handling-rate': {
    zh: '按期处置率',
    en: 'Timely handling rate',
    formula: {
      zh: '应处置案件中按期处置数 ÷ 应处置数',
      en: 'handled by the deadline ÷ cases due to be handled in the span',
    },
    better: 'higher',
  },
  'closing-rate': {
    zh: '结案率',
    en: 'Closing rate',
    formula: {
      zh: '应结案案件中已结案数 ÷ 应结案数（结案时限在本期到期）',
      en: 'closed ÷ cases due to be closed in the span',
    },
    better: 'higher',
  },
  'timely-closing-rate': {
    zh: '按期结案率',
    en: 'Timely closing rate',
    formula: {
      zh: '应结案案件中按期结案数 ÷ 应结案数',
      en: 'closed by the deadline ÷ cases due to be closed in the span',
    },
    better: 'higher',
  },
  'rework-rate': {
    zh: '返工率',
    en: 'Rework rate',
    formula: {
      zh: '本期处置案件中至少一次核查不通过者 ÷ 本期处置数',
      en: 'with at least one failed check ÷ cases handled in the span',
    },
    better: 'lower',
  },
  'overdue-rate': {
    zh: '超期率',
    en: 'Overdue rate',
    formula: {
      zh: '应结案案件中超期结案和超期未结数 ÷ 应结案数',
      en: 'closed late or open past the deadline ÷ cases due to be closed in the span',
    },
    better: 'lower',
  },
  'deferral-rate': {
    zh: '延期挂账率',
    en: 'Deferral rate',
    formula: { zh: '本期立案中延期或挂账者 ÷ 本期立案数', en: 'extended or suspended ÷ cases filed in the span' },
    better: 'lower',
  },
  'automation-rate': {
    zh: '自动结案占比',
    en: 'Automation rate',
    formula: { zh: '本期结案中全程无人工者 ÷ 本期结案数', en: 'closed with no human step ÷ cases closed in the span' },
    better: 'higher',
  },
  'satisfaction-rate': {
    zh: '满意率',
    en: 'Satisfaction rate',
    formula: {
      zh: '本期评价中非常满意和满意数 ÷ 有效评价数',
      en: 'very satisfied or satisfied ÷ valid answers given in the span',
    },
    better: 'higher',
  },
};

/** The 13, in the order of brief §3.6. */
export const kpis: readonly Kpi[] = (Object.keys(words) as KpiId[]).map((id) => ({ id, ...words[id] }));
