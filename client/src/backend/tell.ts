// What the screen tells a backend to do, and why it was not done, in words.
import { askApi } from './askApi.ts';

export interface Words {
  zh: string;
  en: string;
}

const NO_ANSWER: Words = {
  zh: '服务器没有应答，请稍后再试。',
  en: 'The server did not answer. Try again in a moment.',
};
const REFUSED: Words = { zh: '未能完成此操作。', en: 'This was not done.' };

/** The sentence of a problem document (RFC 9457): its title in both languages, with the detail where it has one. */
export function problemWords(body: unknown): Words {
  const { title, zh } = (typeof body === 'object' && body !== null ? body : {}) as { title?: unknown; zh?: unknown };
  if (typeof title !== 'string') return REFUSED;
  return { en: title, zh: typeof zh === 'string' ? zh : title };
}

/** What came of it: the answer's body, or why not. */
export type Told = { ok: true; body: unknown } | { ok: false; why: Words };

/** Asks for something to be done. Never rejects. */
export async function tell(method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Told> {
  const answer = await askApi(path, {
    method,
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => null);
  if (answer === null) return { ok: false, why: NO_ANSWER };
  const said: unknown = await answer.json().catch(() => null);
  return answer.ok ? { ok: true, body: said } : { ok: false, why: problemWords(said) };
}
