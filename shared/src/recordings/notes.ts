// Bookmarks and notes that people put on a run's time line: kept with the run, exported with it, never part of what is simulated.
import { z } from '../zod.ts';

export interface RunNote {
  /** Unique within the run. */
  id: string;
  tick: number;
  /** Of a note about a span: its last tick, not before `tick`. */
  toTick?: number;
  /** Who put it there: the name of a person, or empty for a viewer of a file. */
  author: string;
  /** What it says; one line. */
  text: string;
}

const noteTick = z.int().min(0).max(1_000_000_000);
/** One line that says something. */
export const noteText: z.ZodType<string> = z
  .string()
  .trim()
  .min(1, 'says nothing')
  .max(200, 'is longer than 200 characters')
  .regex(/^[^\p{Cc}]*$/u, 'is more than one line');
/** What a person gives; the rest is added by whoever keeps it. */
export const noteDraftSchema = z
  .object({ tick: noteTick, toTick: noteTick.exactOptional(), text: noteText })
  .refine(({ tick, toTick }) => toTick === undefined || toTick >= tick, {
    path: ['toTick'],
    message: 'is before tick',
  });
export type NoteDraft = z.infer<typeof noteDraftSchema>;

export const runNoteSchema: z.ZodType<RunNote> = z.object({
  id: z.string().min(1).max(64),
  tick: noteTick,
  toTick: noteTick.exactOptional(),
  author: z.string().max(40),
  text: z.string().min(1).max(200),
});
