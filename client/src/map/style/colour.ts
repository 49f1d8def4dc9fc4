// Colours in the form that each library wants, and colours between two colours, for what changes by the hour.
import type { Colour } from '../../layers/types.ts';

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** `#rrggbb` for deck.gl. `alpha` 0 to 255. */
export const hexColour = (hex: string, alpha = 255): Colour => [...channels(hex), alpha] as Colour;

/** `#rrggbb` between two of them: `share` 0 is the first, 1 the second. */
export function mixed(from: string, to: string, share: number): string {
  const [a, b] = [channels(from), channels(to)];
  const hex = a.map((channel, i) =>
    Math.round(channel + (b[i]! - channel) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${hex.join('')}`;
}
