// Puts a run on the screen at one of its ticks. The screen's start hands in who can, so that boards need not know of feeds.

type Watch = (run: string, tick: number) => void;

let watch: Watch = () => undefined;

export function watchRunsBy(watcher: Watch): void {
  watch = watcher;
}

export const watchRun: Watch = (run, tick) => watch(run, tick);
