// Says that a button opens or closes what is below it. Decorative: `aria-expanded` says the same.
import type { JSX } from 'react';

export const Chevron = ({ isUp }: { isUp: boolean }): JSX.Element => (
  <svg width="10" height="10" viewBox="0 0 10 10" fill="none" stroke="currentColor" strokeWidth="2" aria-hidden="true">
    <path d={isUp ? 'M1 7l4-4 4 4' : 'M1 3l4 4 4-4'} />
  </svg>
);
