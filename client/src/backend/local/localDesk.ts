// What a worker does for the screen with recordings that are open in the page: opens them, and answers as a server would.
import type { ByteSource, ByteTools, RecordingWords } from '@onescreen/shared/recordings';
import { openRecording, RecordingError, recordingWords } from '@onescreen/shared/recordings';
import type { RecordingPlace } from '../place.ts';
import { SourceError, sourceWords } from '../sources/errors.ts';
import type { LocalAnswer, LocalQuestion } from './localApi.ts';
import { answerLocally } from './localApi.ts';
import type { LocalRun } from './localRun.ts';
import { createLocalRun } from './localRun.ts';
import { renamed } from './renamed.ts';

/** `run`: the name under which it is asked about. `trouble`: what of it cannot be played; null when it is whole. */
export type OpenedRecording =
  | { ok: true; run: string; trouble: RecordingWords | null }
  | { ok: false; why: RecordingWords };

export type LocalDesk = {
  /** `taken`: names of runs that the screen knows already. */
  open(wanted: { place: RecordingPlace; taken: readonly string[] }): Promise<OpenedRecording>;
  answer(question: LocalQuestion): Promise<LocalAnswer>;
};

export function createLocalDesk(
  openPlace: (place: RecordingPlace) => Promise<ByteSource>,
  tools: ByteTools,
): LocalDesk {
  const runs = new Map<string, LocalRun>();
  return {
    async open({ place, taken }) {
      try {
        const source = await openPlace(place);
        const recording = await openRecording(source, tools, 'any');
        const run = freeName(recording.header.info.run, new Set([...taken, ...runs.keys()]));
        runs.set(run, createLocalRun(renamed(recording, run), source, tools));
        return { ok: true, run, trouble: recording.trouble && recordingWords(recording.trouble) };
      } catch (error) {
        if (error instanceof RecordingError) return { ok: false, why: recordingWords(error) };
        if (error instanceof SourceError) return { ok: false, why: sourceWords[error.code] };
        throw error;
      }
    },
    answer: (question) => answerLocally(question, (run) => runs.get(run) ?? null),
  };
}

/** The name, or with the first of `-2`, `-3` … that makes it a new one: as a server names what it imports. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name}-${number}`)) return `${name}-${number}`;
}
