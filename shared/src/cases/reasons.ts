// Reason codes of case steps and refusals, each with the sentence that a person reads.

export interface Sentence {
  zh: string;
  en: string;
}

const reasons = {
  // 退单
  'not-our-territory': { zh: '属地不符', en: 'Not our territory' },
  'not-our-duty': { zh: '职能不符', en: 'Not our duty' },
  'ownership-unclear': { zh: '权属不清', en: 'Ownership unclear' },
  // 不予立案
  'false-alarm': { zh: '误报：复看画面无此情况', en: 'False alarm: a second look shows nothing' },
  'out-of-scope': { zh: '不属受理范围', en: 'Out of scope' },
  // 受理
  'confidence-above-gate': { zh: '置信度达到 0.75，自动受理', en: 'Confidence at or above 0.75, accepted by itself' },
  'sensor-in-alarm': { zh: '传感器告警，自动受理', en: 'Sensor in alarm, accepted by itself' },
  'seen-on-review': { zh: '人工复看画面属实', en: 'A person looked at the frame: it is there' },
  'review-unanswered': { zh: '复看无结果，按属实受理', en: 'Nobody could look again: taken as real' },
  // 并案
  'same-camera': { zh: '同一镜头、同一类别、30 米内、30 分钟内', en: 'Same camera and class, within 30 m and 30 min' },
  'same-sensor': { zh: '同一传感器', en: 'Same sensor' },
  'same-place': { zh: '同类、60 米内、30 分钟内', en: 'Same class, within 60 m and 30 min' },
  // 立案、派遣
  'self-correct-first': {
    zh: '先短信提醒店家，10 分钟自行改正',
    en: 'The shop is told by SMS first and has 10 minutes to put it right',
  },
  'least-total-distance': { zh: '全局路程最短', en: 'Least distance for all cases together' },
  'balanced-load': { zh: '兼顾疲劳与区域覆盖', en: 'Rested unit, and no district left bare' },
  'chosen-by-person': { zh: '人工选派', en: 'Chosen by a person' },
  'better-suited': { zh: '更合适的力量', en: 'Better suited' },
  'knows-the-place': { zh: '熟悉现场', en: 'Knows the place' },
  'pre-empted': { zh: '紧急事件优先，调离', en: 'Called away to an emergency' },
  'shift-handover': { zh: '交接班', en: 'Hand-over at the change of shift' },
  'second-unit': { zh: '按预案多力量处置', en: 'The plan asks for more than one unit' },
  'sent-by-mistake': { zh: '误派', en: 'Sent by mistake' },
  'ruled-force': { zh: '裁定由原单位处置', en: 'Ruled: the unit that returned it has to do it' },
  'ruled-another': { zh: '裁定改派', en: 'Ruled: another unit' },
  'nearest-unit': { zh: '就近派遣', en: 'Nearest able unit' },
  'same-unit': { zh: '返工交回原处置单位', en: 'Rework goes back to the same unit' },
  'no-arrival': { zh: '超时未到场，改派', en: 'Did not arrive in time: another unit' },
  'not-finished': { zh: '超时未办结，改派', en: 'Did not finish in time: another unit' },
  'unit-left': { zh: '处置单位离场未报结果，改派', en: 'The unit left without a result: another unit' },
  // 返工
  'still-there': { zh: '复核时问题仍在', en: 'The check found it still there' },
  'proof-insufficient': { zh: '核查依据不足', en: 'The proof is too thin' },
  'spot-check-failed': { zh: '抽查不合格', en: 'The spot check found it still there' },
  'repeat-within-a-day': { zh: '24 小时内重复发生，转人工', en: 'A repeat within 24 hours: a person looks' },
  // 升级
  'spread-streets': { zh: '三个以上街镇同类事件', en: 'Three or more streets have it' },
  'spread-districts': { zh: '三个以上区同类事件', en: 'Three or more districts have it' },
  'response-level': { zh: '应急响应升级', en: 'The response level asks for it' },
  'past-limit': { zh: '超过时限', en: 'Past its limit' },
  'beyond-our-power': { zh: '超出本级处置权限', en: 'Beyond the powers of this level' },
  // 督办
  'past-80-percent': { zh: '用时达到时限 80%', en: '80% of its limit is used' },
  'urged-by-person': { zh: '人工督办', en: 'Urged by a person' },
  'second-return': { zh: '第二次退单，区级裁定', en: 'Second return: the district rules' },
  'third-return': { zh: '第三次退单，市级裁定', en: 'Third return: the city rules' },
  'second-rework': { zh: '两次返工', en: 'Failed its check twice' },
  'past-150-percent': { zh: '超过时限 150%', en: 'Past 150% of its limit' },
  'needs-help': { zh: '现场请求支援', en: 'The unit on site asks for help' },
  'no-unit-free': { zh: '本区无可派力量', en: 'No unit free in the district' },
  'check-unanswered': { zh: '核查多次无结果', en: 'The check was asked several times without an answer' },
  // 延期、挂账、作废、重开
  'engineering-work': { zh: '需工程施工', en: 'Needs engineering work' },
  weather: { zh: '天气原因', en: 'Weather' },
  'same-matter': { zh: '同一事项', en: 'The same matter' },
  'complex-case': { zh: '情况复杂', en: 'Complex case' },
  'entered-by-mistake': { zh: '误录入', en: 'Entered by mistake' },
  withdrawn: { zh: '诉求人撤回', en: 'Withdrawn by the citizen' },
  'seen-again': { zh: '再次发现', en: 'Seen again' },
  'closed-by-mistake': { zh: '误结案', en: 'Closed by mistake' },
  'citizen-disagrees': { zh: '市民不认可', en: 'The citizen disagrees' },
} as const satisfies Record<string, Sentence>;

export type ReasonCode = keyof typeof reasons;

/** Every reason code that a case step may carry. */
export const reasonCodes = Object.keys(reasons) as readonly ReasonCode[];

/** The sentence of a reason code; the code itself where it is not one of ours (a recording from elsewhere). */
export const reasonText = (code: string): Sentence =>
  (reasons as Readonly<Record<string, Sentence>>)[code] ?? { zh: code, en: code };

const refusals = {
  'no-such-case': { zh: '没有这个案件', en: 'There is no such case' },
  'already-exists': { zh: '案件已存在', en: 'The case already exists' },
  'wrong-status': { zh: '当前状态不允许此操作', en: 'The case is not in a state for this' },
  ended: { zh: '案件已办结，只能重开', en: 'The case has ended and can only be reopened' },
  'reason-needed': { zh: '必须填写理由', en: 'A reason is needed' },
  'unknown-reason': { zh: '理由不适用于此操作', en: 'This reason is not one for this step' },
  'wrong-unit': { zh: '该案件不由此单位处置', en: 'The case is not with this unit' },
  'same-unit': { zh: '案件已派给该单位', en: 'The case is already with this unit' },
  'return-too-late': { zh: '已超过退单时限', en: 'Too late to return the order' },
  'returns-exhausted': { zh: '已由市级裁定，不得再退', en: 'The city has ruled: it cannot be returned again' },
  'already-extended': { zh: '只能延期一次', en: 'A case is extended only once' },
  'extension-too-late': { zh: '用时已过半，不能延期', en: 'More than half of the time is used: too late to extend' },
  'extension-too-long': { zh: '延期不得超过原时限', en: 'An extension is at most the original limit' },
  'until-not-later': { zh: '挂账到期时间须晚于现在', en: 'The date to resume must be later than now' },
  'plan-needed': { zh: '挂账须填写处置计划', en: 'A suspension needs a plan' },
  'not-suspendable': { zh: '仅工程施工或天气原因可以挂账', en: 'Only engineering work or weather suspends a case' },
  'awaits-ruling': { zh: '退单待裁定，暂不能派遣', en: 'A return waits for its ruling: it cannot be sent out yet' },
  'nothing-to-rule': { zh: '没有待裁定的退单', en: 'There is no return to rule on' },
  'order-forced': { zh: '已裁定由该单位处置，不得再退', en: 'It was ruled that this unit does it: no more returns' },
  'not-hotline': { zh: '仅热线案件需要先行联系', en: 'Only hotline cases have a citizen to call first' },
  'already-contacted': { zh: '已先行联系', en: 'The citizen was called already' },
  held: { zh: '案件已由他人接管', en: 'Somebody else has this case in hand' },
  'already-held': { zh: '案件已在您手中', en: 'You have this case in hand already' },
  'not-held': { zh: '案件未被接管', en: 'Nobody has this case in hand' },
  'same-case': { zh: '不能并入自身', en: 'A case cannot be merged into itself' },
  'not-confirmed': { zh: '须逐级确认后才能结案', en: 'Each level has to agree before it is closed' },
  'already-confirmed': { zh: '各级均已确认', en: 'All levels have agreed already' },
  'not-its-turn': { zh: '须由下一级先确认', en: 'The level below has to agree first' },
  'already-included': { zh: '已纳入该事件', en: 'The case is part of this incident already' },
  'not-higher': { zh: '案件已在该级或更高一级', en: 'The case is at this level or a higher one already' },
  'already-checked': { zh: '核查已通过', en: 'Its check has passed already' },
  'already-inspected': { zh: '已抽查', en: 'It was spot-checked already' },
  'not-checked': { zh: '核查通过后才能结案', en: 'A case is closed only after its check has passed' },
  'not-failed': { zh: '核查未通过才能返工', en: 'Only a failed check leads to rework' },
  'already-urged': { zh: '已按此时限督办', en: 'Already urged at this limit' },
  'not-due': { zh: '尚未到督办时限', en: 'Not yet at this share of the limit' },
  'reopen-too-late': { zh: '结案超过七天，不能重开', en: 'Closed for more than seven days: it cannot be reopened' },
} as const satisfies Record<string, Sentence>;

export type CaseRefusalCode = keyof typeof refusals;

/** Every code with which the rule book refuses. */
export const refusalCodes = Object.keys(refusals) as readonly CaseRefusalCode[];

/** Why a command was not carried out, for machines and for people. */
export interface CaseRefusal extends Sentence {
  code: CaseRefusalCode;
}

export const caseRefusal = (code: CaseRefusalCode): CaseRefusal => ({ code, ...refusals[code] });
