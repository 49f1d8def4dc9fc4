// What is wrong with a recording, in both languages, for the screen. The error's own message says it in more detail, in English.
import type { RecordingError, RecordingErrorCode } from './errors.ts';

export interface RecordingWords {
  zh: string;
  en: string;
}

type Said = (part: number) => RecordingWords;

const sentences: Readonly<Record<RecordingErrorCode, Said>> = {
  'not-a-recording': () => ({ zh: '这不是“一屏”的录制文件。', en: 'This is not a One Screen recording.' }),
  'newer-version': () => ({
    zh: '该录制由更新版本的“一屏”生成，请升级后再打开。',
    en: 'A newer One Screen wrote this recording: open it with that version.',
  }),
  truncated: () => ({
    zh: '录制文件不完整：末尾缺失。',
    en: 'The recording is cut off: its end is missing.',
  }),
  'header-too-large': () => ({
    zh: '录制文件的文件头大小不合理，不予打开。',
    en: 'The recording says that its header is larger than any header can be.',
  }),
  damaged: () => ({
    zh: '录制文件已损坏：内容与校验值不符。',
    en: 'The recording is damaged: it does not match its own hashes.',
  }),
  'segment-damaged': (part) => ({
    zh: `录制的第 ${part + 1} 段已损坏，其余部分仍可播放。`,
    en: `Segment ${part + 1} of the recording is damaged; the rest can be played.`,
  }),
  'segment-too-large': (part) => ({
    zh: `录制的第 ${part + 1} 段大小不合理，不予展开。`,
    en: `Segment ${part + 1} of the recording says that it is larger than any segment can be.`,
  }),
  'block-damaged': (part) => ({
    zh: `录制的第 ${part + 1} 块曲线与日志已损坏，该时段没有曲线。`,
    en: `Block ${part + 1} of lines and log is damaged: there are no lines of that time.`,
  }),
  'block-too-large': (part) => ({
    zh: `录制的第 ${part + 1} 块曲线与日志大小不合理，不予展开。`,
    en: `Block ${part + 1} of lines and log says that it is larger than any block can be.`,
  }),
};

/** One sentence for whoever opened the recording. Segments and blocks are counted from one. */
export const recordingWords = ({ code, part }: Pick<RecordingError, 'code' | 'part'>): RecordingWords =>
  sentences[code](part ?? 0);
