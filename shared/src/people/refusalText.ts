// The sentence of a refusal's code as the log keeps it: of the rule book, of the desk or of the permissions.

import { deskRefusal, isDeskRefusal } from '../cases/deskRefusals.ts';
import type { Sentence } from '../cases/reasons.ts';
import { caseRefusal, refusalCodes } from '../cases/reasons.ts';
import type { DeedRefusal } from './refuseDeed.ts';

/** In short: whose role and which area stand beside it in the log. */
const denials: Readonly<Record<DeedRefusal['code'], Sentence>> = {
  'sign-in-needed': { zh: '未登录', en: 'Not signed in' },
  'role-may-not': { zh: '该岗位无此权限', en: 'This role may not do that' },
  'outside-your-area': { zh: '不在其辖区', en: 'Outside their area' },
  'level-above-needed': { zh: '须由上级决定', en: 'The level above has to decide' },
};

/** The code itself where it is none of ours: a recording from elsewhere. */
export function refusalText(code: string): Sentence {
  if (Object.hasOwn(denials, code)) return denials[code as DeedRefusal['code']];
  if (isDeskRefusal(code)) return deskRefusal(code);
  const ofRules = refusalCodes.find((one) => one === code);
  return ofRules === undefined ? { zh: code, en: code } : caseRefusal(ofRules);
}
