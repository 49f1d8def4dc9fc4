// Words that stand over everything on the map: where something is going on, and how much.
import type { Layer } from '@deck.gl/core';
import { TextLayer } from '@deck.gl/layers';
import type { Colour } from './types.ts';

export interface Callout {
  at: readonly [lon: number, lat: number];
  /** Lines. */
  words: string;
  colour: Colour;
}

/** Above a cluster's disc. */
const LIFT_PIXELS = -44;

export const calloutLayer = (callouts: readonly Callout[], ground: Colour): Layer =>
  new TextLayer<Callout>({
    id: 'callouts',
    data: callouts as Callout[],
    characterSet: 'auto',
    fontFamily: 'Noto Sans SC, sans-serif',
    // The weight whose Chinese pieces the map waits for: a glyph that comes late would stay blank.
    fontWeight: 400,
    getPosition: ({ at }) => [at[0], at[1]],
    getText: ({ words }) => words,
    getColor: ({ colour }) => colour,
    getSize: 14,
    lineHeight: 1.25,
    getPixelOffset: [0, LIFT_PIXELS],
    background: true,
    backgroundPadding: [8, 4],
    getBackgroundColor: ground,
    getBorderColor: ({ colour }) => colour,
    getBorderWidth: 1,
  });
