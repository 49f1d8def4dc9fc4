// The speeds that the time bar offers: simulated seconds per second, in the order of the keys 1 to 6.
export const SPEEDS: readonly number[] = [1, 5, 20, 60, 300, 600];
