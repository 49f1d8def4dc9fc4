// Keeps the overlay up to date: rows when the city's cases change, places of moving units on every drawn picture.
import type { Layer } from '@deck.gl/core';
import { cityLayers } from '../layers/cityLayers.ts';
import { CLUSTER_ZOOM, type Clustered, clusterCases, type Sector, sectorsOf } from '../layers/clusters.ts';
import { ATLAS_SIZE, drawMarks } from '../layers/icons.ts';
import { placeOf } from '../layers/places.ts';
import type { CaseMark, Colour, LayerColours, MovingUnit, StandingUnit } from '../layers/types.ts';
import type { RunState } from '../store/index.ts';
import { useSelection, useUi } from '../store/index.ts';
import { caseMarks, unitRows } from './rows.ts';
import { hexColour } from './style/colour.ts';
import { type Palette, palettes, type Rgb } from './style/palette.ts';

/** Units that wait at their stations are drawn from this zoom on: far out they would only be noise. */
const IDLE_UNITS_ZOOM = 10.5;

export interface Visible {
  cases: boolean;
  units: boolean;
  orders: boolean;
}

const opaque = (colour: Rgb, alpha = 255): Colour => [colour[0], colour[1], colour[2], alpha];
const coloursOf = (palette: Palette): LayerColours => ({
  unit: opaque(palette.unit),
  unitIdle: opaque(palette.unitIdle, 190),
  order: opaque(palette.order, 200),
  selected: hexColour(palette.selected),
  disc: hexColour(palette.ground, 225),
  text: hexColour(palette.label),
  priorities: palette.priorities.map((colour) => opaque(colour)),
});

function drawAtlas(): HTMLCanvasElement {
  const atlas = document.createElement('canvas');
  Object.assign(atlas, ATLAS_SIZE);
  const pen = atlas.getContext('2d');
  if (pen !== null) drawMarks(pen);
  return atlas;
}

export interface Drawing {
  /** Layers for this wall time; `null` when nothing has moved or changed since the last call. */
  layersAt(nowMs: number, zoom: number): Layer[] | null;
  setVisible(visible: Visible): void;
}

/** The run that is drawn: how it stands, and the tick with its fraction to draw at a wall time. */
export interface DrawnRun {
  state(): Pick<RunState, 'cases' | 'info' | 'tick'>;
  tickAt(nowMs: number): number;
}

/** Reads the run when asked; draws nothing by itself and holds no timer. */
export function createDrawing(run: DrawnRun, atlas = drawAtlas()): Drawing {
  let visible: Visible = { cases: true, units: true, orders: true };
  let rows: { cases: CaseMark[]; moving: MovingUnit[]; standing: StandingUnit[] } = {
    cases: [],
    moving: [],
    standing: [],
  };
  let selected: CaseMark[] = [];
  let selectedFor: unknown[] = [];
  let clustered: Clustered = { single: [], clusters: [] };
  let clusteredFor: unknown[] = [];
  let sectors: Sector[] = [];
  let sectorsFor: unknown[] = [];
  let rowsFor: unknown[] = [];
  let drawnFor: unknown[] = [];

  const changed = (before: readonly unknown[], after: readonly unknown[]): boolean =>
    after.some((value, i) => value !== before[i]);

  return {
    setVisible(next) {
      visible = next;
    },
    layersAt(nowMs, zoom) {
      const { cases, info, tick } = run.state();
      const { look } = useUi.getState();
      const selection = useSelection.getState();
      if (info === null) return null;
      const palette = palettes[look];
      const source = [cases, info, tick, look];
      if (changed(rowsFor, source)) {
        rows = { cases: caseMarks(cases, tick, info.epochMs, palette), ...unitRows(cases, info.units, tick) };
        rowsFor = source;
      }
      const marked = [rows.cases, selection.case];
      if (changed(selectedFor, marked)) {
        selected = rows.cases.filter(({ id }) => id === selection.case);
        selectedFor = marked;
      }
      const nearest = [rows.cases, Math.min(CLUSTER_ZOOM, Math.floor(zoom))];
      if (changed(clusteredFor, nearest)) {
        clustered = clusterCases(rows.cases, zoom);
        clusteredFor = nearest;
      }
      // Rings keep their size on the screen: drawn anew when the zoom has changed by a twentieth, and never when there are none.
      const ringZoom = clustered.clusters.length > 0 ? Math.round(zoom * 20) / 20 : 0;
      const ringed = [clustered, ringZoom];
      if (changed(sectorsFor, ringed)) {
        sectors = sectorsOf(clustered.clusters, ringZoom);
        sectorsFor = ringed;
      }
      const drawnTick = run.tickAt(nowMs);
      const showIdle = zoom >= IDLE_UNITS_ZOOM;
      const drawn = [
        rows,
        sectors,
        rows.moving.length > 0 ? drawnTick : 0,
        selection.case,
        selection.unit,
        look,
        showIdle,
        visible,
      ];
      if (!changed(drawnFor, drawn)) return null;
      drawnFor = drawn;
      return cityLayers({
        ...rows,
        clustered,
        sectors,
        atlas,
        look,
        tick: drawnTick,
        visible,
        showIdle,
        colours: coloursOf(palette),
        places: rows.moving.map((unit) => placeOf(unit, drawnTick)),
        selected,
        selectedUnit: selection.unit,
      });
    },
  };
}
