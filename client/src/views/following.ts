// How the playhead of one window follows that of another: the fewest moves that bring it there.
import type { RunId } from '@onescreen/shared/ids';
import type { TimeCommand } from '../store/index.ts';

export interface PlayheadState {
  place: 'following' | 'playing' | 'paused';
  run: RunId | null;
  tick: number;
  /** Simulated seconds per second, of playing. */
  speed: number;
}

/** While both play they may be apart by as much as passes in this time, wall seconds, and by no less than two simulated ones. */
const APART_SECONDS = 0.5;
const LEAST_APART_TICKS = 2;

export function movesToFollow(mine: PlayheadState, leader: PlayheadState): TimeCommand[] {
  if (leader.place === 'following' || leader.run === null)
    return mine.place === 'following' ? [] : [{ kind: 'follow' }];
  const isElsewhere = mine.place === 'following' || mine.run !== leader.run;
  const moves: TimeCommand[] = [];
  if (isElsewhere) moves.push({ kind: 'open', run: leader.run, tick: leader.tick });
  if (leader.place === 'paused') {
    if (!isElsewhere && mine.place === 'playing') moves.push({ kind: 'pause' });
    if (!isElsewhere && mine.tick !== leader.tick) moves.push({ kind: 'seek', tick: leader.tick });
    return moves;
  }
  const mayBeApart = Math.max(LEAST_APART_TICKS, leader.speed * APART_SECONDS);
  if (!isElsewhere && Math.abs(mine.tick - leader.tick) > mayBeApart) moves.push({ kind: 'seek', tick: leader.tick });
  if (mine.speed !== leader.speed) moves.push({ kind: 'speed', speed: leader.speed });
  if (isElsewhere || mine.place !== 'playing') moves.push({ kind: 'play' });
  return moves;
}
