// The map's colours in both looks. MapLibre and deck.gl take concrete colours, so these stand beside the CSS tokens, not in them.
import type { GradeWord } from '../marks/grades.ts';
import type { Look } from '../store/index.ts';
import type { BlockKind } from './town/blocks.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/** The synthetic town close up. */
export interface TownPalette {
  /** Ground of a block by its kind. */
  blocks: Readonly<Record<BlockKind, string>>;
  /** Houses by day, low to high. */
  low: string;
  high: string;
  /** Houses at night without light, and those with. */
  dark: string;
  lit: string;
  opacity: number;
}

export interface Palette {
  ground: string;
  /** Area fill by grade, best to worst. */
  grades: Readonly<Record<GradeWord, string>>;
  fillOpacity: number;
  outline: string;
  outlineGlow: string;
  street: string;
  water: string;
  waterGlow: string;
  road: string;
  metroOpacity: number;
  town: TownPalette;
  label: string;
  labelSoft: string;
  halo: string;
  selected: string;
  /** Case marks by priority 1 to 5. */
  priorities: readonly [Rgb, Rgb, Rgb, Rgb, Rgb];
  /** A case that waits for its check, and one that has ended. */
  checking: Rgb;
  ended: Rgb;
  unit: Rgb;
  unitIdle: Rgb;
  order: Rgb;
}

export const palettes: Readonly<Record<Look, Palette>> = {
  show: {
    ground: '#050f22',
    grades: {
      steady: '#0b3a52',
      watch: '#155b7a',
      drift: '#8a6a1f',
      abnormal: '#a8501c',
      critical: '#b3263a',
      unknown: '#15243a',
    },
    fillOpacity: 0.72,
    outline: '#4fb9e8',
    outlineGlow: '#1d7fc4',
    street: '#2c6f9c',
    water: '#2a86d8',
    waterGlow: '#114f9a',
    road: '#6c8db3',
    metroOpacity: 0.9,
    town: {
      blocks: {
        offices: '#0d2340',
        homes: '#0b1d37',
        lanes: '#0e2036',
        works: '#101f33',
        park: '#0b2f33',
        village: '#0a2130',
        fields: '#08202b',
      },
      low: '#1d456f',
      high: '#5f9fd6',
      dark: '#12294a',
      lit: '#e8b866',
      opacity: 0.92,
    },
    label: '#d9eeff',
    labelSoft: '#93b6d6',
    halo: '#04101f',
    selected: '#7df9ff',
    priorities: [
      [255, 84, 104],
      [255, 150, 66],
      [255, 214, 82],
      [96, 184, 255],
      [166, 184, 204],
    ],
    checking: [70, 230, 200],
    ended: [88, 140, 130],
    unit: [125, 249, 255],
    unitIdle: [70, 120, 160],
    order: [125, 249, 255],
  },
  calm: {
    ground: '#b9c0c5',
    grades: {
      steady: '#d3d8da',
      watch: '#c6cfd4',
      drift: '#d9c489',
      abnormal: '#d7a077',
      critical: '#cf6a70',
      unknown: '#c9cdd0',
    },
    fillOpacity: 0.9,
    outline: '#69747c',
    outlineGlow: '#b9c0c5',
    street: '#98a2a9',
    water: '#8fa6b5',
    waterGlow: '#a9b9c4',
    road: '#a2a9ae',
    metroOpacity: 0.35,
    town: {
      blocks: {
        offices: '#c9ced1',
        homes: '#cdd2d4',
        lanes: '#c8cccd',
        works: '#c4c9cc',
        park: '#c0cbc2',
        village: '#c8cec8',
        fields: '#c6cdc4',
      },
      low: '#b7bec3',
      high: '#a9b2b8',
      dark: '#9fa8ae',
      lit: '#b9b39f',
      opacity: 0.95,
    },
    label: '#222d36',
    labelSoft: '#4d5a64',
    halo: '#dfe3e5',
    selected: '#123c63',
    priorities: [
      [176, 16, 31],
      [163, 67, 0],
      [122, 82, 0],
      [68, 87, 106],
      [100, 110, 118],
    ],
    checking: [40, 90, 120],
    ended: [130, 140, 146],
    unit: [36, 76, 112],
    unitIdle: [130, 140, 148],
    order: [36, 76, 112],
  },
};
