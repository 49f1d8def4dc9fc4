// A progress bar on a terminal; silence elsewhere, so that logs and pipes stay clean.

import { localTime } from '@onescreen/shared/time';
import { SingleBar } from 'cli-progress';

export interface Progress {
  tick(tick: number): void;
  end(): void;
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `label` stands before the bar. Draws on stderr, and only when that is a terminal. */
export function createProgress(label: string, totalTicks: number, epochMs: number): Progress {
  if (!process.stderr.isTTY) return { tick: () => undefined, end: () => undefined };
  const bar = new SingleBar({
    format: `${label} {bar} {percentage}% · {clock} · {eta_formatted} left`,
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
    fps: 5,
  });
  const clockAt = (tick: number): string => {
    const time = localTime(epochMs, tick);
    return `${time.year}-${two(time.month)}-${two(time.day)} ${two(time.hour)}:${two(time.minute)}`;
  };
  bar.start(totalTicks, 0, { clock: clockAt(0) });
  return {
    tick: (tick) => bar.update(tick, { clock: clockAt(tick) }),
    end: () => bar.stop(),
  };
}
