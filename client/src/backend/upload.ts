// Sends a large file to the server and says how far it is, which `fetch` cannot.
import type { Told } from './tell.ts';
import { problemWords } from './tell.ts';

const CUT_OFF = { zh: '与服务器的连接中断，文件没有传完。', en: 'The connection broke off before the file was sent.' };

export interface Upload {
  done: Promise<Told>;
  cancel(): void;
}

/** `onSent`: share that has been sent, 0 to 1. `done` never rejects; a cancelled upload ends as one that was cut off. */
export function upload(path: string, file: Blob, onSent: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<Told>((resolve) => {
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total));
    request.addEventListener('load', () => {
      const body = parsed(request.responseText);
      const isDone = request.status >= 200 && request.status < 300;
      resolve(isDone ? { ok: true, body } : { ok: false, why: problemWords(body) });
    });
    for (const end of ['error', 'abort', 'timeout'] as const)
      request.addEventListener(end, () => resolve({ ok: false, why: CUT_OFF }));
  });
  request.open('POST', path);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.setRequestHeader('accept', 'application/json');
  request.send(file);
  return { done, cancel: () => request.abort() };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
