// A classic worker runs a script beside the page and takes what it hands over: how a page opened from a folder reads its recording.

interface ClassicWorker {
  importScripts(url: string): void;
  onescreenPiece: (base64: string) => void;
}

/** The text that the script calls `onescreenPiece` with. Throws when there is no such script. */
export function runScript(url: string): string {
  const worker = self as unknown as ClassicWorker;
  let piece = '';
  worker.onescreenPiece = (base64) => {
    piece = base64;
  };
  worker.importScripts(url);
  return piece;
}
