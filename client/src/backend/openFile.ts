// A file that somebody chose or dropped: it is opened in this page and played from its beginning, or it is said why not.
import { useNotice } from '../store/index.ts';
import { moveTime } from '../store/time.ts';
import { openRecordingAt } from './opened.ts';

/** Never rejects. */
export async function openChosenFile(file: File): Promise<void> {
  const opening = await openRecordingAt({ kind: 'file', file, name: file.name });
  useNotice.setState({ notice: opening.ok ? opening.trouble : opening.why });
  if (opening.ok) moveTime({ kind: 'open', run: opening.run });
}
