// A process full of screens for the bench: connects them, watches some closely, and tells its parent what they saw.
import { CONSOLE_PATH, decodeFrame, fromBase64, PROTOCOL_VERSION } from '@onescreen/shared/protocol';
import { io } from 'socket.io-client';

/** What the watched screens saw. */
export interface SeenLive {
  frames: number;
  /** Frames that did not follow the one before, on any watched screen. */
  gaps: number;
  /** For each frame: milliseconds that it came later than the pace asks, against the quickest frame of its screen. */
  lateMs: number[];
}

const [url, countText, secondsText, speedText] = process.argv.slice(2);
const WATCHED = 10;
const msPerTick = 1000 / Number(speedText);
const seen: SeenLive = { frames: 0, gaps: 0, lateMs: [] };

function openScreen(isWatched: boolean): { close(): void; behind: number[] } {
  const behind: number[] = [];
  let tick = -1;
  const socket = io(`${url}/console`, {
    path: CONSOLE_PATH,
    transports: ['websocket'],
    forceNew: true,
    auth: { protocol: PROTOCOL_VERSION, area: '310000', cursor: null },
  });
  socket.on('frame', (base64: string) => {
    if (!isWatched) return;
    const nowMs = performance.now();
    const frame = decodeFrame(fromBase64(base64));
    if (frame.kind === 'reset') tick = frame.tick;
    if (frame.kind !== 'advance') return;
    seen.frames++;
    if (frame.fromTick !== tick) seen.gaps++;
    tick = frame.tick;
    behind.push(nowMs - tick * msPerTick);
  });
  return { close: () => socket.close(), behind };
}

const screens = Array.from({ length: Number(countText) }, (_, i) => openScreen(i < WATCHED));
setTimeout(() => {
  for (const { behind, close } of screens) {
    close();
    // The first frames come while all the screens connect at once.
    const settled = behind.slice(Math.floor(behind.length / 4));
    const quickest = Math.min(...settled);
    seen.lateMs.push(...settled.map((one) => one - quickest));
  }
  process.send?.(seen);
  process.disconnect?.();
}, Number(secondsText) * 1000);
