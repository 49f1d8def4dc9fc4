// A difference with its sign in front: a true minus, as wide as a plus.

export const signed = (difference: number, amount: string): string =>
  difference === 0 ? amount : `${difference > 0 ? '+' : '−'}${amount}`;
