// How much of a case's time is left: a ring that empties, with the priority's shape inside. Dashed and full when it is late.
import type { Priority } from '@onescreen/shared/catalogue';
import type { JSX } from 'react';
import { memo } from 'react';
import { priorityShape, priorityTone } from '../marks/grades.ts';

const RADIUS = 14;
const ROUND = 2 * Math.PI * RADIUS;
const SHAPES = {
  octagon: 'M14.500 12h7l4.500 4.500v7L21.500 28h-7L10 23.500v-7z',
  triangle: 'M18 11.500l7.500 13h-15z',
  diamond: 'M18 10.500l7.500 7.500-7.500 7.500-7.500-7.500z',
  square: 'M12 12h12v12H12z',
  circle: 'M18 12a6 6 0 1 1 0 12 6 6 0 0 1 0-12z',
  ring: 'M18 12a6 6 0 1 1 0 12 6 6 0 0 1 0-12z',
} as const;

interface RingProps {
  priority: Priority;
  /** Share of the limit that is used: 0 to 1, more when late. null: no clock runs. */
  used: number | null;
  size?: number;
}

/** Decorative: the row says the remaining time in words. */
export const ClockRing = memo(function ClockRing({ priority, used, size = 36 }: RingProps): JSX.Element {
  const isLate = used !== null && used > 1;
  const left = used === null ? 0 : isLate ? 1 : Math.max(0, 1 - used);
  return (
    <svg
      className={`ring-clock tone-${priorityTone(priority)} ${isLate ? 'is-late' : ''}`}
      width={size}
      height={size}
      viewBox="0 0 36 36"
      aria-hidden="true"
    >
      <circle className="track" cx="18" cy="18" r={RADIUS} />
      {used !== null && (
        <circle
          className="left"
          cx="18"
          cy="18"
          r={RADIUS}
          transform="rotate(-90 18 18)"
          {...(isLate ? {} : { strokeDasharray: `${left * ROUND} ${ROUND}` })}
        />
      )}
      <path className="inner" d={SHAPES[priorityShape(priority)]} />
    </svg>
  );
});
