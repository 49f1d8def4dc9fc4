// deck.gl layers over the base map: trails, order arcs, units, cases. Fixed ids and stable data, so that only what changed is uploaded.

import type { Layer } from '@deck.gl/core';
import { TripsLayer } from '@deck.gl/geo-layers';
import { ArcLayer, IconLayer, ScatterplotLayer } from '@deck.gl/layers';
import { clusterLayers } from './clusterLayers.ts';
import type { Clustered, Sector } from './clusters.ts';
import { markMapping } from './icons.ts';
import type { CaseMark, LayerColours, MovingUnit, StandingUnit, UnitPlace } from './types.ts';

/** A trail fades over this long, simulated seconds. */
const TRAIL_TICKS = 240;

export interface LayerInput {
  /** The case that is looked at; none or one. */
  selected: readonly CaseMark[];
  /** The cases, close ones in clusters. */
  clustered: Clustered;
  sectors: readonly Sector[];
  moving: readonly MovingUnit[];
  places: readonly UnitPlace[];
  standing: readonly StandingUnit[];
  atlas: HTMLCanvasElement;
  colours: LayerColours;
  /** Changes when the colours do. */
  look: string;
  /** The tick drawn, with its fraction. */
  tick: number;
  selectedUnit: string | null;
  showIdle: boolean;
  visible: { cases: boolean; units: boolean; orders: boolean };
}

const trails = ({ moving, colours, tick, visible }: LayerInput): Layer =>
  new TripsLayer<MovingUnit>({
    id: 'unit-trails',
    data: moving as MovingUnit[],
    visible: visible.units,
    getPath: (unit) => unit.positions,
    getTimestamps: (unit) => unit.ticks,
    getColor: colours.unit,
    currentTime: tick,
    trailLength: TRAIL_TICKS,
    fadeTrail: true,
    widthMinPixels: 2.5,
    capRounded: true,
    jointRounded: true,
  });

const orderArcs = ({ places, colours, look, visible }: LayerInput): Layer =>
  new ArcLayer<UnitPlace>({
    id: 'order-arcs',
    data: places.filter((place) => place.to !== null),
    visible: visible.orders,
    getSourcePosition: (place) => place.at,
    getTargetPosition: (place) => place.to ?? place.at,
    getSourceColor: colours.order,
    getTargetColor: [colours.order[0], colours.order[1], colours.order[2], 60],
    getHeight: 0.35,
    getWidth: 1.6,
    greatCircle: false,
    updateTriggers: { getSourceColor: look, getTargetColor: look },
  });

const idleUnits = ({ standing, colours, look, showIdle, visible }: LayerInput): Layer =>
  new ScatterplotLayer<StandingUnit>({
    id: 'units-standing',
    data: standing as StandingUnit[],
    visible: visible.units && showIdle,
    pickable: true,
    radiusUnits: 'pixels',
    getPosition: (unit) => unit.at,
    getRadius: (unit) => (unit.working ? 4.5 : 2.2),
    getFillColor: (unit) => (unit.working ? colours.unit : colours.unitIdle),
    updateTriggers: { getFillColor: look },
  });

const movingUnits = ({ places, colours, look, atlas, selectedUnit, visible }: LayerInput): Layer =>
  new IconLayer<UnitPlace>({
    id: 'units-moving',
    data: places as UnitPlace[],
    visible: visible.units,
    pickable: true,
    iconAtlas: atlas as unknown as string,
    iconMapping: markMapping,
    getIcon: () => 'arrow',
    getPosition: (place) => place.at,
    getAngle: (place) => place.angle,
    getSize: (place) => (place.id === selectedUnit ? 22 : 15),
    getColor: (place) => (place.id === selectedUnit ? colours.selected : colours.unit),
    updateTriggers: { getColor: [look, selectedUnit], getSize: selectedUnit },
  });

function caseMarks({ selected, clustered, atlas, look, colours, visible }: LayerInput): Layer[] {
  const single = clustered.single as CaseMark[];
  return [
    new IconLayer<CaseMark>({
      id: 'case-rings',
      data: single,
      visible: visible.cases,
      iconAtlas: atlas as unknown as string,
      iconMapping: markMapping,
      getIcon: () => 'ring',
      getPosition: (mark) => mark.at,
      getSize: (mark) => mark.size * 1.7,
      getColor: (mark) => mark.ring,
      updateTriggers: { getColor: look },
    }),
    new IconLayer<CaseMark>({
      id: 'cases',
      data: single,
      visible: visible.cases,
      pickable: true,
      iconAtlas: atlas as unknown as string,
      iconMapping: markMapping,
      getIcon: (mark) => mark.shape,
      getPosition: (mark) => mark.at,
      getSize: (mark) => mark.size,
      getColor: (mark) => mark.colour,
      updateTriggers: { getColor: look },
    }),
    new IconLayer<CaseMark>({
      id: 'case-selected',
      data: selected as CaseMark[],
      visible: visible.cases,
      iconAtlas: atlas as unknown as string,
      iconMapping: markMapping,
      getIcon: () => 'ring',
      getPosition: (mark) => mark.at,
      getSize: 40,
      getColor: colours.selected,
      updateTriggers: { getColor: look },
    }),
  ];
}

/** All layers for one drawn moment, back to front. */
export const cityLayers = (input: LayerInput): Layer[] => [
  trails(input),
  orderArcs(input),
  idleUnits(input),
  ...caseMarks(input),
  movingUnits(input),
  ...clusterLayers({
    clusters: input.clustered.clusters,
    sectors: input.sectors,
    colours: input.colours,
    look: input.look,
    visible: input.visible.cases,
  }),
];
