// Keeps the compared run at the screen's tick, by a worker of its own. Loaded when something is compared for the first time.
import { areas } from '@onescreen/shared/geography';
import { useRun, useSelection, useUi } from '../store/index.ts';
import { applySecond, forgetSecond, setSecond, useSecond } from '../store/second.ts';
import type { Desk, Shown } from './desk.ts';
import type { ReplayPlace } from './place.ts';
import { placeOfRun } from './placeOfRun.ts';
import { callOver } from './rpc.ts';
import ReplayWorker from './worker.ts?worker';

/** Farther than this is a jump: to play through would take longer. */
const LONGEST_STRIDE = 600;
const AHEAD = 2;

const codeShown = (): string => areas[useSelection.getState().area]!.code;

/** From now on `compare` of the store is followed, for as long as the page is open. Returns what asks whether it has come farther. */
function follow(desk: Desk<ReplayPlace>): () => void {
  let opened: string | null = null;
  let isBusy = false;
  let lookedAt = codeShown();

  /** What is to be done next to stand where the screen stands; null when nothing is. */
  function next(): (() => Promise<Shown | null>) | null {
    const { compare } = useUi.getState();
    if (compare === null) {
      if (opened !== null) forgetSecond();
      opened = null;
      return null;
    }
    if (compare !== opened) return () => open(compare);
    const { tick } = useRun.getState();
    const second = useSecond.getState();
    if (second.info === null) return () => desk.seek({ tick, ahead: AHEAD, anew: true });
    if (codeShown() !== lookedAt) {
      lookedAt = codeShown();
      return () => desk.look(lookedAt);
    }
    const wanted = Math.min(tick, Math.max(second.newestTick, 0));
    if (wanted === second.tick) return tick > second.newestTick && tick !== asked ? () => reach(tick) : null;
    return wanted > second.tick && wanted - second.tick <= LONGEST_STRIDE
      ? () => desk.advance({ tick: wanted, ahead: AHEAD })
      : () => desk.seek({ tick: wanted, ahead: AHEAD });
  }
  let asked = -1;
  /** A run that is being recorded may have come farther meanwhile; asked once for each tick, and when somebody looks again. */
  function reach(tick: number): Promise<Shown> {
    asked = tick;
    return desk.advance({ tick, ahead: AHEAD });
  }
  async function open(run: string): Promise<Shown | null> {
    opened = run;
    forgetSecond();
    setSecond({ state: 'opening' });
    const { newestTick } = await desk.open({ where: placeOfRun(run, document.baseURI), area: lookedAt });
    setSecond({ newestTick });
    return null;
  }
  function pump(): void {
    const work = isBusy ? null : next();
    if (work === null) return;
    isBusy = true;
    const run = useUi.getState().compare;
    work().then(
      (shown) => {
        isBusy = false;
        if (shown !== null && useUi.getState().compare === run) take(shown);
        pump();
      },
      () => {
        isBusy = false;
        // Another tick may be readable.
        setSecond({ state: 'failed' });
      },
    );
  }
  function take({ frames, newestTick, tick }: Shown): void {
    for (const frame of frames) applySecond(frame);
    setSecond({ newestTick, tick, state: 'shown' });
  }
  useUi.subscribe((now, before) => now.compare !== before.compare && pump());
  useRun.subscribe((now, before) => now.tick !== before.tick && pump());
  useSelection.subscribe(pump);
  pump();
  return () => {
    asked = -1;
    pump();
  };
}

let lookAgain: (() => void) | null = null;

/** Keeps the compared run at the screen's tick from now on; called again, it asks whether a run that goes on has come farther. */
export function followSecond(): void {
  if (lookAgain === null) lookAgain = follow(callOver<Desk<ReplayPlace>>(new ReplayWorker()));
  else lookAgain();
}
