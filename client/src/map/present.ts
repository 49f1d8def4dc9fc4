// The map that is on the screen, for what is not a part of it: pictures of the screen and walls of several windows.
import type { Camera } from '../store/camera.ts';

/** What others may ask of it. */
export interface PresentMap {
  camera(): Camera;
  setCamera(camera: Camera): void;
  onCamera(listener: () => void): () => void;
  picture(): Promise<HTMLCanvasElement>;
}

let present: PresentMap | null = null;
const waiting = new Set<(map: PresentMap | null) => void>();

export const presentMap = (): PresentMap | null => present;

export function setPresentMap(map: PresentMap | null): void {
  present = map;
  for (const tell of waiting) tell(map);
}

/** Tells of the map now and whenever there is another. Returns what ends it. */
export function onPresentMap(tell: (map: PresentMap | null) => void): () => void {
  waiting.add(tell);
  tell(present);
  return () => void waiting.delete(tell);
}
