// What a unit writes under its photo, and what it asks for when it needs help.
import type { UnitKindId } from '@onescreen/shared/catalogue';
import type { Sentence } from './sentences.ts';

const DONE: Readonly<Record<UnitKindId, Sentence>> = {
  chengguan: { zh: '已劝离整改,现场恢复', en: 'Persuaded to leave; the place is back in order' },
  sanitation: { zh: '已清运,地面冲洗完毕', en: 'Removed, ground washed' },
  market: { zh: '已责令整改并复查', en: 'Ordered to correct, looked again' },
  police: { zh: '已到场处置,秩序恢复', en: 'Dealt with on the spot; order restored' },
  'traffic-police': { zh: '已疏导放行,道路恢复', en: 'Traffic released, road clear' },
  neighbourhood: { zh: '已上门,情况正常', en: 'Visited at home, all well' },
  property: { zh: '已排险,现场围护解除', en: 'Made safe, barrier removed' },
  greening: { zh: '已清理倒伏树木,车道恢复', en: 'Tree cleared, lane open' },
  'road-crew': { zh: '已修复,恢复通行', en: 'Repaired, open to traffic' },
  drainage: { zh: '已抽排,水位下降', en: 'Pumped, water has gone down' },
  'power-crew': { zh: '已抢修送电', en: 'Repaired, power is back' },
  'gas-crew': { zh: '已关阀换管,浓度归零', en: 'Valve closed, pipe replaced, no gas measured' },
  'water-crew': { zh: '已换管通水', en: 'Pipe replaced, water is back' },
  'lift-crew': { zh: '人员已救出,电梯检查完毕', en: 'People are out, lift inspected' },
  'telecom-crew': { zh: '线缆已固定,业务恢复', en: 'Cable fixed, service is back' },
  fire: { zh: '已扑灭,现场无复燃', en: 'Extinguished, no rekindling' },
  ambulance: { zh: '伤员已送医', en: 'Patients taken to hospital' },
  environment: { zh: '已检查取证,源头已停', en: 'Inspected, source stopped' },
  'bike-operator': { zh: '车辆已归位清运', en: 'Bikes moved and lined up' },
  'rail-crew': { zh: '设备已修复,运营恢复', en: 'Equipment repaired, service resumed' },
  health: { zh: '已流调采样,终末消毒', en: 'Traced, sampled and disinfected' },
  office: { zh: '已办理并答复市民', en: 'Dealt with, citizen answered' },
};

const NOTHING_FOUND: Sentence = { zh: '到场未见异常,已拍照', en: 'Nothing found on arrival, photo taken' };

const NEEDS: Readonly<Partial<Record<UnitKindId, Sentence>>> = {
  chengguan: { zh: '民警到场支援', en: 'Police' },
  sanitation: { zh: '装载机', en: 'Loader' },
  police: { zh: '交警到场疏导', en: 'Traffic police' },
  'traffic-police': { zh: '清障车', en: 'Tow truck' },
  greening: { zh: '吊车', en: 'Crane' },
  'road-crew': { zh: '挖掘机', en: 'Excavator' },
  drainage: { zh: '第二台泵车', en: 'Second pump truck' },
  'power-crew': { zh: '应急发电车', en: 'Generator truck' },
  'gas-crew': { zh: '挖掘机', en: 'Excavator' },
  'water-crew': { zh: '挖掘机', en: 'Excavator' },
  fire: { zh: '增援消防车', en: 'Second engine' },
  ambulance: { zh: '第二辆救护车', en: 'Second ambulance' },
};
const ANOTHER_TEAM: Sentence = { zh: '增援班组', en: 'Second team' };

/** The words under the photo of a finished order. */
export const doneWords = (kind: UnitKindId, found: boolean): Sentence => (found ? DONE[kind] : NOTHING_FOUND);

/** What the unit asks for when it cannot manage alone. */
export const neededBy = (kind: UnitKindId): Sentence => NEEDS[kind] ?? ANOTHER_TEAM;
