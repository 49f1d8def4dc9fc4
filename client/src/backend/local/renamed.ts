// A recording under the name by which a page knows it.
import type { Recording } from '@onescreen/shared/recordings';

/** The same recording as a run of another name: its parts carry none. */
export const renamed = (recording: Recording, run: string): Recording => ({
  ...recording,
  header: { ...recording.header, info: { ...recording.header.info, run } },
});
