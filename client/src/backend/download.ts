// Files to take away. A server's are links; what a recording in this page gives has to be made first and saved from memory.
import { askApi } from './askApi.ts';
import type { Words } from './tell.ts';
import { problemWords } from './tell.ts';

/** A browser may still be reading what it saves. */
const SAVING_MS = 60_000;
const FAILED: Words = { zh: '文件没有生成，请重试。', en: 'The file was not made. Try again.' };

const nameIn = (answer: Response): string =>
  /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'onescreen';

/** Saves what an address answers as a file. Null when it is saved, else why not. */
export async function download(path: string, document: Document): Promise<Words | null> {
  const answer = await askApi(path).catch(() => null);
  if (answer === null) return FAILED;
  if (!answer.ok) return problemWords(await answer.json().catch(() => null));
  const content = await answer.blob().catch(() => null);
  if (content === null) return FAILED;
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = nameIn(answer);
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), SAVING_MS);
  return null;
}
