// Why the desk does not do what a person asks, beside the rule book's own refusals: alarms, proofs and units.
import type { Sentence } from './reasons.ts';

/** A refusal as people and programs read it, whoever refused: the rule book, the desk or the permissions. */
export interface Refusal extends Sentence {
  code: string;
}

const refusals = {
  'no-such-alarm': { zh: '没有这条告警，或已消除', en: 'There is no such alarm, or it is over' },
  'already-acknowledged': { zh: '告警已确认', en: 'The alarm was acknowledged already' },
  'already-shelved': {
    zh: '告警已搁置；如需改期，请先取消搁置',
    en: 'The alarm is on a shelf already: take it off first to change its end',
  },
  'not-shelved': { zh: '告警没有被搁置', en: 'The alarm is on no shelf' },
  'shelf-too-long': {
    zh: '搁置最长 8 小时，请选择更短的时间',
    en: 'A shelf lasts 8 hours at most: choose a shorter time',
  },
  'shelf-reason-unknown': { zh: '请选择搁置理由', en: 'Choose one of the reasons for shelving' },
  'case-has-ended': { zh: '要并入的案件已办结', en: 'The case to join has ended' },
  'no-camera': { zh: '该案件不是镜头发现，无法复拍', en: 'No camera found this case: it cannot be shot again' },
  'no-sensor': { zh: '该案件没有传感器', en: 'There is no sensor at this case' },
  'nobody-to-call': { zh: '没有可回访的诉求人', en: 'There is nobody to call back' },
  'all-urged': { zh: '各级督办均已发出', en: 'It was urged at every stage already' },
  'no-record': { zh: '该案件没有个人信息', en: 'There is no personal record with this case' },
  'no-such-unit': { zh: '没有这个单位', en: 'There is no such unit' },
  'unit-busy': { zh: '该单位正在处置其他案件', en: 'The unit is on another case' },
  'unit-off-duty': { zh: '该单位不在班', en: 'The unit is off duty' },
  'unit-not-able': { zh: '该单位不具备处置此类案件的职能', en: 'This kind of unit cannot do this type of case' },
  'unit-away': { zh: '该单位已停用', en: 'The unit is out of service' },
  'unit-lost-already': { zh: '该单位已处于停用状态', en: 'The unit is out of service already' },
  'no-such-policy': { zh: '没有这种派遣策略', en: 'There is no such dispatch policy' },
  'policy-in-force': { zh: '已在使用该派遣策略', en: 'This dispatch policy is in force already' },
  'not-measured-there': {
    zh: '该指标在这一层级没有数据，请选择上级区域',
    en: 'This indicator is not measured at that level: choose the area above',
  },
  'no-unit-free': { zh: '没有可派的同类力量', en: 'No unit of this kind is free' },
} as const satisfies Record<string, Sentence>;

export type DeskRefusalCode = keyof typeof refusals;

export const deskRefusal = (code: DeskRefusalCode): Refusal => ({ code, ...refusals[code] });

export const isDeskRefusal = (code: string): code is DeskRefusalCode => Object.hasOwn(refusals, code);
