// Two lines on one axis, and under them the difference between them with its own zero.
import { line } from 'd3-shape';
import type { JSX, ReactNode } from 'react';
import type { Point } from './Line.tsx';
import { isKnown, scaled, WIDTH } from './Line.tsx';

interface PairChartProps {
  a: readonly Point[];
  b: readonly Point[];
  difference: readonly Point[];
  /** Vertical range of both lines. */
  domain: readonly [number, number];
  /** From the first to the last tick of the axis. */
  ticks: readonly [number, number];
  /** Where the runs part; null where they have nothing in common. */
  forkTick: number | null;
  height: number;
  label: string;
  children?: ReactNode;
}

const DIFFERENCE_SHARE = 0.32;

export function PairChart(props: PairChartProps): JSX.Element {
  const { a, b, difference, domain, ticks, forkTick, height, label, children } = props;
  const low = Math.round(height * DIFFERENCE_SHARE);
  const x = scaled(ticks, [0, WIDTH]);
  const pathOf = (points: readonly Point[], y: (value: number) => number): string =>
    line<Point>(
      (point) => x(point.tick),
      (point) => y(point.value ?? 0),
    ).defined(isKnown)([...points]) ?? '';
  const y = scaled(domain, [height - low - 8, 2]);
  const most = Math.max(1e-9, ...difference.map(({ value }) => Math.abs(value ?? 0)));
  const zero = height - low / 2;
  const gap = scaled([-most, most], [height - 2, height - low]);
  return (
    <figure>
      <svg
        className="line-chart pair-chart"
        viewBox={`0 0 ${WIDTH} ${height}`}
        height={height}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {forkTick !== null && forkTick > ticks[0] && forkTick < ticks[1] && (
          <path className="fork" d={`M${x(forkTick)} 0V${height}`} />
        )}
        <path className="zero" d={`M0 ${zero}H${WIDTH}`} />
        <path className="line is-a" d={pathOf(a, y)} />
        <path className="line is-b" d={pathOf(b, y)} />
        <path className="line is-difference" d={pathOf(difference, gap)} />
      </svg>
      {children}
    </figure>
  );
}
