// Bookmarks and notes that people put on a run's time line: kept with the run, exported with it, never part of what is simulated.
import { z } from 'zod';

export interface RunNote {
  /** Unique within the run. */
  id: string;
  tick: number;
  /** Who put it there: the name of a person, or empty for a viewer of a file. */
  author: string;
  /** What it says; one line. */
  text: string;
}

export const runNoteSchema: z.ZodType<RunNote> = z.object({
  id: z.string().min(1).max(64),
  tick: z.int().min(0),
  author: z.string().max(40),
  text: z.string().min(1).max(200),
});
