// What the page is started with: a server, or a recording that is named in its address, lies beside it, or came with it as a folder.
import type { FolderRecording, RecordingPlace } from './place.ts';

export type Whence = { kind: 'server' } | { kind: 'recording'; place: RecordingPlace };

/** Beside index.html of a bundle: which recording it plays. */
const BESIDE = 'onescreen.json';

declare global {
  interface Window {
    /** Set by a script of a bundle that was opened as a folder. */
    onescreenFolder?: Omit<FolderRecording, 'base'>;
  }
}

const recordingAt = (name: string, base: string): Whence => ({
  kind: 'recording',
  place: { kind: 'address', url: new URL(name, base).href },
});

/** The name of the recording beside the page; null where there is a server, which shows the screen at every address that it does not know. */
async function besidePage(target: Window & typeof globalThis): Promise<string | null> {
  const answer = await target.fetch(BESIDE).catch(() => null);
  const body: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  if (typeof body !== 'object' || body === null || !('recording' in body)) return null;
  return typeof body.recording === 'string' ? body.recording : null;
}

/** Asks no server when the address or the page itself says where the recording is. */
export async function whenceOf(target: Window & typeof globalThis): Promise<Whence> {
  const { baseURI } = target.document;
  if (target.onescreenFolder !== undefined) {
    const folder = { ...target.onescreenFolder, base: new URL('folder/pieces/', baseURI).href };
    return { kind: 'recording', place: { kind: 'folder', folder } };
  }
  const named = new URLSearchParams(target.location.search).get('recording');
  if (named !== null && named !== '') return recordingAt(named, baseURI);
  const beside = await besidePage(target);
  return beside === null ? { kind: 'server' } : recordingAt(beside, baseURI);
}
