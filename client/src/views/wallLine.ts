// The line between the windows of a wall: the one that steers says what it shows, the others show the same. All windows of one browser hear it.
import { onPresentMap, presentMap } from '../map/present.ts';
import { addressNow, showAddress } from '../store/address.ts';
import type { Camera } from '../store/camera.ts';
import { cameraOf, cameraText, useCamera } from '../store/camera.ts';
import { moveTime, useRun, useSelection, useTime, useUi } from '../store/index.ts';
import type { PlayheadState } from './following.ts';
import { movesToFollow } from './following.ts';
import type { Tile } from './wall.ts';
import { offsetOf, tileOf, wallOf, wholeSize } from './wall.ts';

type Message = { kind: 'hello' } | { kind: 'shown'; address: string; camera: Camera | null; playhead: PlayheadState };

const CHANNEL = 'onescreen-wall';
/** What is shown is said no more often, wall milliseconds. */
const SAID_MS = 60;

function playheadNow(): PlayheadState {
  const { place, run, speed } = useTime.getState();
  return { place, run, speed, tick: useRun.getState().tick };
}

/** Says what this window shows, whenever it changes and to whoever asks. */
function steer(): void {
  const line = new BroadcastChannel(CHANNEL);
  let isWaiting = false;
  const say = (): void => {
    isWaiting = false;
    const camera = presentMap()?.camera() ?? null;
    line.postMessage({ kind: 'shown', address: addressNow(), camera, playhead: playheadNow() } satisfies Message);
  };
  const saySoon = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(say, SAID_MS);
  };
  line.onmessage = ({ data }: MessageEvent<Message>) => data.kind === 'hello' && saySoon();
  useSelection.subscribe(saySoon);
  useUi.subscribe(saySoon);
  useTime.subscribe(saySoon);
  useRun.subscribe((now, before) => now.tick !== before.tick && useTime.getState().place !== 'following' && saySoon());
  onPresentMap((map) => map?.onCamera(saySoon));
  saySoon();
}

/** Shows what the steering window says. Until it is heard of, what its own address says. */
function follow(): void {
  const line = new BroadcastChannel(CHANNEL);
  line.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind !== 'shown') return;
    showAddress(data.address);
    // To a metre the same number in every window, so that lines meet.
    if (data.camera !== null) useCamera.setState({ camera: cameraOf(cameraText(data.camera)) });
    for (const move of movesToFollow(playheadNow(), data.playhead)) moveTime(move);
  };
  line.postMessage({ kind: 'hello' } satisfies Message);
}

/** The page as large as the whole wall, of which the window shows its part. */
function layOut(tile: Tile): void {
  const root = document.documentElement;
  root.dataset.wall = 'tile';
  const measure = (): void => {
    const size = { width: window.innerWidth, height: window.innerHeight };
    const { width, height } = wholeSize(tile, size);
    const { x, y } = offsetOf(tile, size);
    const values = { '--wall-width': width, '--wall-height': height, '--wall-x': -x, '--wall-y': -y };
    for (const [name, value] of Object.entries(values)) root.style.setProperty(name, `${value}px`);
  };
  measure();
  window.addEventListener('resize', measure);
}

/** What the address of this window says that it is: a part of a wall, the one that steers it, or neither. */
export function joinWall(search: string): void {
  const tile = tileOf(search);
  if (tile !== null) {
    layOut(tile);
    follow();
  } else if (wallOf(search) !== null) steer();
}
