// Why the desk does not do what a person asks, beside the rule book's own refusals and the permissions'.
import type { Sentence } from '@onescreen/shared/cases';

/** A refusal as people and programs read it. */
export interface DeskRefusal extends Sentence {
  code: string;
}

const refusals = {
  'no-such-alarm': { zh: '没有这条告警，或已消除', en: 'There is no such alarm, or it is over' },
  'already-acknowledged': { zh: '告警已确认', en: 'The alarm was acknowledged already' },
  'case-has-ended': { zh: '要并入的案件已办结', en: 'The case to join has ended' },
  'no-camera': { zh: '该案件不是镜头发现，无法复拍', en: 'No camera found this case: it cannot be shot again' },
  'no-sensor': { zh: '该案件没有传感器', en: 'There is no sensor at this case' },
  'nobody-to-call': { zh: '没有可回访的诉求人', en: 'There is nobody to call back' },
  'all-urged': { zh: '各级督办均已发出', en: 'It was urged at every stage already' },
  'no-record': { zh: '该案件没有个人信息', en: 'There is no personal record with this case' },
} as const satisfies Record<string, Sentence>;

export const refusal = (code: keyof typeof refusals): DeskRefusal => ({ code, ...refusals[code] });
