// The speeds that the time bar offers, simulated seconds per second.

/** Of the run itself, in the order of the keys 1 to 6. */
export const SPEEDS: readonly number[] = [1, 5, 20, 60, 300, 600];
/** Of a playing playhead, in the order of the keys 1 to 9. */
export const PLAY_SPEEDS: readonly number[] = [0.25, 0.5, 1, 5, 20, 60, 120, 300, 600];
