// Lines over time: a small one for a panel's head, and one with limits and hours for a vital sign.
import type { Limits } from '@onescreen/shared/catalogue';
import { area, line } from 'd3-shape';
import type { JSX, ReactNode } from 'react';
import { useMemo } from 'react';

export interface Point {
  tick: number;
  /** null: a gap in the line. */
  value: number | null;
}

interface SparkLineProps {
  points: readonly Point[];
  domain: readonly [number, number];
  height: number;
  label: string;
}

/** Charts are as wide as their place; this is the width that they are drawn in. */
export const WIDTH = 100;

/** Maps `from` onto `onto`, straight. */
export const scaled =
  (from: readonly [number, number], onto: readonly [number, number]) =>
  (value: number): number =>
    onto[0] + ((value - from[0]) / (from[1] - from[0] || 1)) * (onto[1] - onto[0]);

export const isKnown = (point: Point): boolean => point.value !== null;

/** A line without axes, as wide as its place. `domain` is the vertical range; the points fill the width. */
export function SparkLine({ points, domain, height, label }: SparkLineProps): JSX.Element {
  const path = useMemo(() => {
    const x = scaled([points[0]?.tick ?? 0, points.at(-1)?.tick ?? 1], [0, WIDTH]);
    const level = scaled(domain, [height - 1, 1]);
    const y = (value: number): number => Math.max(1, Math.min(height - 1, level(value)));
    const draw = line<Point>(
      (point) => x(point.tick),
      (point) => y(point.value ?? 0),
    ).defined(isKnown);
    const fill = area<Point>(
      (point) => x(point.tick),
      height,
      (point) => y(point.value ?? 0),
    ).defined(isKnown);
    return { line: draw([...points]) ?? '', area: fill([...points]) ?? '' };
  }, [points, domain, height]);
  return (
    <svg
      className="line-chart"
      viewBox={`0 0 ${WIDTH} ${height}`}
      height={height}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path className="line-area" d={path.area} />
      <path className="line" d={path.line} />
    </svg>
  );
}

/** A stepped or sloping edge of the normal band: the same ticks as the points. */
export interface Edge {
  limit: keyof Limits;
  tone: 'yellow' | 'red';
  points: readonly Point[];
}

/** The normal band at a moment. */
export interface BandPoint {
  tick: number;
  low: number;
  high: number;
}

interface SignChartProps {
  points: readonly Point[];
  edges: readonly Edge[];
  band: readonly BandPoint[];
  /** Vertical range, with room for what should be seen. */
  domain: readonly [number, number];
  height: number;
  label: string;
  /** Drawn under the chart: first and last hour. */
  children?: ReactNode;
}

/** A vital sign's line with its warning and critical limits. */
export function SignChart({ points, edges, band, domain, height, label, children }: SignChartProps): JSX.Element {
  const x = scaled([points[0]?.tick ?? 0, points.at(-1)?.tick ?? 1], [0, WIDTH]);
  const y = scaled(domain, [height - 2, 2]);
  const draw = line<Point>(
    (point) => x(point.tick),
    (point) => y(point.value ?? 0),
  ).defined(isKnown);
  const fill = area<BandPoint>(
    ({ tick }) => x(tick),
    ({ low }) => y(low),
    ({ high }) => y(high),
  );
  return (
    <figure>
      <svg
        className="line-chart"
        viewBox={`0 0 ${WIDTH} ${height}`}
        height={height}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        <path className="band" d={fill([...band]) ?? ''} />
        {edges.map((edge) => (
          <path key={edge.limit} className={`limit tone-${edge.tone}`} d={draw([...edge.points]) ?? ''} />
        ))}
        <path className="line" d={draw([...points]) ?? ''} />
      </svg>
      {children}
    </figure>
  );
}
