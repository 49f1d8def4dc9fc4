// Every refusal has a name for programs and a plain sentence for people that says what to do next.
import type { Refusal } from './console.ts';

const sentences: Readonly<Record<Refusal, { zh: string; en: string }>> = {
  'protocol-version': {
    zh: '两端的协议版本不一致。请刷新页面，或升级较旧的一端。',
    en: 'The two sides speak different protocol versions. Reload the page, or update the older side.',
  },
  origin: { zh: '不接受来自该网站的连接。', en: 'Connections from that website are not accepted.' },
  host: { zh: '不接受以该主机名访问。', en: 'This server does not answer to that host name.' },
  token: { zh: '令牌缺失或不正确。', en: 'The token is missing or wrong.' },
  'too-slow': {
    zh: '此屏接收过慢，已断开；重新连接后会补上缺失的内容。',
    en: 'This screen received too slowly and was cut; when it reconnects it gets what it missed.',
  },
  malformed: {
    zh: '收到的内容格式不正确，未作任何改动。',
    en: 'What was sent is not well formed; nothing was changed.',
  },
  'not-allowed': {
    zh: '没有执行此操作的权限。请用操作员链接登录。',
    en: 'You may not do this. Sign in with the operator link.',
  },
  'unknown-area': { zh: '没有这个区域。', en: 'There is no such area.' },
  'unknown-scenario': { zh: '没有这个情景。', en: 'There is no such scenario.' },
  'no-simulator': { zh: '目前没有连接模拟器。', en: 'No simulator is connected at the moment.' },
  'too-many': { zh: '请求过于频繁，请稍后再试。', en: 'Too many requests; try again in a moment.' },
  'not-found': { zh: '没有找到。', en: 'There is no such thing.' },
  'not-yet': {
    zh: '该场次还没有进行到这一时刻，请选择更早的时刻。',
    en: 'The run has not come to that second yet: choose an earlier one.',
  },
  'other-engine': {
    zh: '该场次由本程序的另一版本推演，可以回放，但不能从中分支。',
    en: 'Another version of this program decided that run: it can be replayed, but not branched.',
  },
  'unknown-world': {
    zh: '当前模拟器无法恢复当时保存的世界。',
    en: 'The simulator that is connected cannot re-create the world that was kept.',
  },
  'sequence-gap': {
    zh: '批次不连续：请从最后一个已确认的批次之后继续发送。',
    en: 'This is not the next batch; go on after the last one that was acknowledged.',
  },
  'other-run': {
    zh: '该批次属于另一次运行，请先发送 hello。',
    en: 'This batch belongs to another run; send hello first.',
  },
  failed: { zh: '平台内部出错，未作任何改动。', en: 'Something failed inside the platform; nothing was changed.' },
};

/** The sentence of a refusal in both languages. */
export const refusalMessage = (refusal: Refusal): { zh: string; en: string } => sentences[refusal];

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'string' && Object.hasOwn(sentences, value);

/** A message that breaks the protocol. `message`: one plain English sentence that says where and what. */
export class ProtocolError extends Error {
  override readonly name = 'ProtocolError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal, message: string) {
    super(message);
    this.refusal = refusal;
  }
}
