// Why the bytes of a recording cannot be read, by name, each with a sentence for whoever wanted to see it.

export type SourceErrorCode = 'unreachable' | 'missing' | 'too-large' | 'changed';

export class SourceError extends Error {
  override name = 'SourceError';
  readonly code: SourceErrorCode;
  constructor(code: SourceErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export const sourceWords: Readonly<Record<SourceErrorCode, { zh: string; en: string }>> = {
  unreachable: {
    zh: '读不到录制文件：所在的主机没有应答。',
    en: 'The recording cannot be reached: its host does not answer.',
  },
  missing: { zh: '找不到录制文件。', en: 'There is no recording at that address.' },
  'too-large': {
    zh: '录制文件过大，所在的主机又不支持分段读取：请下载后拖到页面上打开。',
    en: 'The recording is too large for a host that serves no parts of it: download it and drop it on the page.',
  },
  changed: {
    zh: '录制文件在打开后被改动或移走，请重新打开。',
    en: 'The recording was changed or taken away after it was opened: open it again.',
  },
};
