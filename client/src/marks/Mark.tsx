// Small shapes that say a grade without colour, and the arrow that says where a number is going.
import type { JSX } from 'react';
import { memo } from 'react';
import type { Shape, Tone } from './grades.ts';
import './marks.css';

const PATHS: Readonly<Record<Shape, string>> = {
  circle: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
  square: 'M2.5 2.5h11v11h-11z',
  diamond: 'M8 1l7 7-7 7-7-7z',
  triangle: 'M8 1.5L15 14H1z',
  octagon: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
  ring: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z',
};

interface MarkProps {
  shape: Shape;
  tone: Tone;
  /** Pixels. */
  size?: number;
  className?: string;
}

/** A decorative mark: the word for it stands beside it or in its owner's label. */
export const Mark = memo(function Mark({ shape, tone, size = 10, className = '' }: MarkProps): JSX.Element {
  return (
    <svg
      className={`mark tone-${tone} is-${shape} ${className}`}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <path d={PATHS[shape]} />
    </svg>
  );
});

export type Direction = 'rising' | 'falling' | 'level';
const ARROWS: Readonly<Record<Direction, string>> = {
  rising: 'M3 11l5-6 5 6',
  falling: 'M3 5l5 6 5-6',
  level: 'M3 8h10',
};

export function TrendArrow({ direction }: { direction: Direction }): JSX.Element {
  return (
    <svg className="trend" width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
      <path d={ARROWS[direction]} />
    </svg>
  );
}
