// The map's colours in both looks. MapLibre and deck.gl take concrete colours, so these stand beside the CSS tokens, not in them.
import type { GradeWord } from '../../marks/grades.ts';
import type { Look } from '../../store/index.ts';
import type { BlockKind } from '../town/blocks.ts';

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
  /** How much darker the sides are that the light does not reach, 0 to 1. */
  shade: number;
}

export interface WaterPalette {
  glow: string;
  /** The bed that an ebb leaves dry. */
  bank: string;
  deep: string;
  /** The water at night. */
  dark: string;
  shine: string;
  /** The wall on the bank, and that wall when the water is at the warning line. */
  rim: string;
  high: string;
}
/** Colours of the fields, and how much of each shows at its strongest. */
export interface WeatherPalette {
  rain: string;
  tinted: number;
  stroke: string;
  stroked: number;
  gust: string;
  hot: string;
  fog: string;
  veiled: number;
  flooded: number;
}

export interface Palette {
  ground: string;
  /** How much of the ground lies over a base map in colours of its own. */
  veil: number;
  /** Area fill by grade, best to worst. */
  grades: Readonly<Record<GradeWord, string>>;
  fillOpacity: number;
  outline: string;
  outlineGlow: string;
  street: string;
  water: WaterPalette;
  weather: WeatherPalette;
  spots: { crowd: string; gas: string };
  /** Few detections to many. */
  heat: readonly [string, string, string];
  road: string;
  bridge: string;
  tunnel: string;
  /** A crossing that is slowed, one that is shut, a line without trains. */
  slow: string;
  shut: string;
  metroOpacity: number;
  metroGlow: number;
  /** The ground at night. */
  night: string;
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
    veil: 0.74,
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
    water: {
      glow: '#0d4a96',
      bank: '#123a5e',
      deep: '#1667b4',
      dark: '#0c3f7a',
      shine: '#5cc3ff',
      rim: '#7fd4ff',
      high: '#ff9b45',
    },
    weather: {
      rain: '#3b7fe0',
      tinted: 0.14,
      stroke: '#a9d4ff',
      stroked: 0.55,
      gust: '#e3f3ff',
      hot: '#ffb04d',
      fog: '#8fa9c2',
      veiled: 0.3,
      flooded: 0.34,
    },
    spots: { crowd: '#ff8fd0', gas: '#ff9b45' },
    road: '#6c8db3',
    heat: ['#1f6fc4', '#37d9c0', '#f4fbc8'],
    bridge: '#cfe6fb',
    tunnel: '#9cc4ea',
    slow: '#ffb13d',
    shut: '#ff5468',
    metroOpacity: 0.9,
    metroGlow: 0.5,
    night: '#020711',
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
      shade: 0.5,
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
    veil: 0.4,
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
    water: {
      glow: '#b3c0c9',
      bank: '#a9b0ae',
      deep: '#92aaba',
      dark: '#8299a8',
      shine: '#a9bfcc',
      rim: '#77858e',
      high: '#a34300',
    },
    weather: {
      rain: '#5c7f9c',
      tinted: 0.14,
      stroke: '#3c5468',
      stroked: 0.3,
      gust: '#2b3a46',
      hot: '#8a5200',
      fog: '#eef1f2',
      veiled: 0.5,
      flooded: 0.2,
    },
    spots: { crowd: '#7a2f62', gas: '#a34300' },
    road: '#a2a9ae',
    heat: ['#8fa3b2', '#5d7d96', '#244c70'],
    bridge: '#5b666f',
    tunnel: '#7b868e',
    slow: '#8a5200',
    shut: '#b0101f',
    metroOpacity: 0.42,
    metroGlow: 0,
    night: '#a3abb1',
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
      shade: 0.18,
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
