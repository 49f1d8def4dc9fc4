// Who took a step, in words: the platform's rules, the roles that people hold, and the units in the street.
import { areaByCode, hasArea } from '@onescreen/shared/geography';
import type { RunInfo } from '@onescreen/shared/log';
import type { Named } from './text.ts';

/** Rules of the platform by the name that stands in the log. */
const RULES: Readonly<Record<string, Named>> = {
  'three-hits': { zh: '60 秒内三帧命中', en: 'Three frames within 60 s' },
  'sensor-trip': { zh: '传感器触发', en: 'Sensor tripped' },
  'confidence-gate': { zh: '置信度门槛 0.75', en: 'Confidence gate 0.75' },
  'sensor-alarm': { zh: '传感告警即受理', en: 'Sensor alarm is accepted' },
  'review-unanswered': { zh: '复看超时即受理', en: 'Accepted: no second look came' },
  'auto-file': { zh: '自动立案', en: 'Filed by itself' },
  nearest: { zh: '就近派单', en: 'Nearest able unit' },
  batch: { zh: '批量最优派单', en: 'Batch dispatch' },
  balanced: { zh: '均衡派单', en: 'Balanced dispatch' },
  crew: { zh: '按预案多力量', en: 'The plan sends several units' },
  'needs-help': { zh: '现场请求支援', en: 'Asked for on site' },
  'pre-emption': { zh: '紧急优先', en: 'Emergency goes first' },
  'shift-change': { zh: '交接班', en: 'Change of shift' },
  spread: { zh: '多地同发', en: 'It has spread' },
  response: { zh: '应急响应', en: 'Response level' },
  'past-limit': { zh: '超时升级', en: 'Past its limit' },
  'past-150': { zh: '超时限 150%', en: 'Past 150% of its limit' },
  returns: { zh: '退单裁定', en: 'Ruling on returns' },
  'rework-twice': { zh: '两次返工', en: 'Failed twice' },
  'spot-check': { zh: '抽查', en: 'Spot check' },
  contact: { zh: '先行联系', en: 'Call the citizen first' },
  'no-unit': { zh: '本区无可派力量', en: 'No unit free here' },
  'camera-clear': { zh: '复拍两次均已恢复', en: 'Clear in two re-shots' },
  'sensor-back': { zh: '传感器恢复正常', en: 'Sensor back to normal' },
  'check-failed': { zh: '核查未通过即返工', en: 'Failed check goes back' },
  'check-unanswered': { zh: '核查无结果', en: 'Check not answered' },
  'auto-close': { zh: '核查通过即结案', en: 'Closed on a passed check' },
  evaluation: { zh: '按规则评价', en: 'Evaluated by rule' },
  'shelf-end': { zh: '搁置到期', en: 'The shelf has ended' },
  'until-date': { zh: '挂账到期', en: 'Suspension is over' },
  limit: { zh: '时限督办', en: 'Limit watch' },
  'same-camera': { zh: '同镜头并案', en: 'Same camera' },
  'same-sensor': { zh: '同传感器并案', en: 'Same sensor' },
  'same-place': { zh: '同地并案', en: 'Same place' },
};

/** Roles by the name that stands in the log. */
const PEOPLE: Readonly<Record<string, Named>> = {
  citizen: { zh: '市民', en: 'Citizen' },
  patrol: { zh: '监督员', en: 'Inspector' },
  intake: { zh: '受理员', en: 'Intake officer' },
  'shift-leader': { zh: '值班长', en: 'Shift leader' },
  dispatcher: { zh: '派遣员', en: 'Dispatcher' },
  coordinator: { zh: '区协调员', en: 'District coordinator' },
  'district-coordinator': { zh: '区协调员', en: 'District coordinator' },
  'city-coordinator': { zh: '市协调员', en: 'City coordinator' },
  'grid-centre': { zh: '网格工作站', en: 'Grid station' },
  'street-centre': { zh: '街镇城运中心', en: 'Street operations centre' },
  'district-centre': { zh: '区城运中心', en: 'District operations centre' },
  'city-centre': { zh: '市城运中心', en: 'City operations centre' },
  checker: { zh: '核查员', en: 'Checker' },
  hotline: { zh: '热线回访员', en: 'Hotline agent' },
  supervisor: { zh: '督办员', en: 'Supervisor' },
  operator: { zh: '操作员', en: 'Operator' },
};

export interface ActorWords {
  /** Which sort of actor it is. */
  kind: 'rule' | 'unit' | 'user';
  name: Named;
}

/** An actor of the log, `rule:NAME`, `unit:ID` or `user:NAME`, in words; its bare name where it is not one of ours. */
export function actorWords(actor: string, info: RunInfo | null): ActorWords {
  const [kind, ...rest] = actor.split(':');
  const bare = rest.join(':');
  const plain: Named = { zh: bare, en: bare };
  if (kind === 'unit') return { kind, name: info?.units.find((unit) => unit.id === bare) ?? plain };
  if (kind === 'rule') return { kind, name: RULES[bare] ?? plain };
  return { kind: 'user', name: PEOPLE[bare] ?? commanderOf(bare) ?? plain };
}

const COMMANDER = /^commander-(\d+)$/;

/** The commander of an incident is named after the area that it spreads over. */
function commanderOf(name: string): Named | null {
  const code = COMMANDER.exec(name)?.[1];
  if (code === undefined || !hasArea(code)) return null;
  const { zh, en } = areaByCode(code);
  return { zh: `${zh}指挥长`, en: `Commander, ${en}` };
}
