// What a sensor says while its hazard lasts and when all is well: the value that trips the alarm and the one that proves a closure.
import type { Measure } from '@onescreen/shared/log';
import type { Random } from '@onescreen/shared/random';

interface Gauge {
  unit: Measure;
  alarm: readonly [low: number, high: number];
  calm: readonly [low: number, high: number];
  decimals: number;
}

/** Types that a sensor reports, and types that are only checked by one. Bands by the detectors' own limits in the catalogue. */
const gauges: Readonly<Record<string, Gauge>> = {
  ZR01: { unit: 'h', alarm: [12, 20], calm: [0, 0.4], decimals: 1 },
  ZR03: { unit: 'min', alarm: [1, 15], calm: [0, 0], decimals: 0 },
  CM01: { unit: '°', alarm: [18, 70], calm: [0, 3], decimals: 0 },
  CM02: { unit: 'A', alarm: [0, 0.05], calm: [0.8, 1.2], decimals: 2 },
  CM04: { unit: 's', alarm: [60, 300], calm: [0, 5], decimals: 0 },
  CM05: { unit: 'MPa', alarm: [0.02, 0.09], calm: [0.18, 0.28], decimals: 2 },
  CM09: { unit: 's', alarm: [300, 900], calm: [1, 20], decimals: 0 },
  EV04: { unit: 'µg/m³', alarm: [155, 320], calm: [45, 95], decimals: 0 },
  EV09: { unit: 'persons', alarm: [1, 6], calm: [0, 0], decimals: 0 },
  EV10: { unit: 'mg/L', alarm: [0.6, 1.9], calm: [3.2, 6], decimals: 1 },
  EV13: { unit: 'MPa', alarm: [0.05, 0.12], calm: [0, 0.01], decimals: 2 },
  EV14: { unit: '%LEL', alarm: [5, 45], calm: [0, 0], decimals: 0 },
  EV15: { unit: 'A', alarm: [0, 1], calm: [60, 140], decimals: 0 },
  EV16: { unit: 'cm', alarm: [16, 45], calm: [0, 4], decimals: 0 },
  EV20: { unit: 'persons/m²', alarm: [3, 4], calm: [0.5, 1.9], decimals: 1 },
  EM01: { unit: '℃', alarm: [180, 600], calm: [18, 35], decimals: 0 },
  EM02: { unit: 'km/h', alarm: [0, 8], calm: [28, 55], decimals: 0 },
  EM03: { unit: '%', alarm: [40, 180], calm: [1, 8], decimals: 0 },
  EM05: { unit: '%LEL', alarm: [30, 85], calm: [0, 2], decimals: 0 },
  EM06: { unit: 'MW', alarm: [80, 450], calm: [0, 5], decimals: 0 },
  EM07: { unit: 'calls', alarm: [41, 90], calm: [2, 9], decimals: 0 },
  EM08: { unit: 'persons', alarm: [5, 24], calm: [0, 0], decimals: 0 },
  EM10: { unit: '%', alarm: [20, 60], calm: [99, 100], decimals: 0 },
};

export interface Reading {
  value: number;
  unit: string;
}

/** A reading for a case type in alarm or calm. Throws RangeError for a type that no sensor knows. Uses one number of the stream. */
export function readGauge(type: string, state: 'alarm' | 'calm', random: Random): Reading {
  const gauge = gauges[type];
  if (gauge === undefined) throw new RangeError(`no sensor for case type ${type}`);
  const [low, high] = gauge[state];
  const scale = 10 ** gauge.decimals;
  return { value: Math.round((low + (high - low) * random.next()) * scale) / scale, unit: gauge.unit };
}

export const hasGauge = (type: string): boolean => gauges[type] !== undefined;
