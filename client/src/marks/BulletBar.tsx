// Where a value stands in its normal band. A bar, not a gauge: the eye compares lengths well and angles badly.
import type { SeriesState } from '@onescreen/shared/city';
import type { JSX } from 'react';
import type { Band } from './band.ts';
import { scaleOf } from './band.ts';
import { stateLook } from './grades.ts';

/** Decorative: the owner says value and band in words. */
export function BulletBar({
  band,
  value,
  state,
}: {
  band: Band;
  value: number | null;
  state: SeriesState;
}): JSX.Element {
  const [low, high] = scaleOf(band, value);
  const place = (one: number): number => Math.max(0, Math.min(100, ((one - low) / (high - low)) * 100));
  const { warningLow, warningHigh, criticalLow, criticalHigh } = band.limits;
  const left = place(warningLow ?? criticalLow ?? low);
  const right = place(warningHigh ?? criticalHigh ?? high);
  return (
    <span className={`bullet tone-${stateLook(state).tone}`} aria-hidden="true">
      <i className="bullet-band" style={{ left: `${left}%`, width: `${Math.max(0, right - left)}%` }} />
      {warningHigh !== undefined && criticalHigh !== undefined && (
        <i
          className="bullet-warning"
          style={{ left: `${right}%`, width: `${Math.max(0, place(criticalHigh) - right)}%` }}
        />
      )}
      {warningLow !== undefined && criticalLow !== undefined && (
        <i
          className="bullet-warning"
          style={{ left: `${place(criticalLow)}%`, width: `${Math.max(0, left - place(criticalLow))}%` }}
        />
      )}
      {value !== null && (
        <i className="bullet-shift" style={{ transform: `translateX(${place(value)}%)` }}>
          <i className="bullet-marker" />
        </i>
      )}
    </span>
  );
}
