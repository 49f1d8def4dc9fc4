// Weather as fields over the districts: a tint and strokes for rain, a veil for fog, streaks for wind, shimmer for heat, ripples where roads are
// under water. Strengths are feature states.
import type { ExpressionSpecification, FillLayerSpecification } from 'maplibre-gl';
import type { DistrictWeather } from '../moment/weather.ts';
import type { Palette } from './palette.ts';

/** Share of a pattern's strength that is left close up. */
const CLOSE_UP = 0.5;

const strength = (of: keyof DistrictWeather, most: number): ExpressionSpecification => [
  '*',
  most,
  ['coalesce', ['feature-state', of], 0],
];

/** Close up the streets come before the weather. */
const pattern = (of: keyof DistrictWeather, most: number): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  10.5,
  strength(of, most),
  13,
  strength(of, most * CLOSE_UP),
];

const field = (id: string, paint: NonNullable<FillLayerSpecification['paint']>): FillLayerSpecification => ({
  id,
  type: 'fill',
  source: 'districts',
  paint,
});

export const weatherLayers = ({ weather }: Palette): FillLayerSpecification[] => [
  field('flood', { 'fill-pattern': 'ripples', 'fill-opacity': pattern('flood', weather.flooded) }),
  field('rain-tint', { 'fill-color': weather.rain, 'fill-opacity': strength('rain', weather.tinted) }),
  field('rain', { 'fill-pattern': 'strokes', 'fill-opacity': pattern('rain', weather.stroked) }),
  field('heat-tint', { 'fill-color': weather.hot, 'fill-opacity': strength('heat', weather.tinted) }),
  field('shimmer', { 'fill-pattern': 'shimmer', 'fill-opacity': pattern('heat', weather.stroked) }),
  field('wind', { 'fill-pattern': 'streaks', 'fill-opacity': pattern('wind', weather.stroked) }),
  field('fog', { 'fill-color': weather.fog, 'fill-opacity': strength('fog', weather.veiled) }),
];

type Pen = CanvasRenderingContext2D;
const TILE = 64;

/** Slanting strokes that join at the edges of the tile. */
function strokes(pen: Pen): void {
  pen.lineWidth = 1.3;
  for (const [x, y, length] of [
    [6, 2, 17],
    [22, 30, 14],
    [38, 10, 18],
    [52, 42, 15],
    [12, 46, 13],
    [60, 20, 12],
    [30, 54, 9],
  ] as const) {
    pen.beginPath();
    pen.moveTo(x, y);
    pen.lineTo(x - length * 0.28, y + length);
    pen.stroke();
  }
}

function ripples(pen: Pen): void {
  pen.lineWidth = 1.6;
  for (const y of [10, 26, 42, 58]) {
    pen.beginPath();
    const shift = y % 32 === 10 ? 0 : TILE / 4;
    for (let x = 0; x <= TILE; x += 2) pen.lineTo(x, y + 2.4 * Math.sin(((x + shift) / TILE) * 4 * Math.PI));
    pen.stroke();
  }
}

/** Long streaks that bend up a little at their ends, as wind is drawn: few, so that rain and ripples still show between them. */
function streaks(pen: Pen): void {
  pen.lineWidth = 1.8;
  for (const [x, y, length] of [
    [4, 20, 70],
    [50, 62, 72],
    [2, 106, 60],
  ] as const) {
    pen.beginPath();
    pen.moveTo(x, y);
    pen.bezierCurveTo(x + length * 0.5, y + 3, x + length * 0.85, y + 1, x + length, y - 8);
    pen.stroke();
  }
}

/** Short waves that rise, as hot air is drawn. */
function shimmer(pen: Pen): void {
  pen.lineWidth = 1.4;
  for (const [x, top] of [
    [10, 4],
    [26, 36],
    [42, 12],
    [58, 40],
  ] as const) {
    pen.beginPath();
    for (let y = 0; y <= 20; y += 2) pen.lineTo(x + 2.2 * Math.sin((y / 20) * 2 * Math.PI), top + y);
    pen.stroke();
  }
}

interface Drawn {
  id: string;
  image: ImageData;
}

/** The patterns, in colours of the look. */
export function weatherPatterns({ weather }: Palette): Drawn[] {
  const drawn = (id: string, colour: string, draw: (pen: Pen) => void, tile = TILE): Drawn[] => {
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width: tile, height: tile });
    const pen = canvas.getContext('2d');
    if (pen === null) return [];
    pen.strokeStyle = colour;
    draw(pen);
    return [{ id, image: pen.getImageData(0, 0, tile, tile) }];
  };
  return [
    ...drawn('strokes', weather.stroke, strokes),
    ...drawn('ripples', weather.stroke, ripples),
    ...drawn('streaks', weather.gust, streaks, 2 * TILE),
    ...drawn('shimmer', weather.hot, shimmer),
  ];
}
