// What the map pays for one picture with 10 000 cases and 2 000 units on the road, against making every row anew; and how many layers are handed new data.
import type { CaseState, CasesState } from '@onescreen/shared/cases';
import { createCasesState } from '@onescreen/shared/cases';
import { caseTypes } from '@onescreen/shared/catalogue';
import { areas, FIRST_STREET } from '@onescreen/shared/geography';
import type { RosterUnit, RunInfo } from '@onescreen/shared/log';
import { createRandom } from '@onescreen/shared/random';
import { clusterCases, sectorsOf } from '../../client/src/layers/clusters.ts';
import { placeOf } from '../../client/src/layers/places.ts';
import { createDrawing } from '../../client/src/map/drawing.ts';
import { caseMarks, unitRows } from '../../client/src/map/rows.ts';
import { palettes } from '../../client/src/map/style/palette.ts';
import type { BenchRow } from './row.ts';
import { benchRow, figure, medianMs } from './row.ts';

const CASES = 10_000;
const UNITS = 2_000;
const FRAMES = 2_000;
const REPEATS = 20;
const ZOOM = 8.6;
const TICK = 3_600;
const EPOCH_MS = Date.parse('2024-05-14T07:30:00+08:00');

/** Layers, as far as they are counted here. */
type Picture = readonly { id: string; props: object }[];

function crowdedCity(): { cases: CasesState; units: RosterUnit[] } {
  const random = createRandom(1, 'map bench');
  const somewhere = (): [number, number] => {
    const { centre } = areas[FIRST_STREET + random.whole(areas.length - FIRST_STREET)]!;
    return [centre[0] + 0.02 * random.normal(), centre[1] + 0.02 * random.normal()];
  };
  const open = Array.from({ length: CASES }, (_, i) => {
    const { code: type, priority } = random.pick(caseTypes);
    return { id: `c${i}`, type, priority, status: 'discovered', at: somewhere(), area: FIRST_STREET };
  });
  const units = Array.from(
    { length: UNITS },
    (_, i) => ({ id: `u${i}`, station: somewhere() }) as unknown as RosterUnit,
  );
  const driving = units.map(({ id }, i) => {
    const path: [number, number, number] = [...somewhere(), 0];
    const end: [number, number, number] = [...somewhere(), 2 * TICK];
    return [id, { status: 'driving', case: `c${i}`, path: [path, end] }];
  });
  const cases = {
    ...createCasesState(),
    cases: Object.fromEntries(open.map((one) => [one.id, one as unknown as CaseState])),
    units: Object.fromEntries(driving),
  } as CasesState;
  return { cases, units };
}

/** Counts, layer by layer, when a picture hands it other data than the picture before. */
function countHandovers(pictures: Iterable<Picture>): { handovers: number; layers: number } {
  const last = new Map<string, unknown>();
  let handovers = 0;
  let layers = 0;
  for (const picture of pictures) {
    layers = Math.max(layers, picture.length);
    for (const { id, props } of picture) {
      const { data } = props as { data?: unknown };
      if (last.has(id) && last.get(id) !== data) handovers++;
      last.set(id, data);
    }
    if (last.size > layers) throw new Error('a layer came under a new name: its buffers would pile up');
  }
  return { handovers, layers };
}

export function mapRows(): BenchRow[] {
  const { cases, units } = crowdedCity();
  const info = { epochMs: EPOCH_MS, units } as unknown as RunInfo;
  let tick = TICK;
  const drawing = createDrawing(
    { state: () => ({ cases, info, tick: TICK }), tickAt: () => tick },
    {} as HTMLCanvasElement,
  );
  const picture = (): Picture => {
    tick += 1;
    return drawing.layersAt(0, ZOOM) ?? [];
  };
  const oursMs = medianMs(REPEATS, picture);
  const naiveMs = medianMs(REPEATS, () => {
    tick += 1;
    const marks = caseMarks(cases, tick, EPOCH_MS, palettes.show);
    const { moving } = unitRows(cases, units, tick);
    sectorsOf(clusterCases(marks, ZOOM).clusters, ZOOM);
    for (const unit of moving) placeOf(unit, tick);
  });
  function* pictures(): Generator<Picture> {
    for (let frame = 0; frame < FRAMES; frame++) yield picture();
  }
  const { handovers, layers } = countHandovers(pictures());
  const each = handovers / FRAMES;
  return [
    benchRow({
      name: `a picture of the map, ${figure(CASES)} cases, ${figure(UNITS)} units driving`,
      measured: `${figure(oursMs)} ms, only what moves`,
      baseline: `${figure(naiveMs)} ms, all rows anew`,
      ratio: oursMs / naiveMs,
      budget: { atMost: 0.25 },
    }),
    benchRow({
      name: `layers handed new data, each of ${figure(FRAMES)} pictures`,
      measured: `${figure(each)} (arcs and arrows)`,
      baseline: `${layers} layers, none more at the end`,
      ratio: each / layers,
      budget: { atMost: 0.25 },
    }),
  ];
}
