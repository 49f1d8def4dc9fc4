// Cases that lie close together when the map is far: one mark with their number and how many of each priority. Near, every case is itself.
import Supercluster from 'supercluster';
import type { CaseMark } from './types.ts';

export interface CaseCluster {
  id: number;
  at: [number, number];
  count: number;
  /** How many of priority 1 to 5. */
  split: readonly number[];
}
export interface Clustered {
  single: readonly CaseMark[];
  clusters: readonly CaseCluster[];
}

/** From this zoom on no case hides in another. */
export const CLUSTER_ZOOM = 11;
const RADIUS_PIXELS = 40;
const FEWEST = 4;
const WORLD: [number, number, number, number] = [-180, -85, 180, 85];

type Split = { split: number[] };

/** `zoom` is the map's; all marks are single from `CLUSTER_ZOOM` on. The input is not changed. */
export function clusterCases(marks: readonly CaseMark[], zoom: number): Clustered {
  if (zoom >= CLUSTER_ZOOM) return { single: marks, clusters: [] };
  const index = new Supercluster<{ mark: CaseMark }, Split>({
    radius: RADIUS_PIXELS,
    extent: 512,
    maxZoom: CLUSTER_ZOOM,
    minPoints: FEWEST,
    map: ({ mark }) => ({ split: [1, 2, 3, 4, 5].map((priority) => (mark.priority === priority ? 1 : 0)) }),
    reduce: (sum, { split }) => {
      sum.split = sum.split.map((count, i) => count + split[i]!);
    },
  });
  index.load(
    marks.map((mark) => ({ type: 'Feature', properties: { mark }, geometry: { type: 'Point', coordinates: mark.at } })),
  );
  const single: CaseMark[] = [];
  const clusters: CaseCluster[] = [];
  for (const { properties, geometry } of index.getClusters(WORLD, Math.floor(zoom))) {
    if ('mark' in properties) single.push(properties.mark);
    else {
      const [lon, lat] = geometry.coordinates as [number, number];
      clusters.push({
        id: properties.cluster_id,
        at: [lon, lat],
        count: properties.point_count,
        split: properties.split,
      });
    }
  }
  // As the marks came: the most urgent on top.
  return { single: single.sort((a, b) => b.priority - a.priority), clusters };
}

/** A part of the ring around a cluster, as long as the share of its priority. */
export interface Sector {
  priority: number;
  path: [number, number][];
}

const radiusPixels = (count: number): number => Math.min(26, 11 + 4 * Math.log2(count / FEWEST + 1));
const GAP_RADIANS = 0.12;
const STEP_RADIANS = 0.22;

/** Rings of clusters at a zoom, most urgent first, clockwise from the top. */
export function sectorsOf(clusters: readonly CaseCluster[], zoom: number): Sector[] {
  const degreesPerPixel = 360 / (512 * 2 ** zoom);
  return clusters.flatMap(({ at: [lon, lat], count, split }) => {
    const [perX, perY] = [degreesPerPixel, degreesPerPixel * Math.cos((lat * Math.PI) / 180)];
    const radius = radiusPixels(count);
    let from = 0;
    return split.flatMap((part, i) => {
      if (part === 0) return [];
      const turn = (part / count) * 2 * Math.PI;
      const to = from + turn;
      const [start, end] =
        part === count ? [from, to] : [from + GAP_RADIANS / 2, Math.max(to - GAP_RADIANS / 2, from + GAP_RADIANS)];
      const steps = Math.max(1, Math.ceil((end - start) / STEP_RADIANS));
      const path = Array.from({ length: steps + 1 }, (_, step): [number, number] => {
        const angle = start + ((end - start) * step) / steps;
        return [lon + perX * radius * Math.sin(angle), lat + perY * radius * Math.cos(angle)];
      });
      from = to;
      return [{ priority: i + 1, path }];
    });
  });
}

export const clusterRadius = ({ count }: CaseCluster): number => radiusPixels(count);
