// How a worker of a page that was opened from a folder reads a piece of its recording: it runs a script that hands the piece over.
import type { RunScript } from './folderSource.ts';

interface WorkerScope {
  importScripts?: (url: string) => void;
  onescreenPiece?: (base64: string) => void;
}

/** Works in a classic worker only; a module worker has no such scripts. */
export const runScript: RunScript = (url) => {
  const scope = globalThis as unknown as WorkerScope;
  let said: string | null = null;
  scope.onescreenPiece = (base64) => {
    said = base64;
  };
  if (scope.importScripts === undefined) throw new Error('this worker cannot run scripts');
  scope.importScripts(url);
  if (said === null) throw new Error('the script holds no piece');
  return said;
};
