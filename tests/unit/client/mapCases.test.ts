// Marks of cases: in clusters when the map is far, each by itself when it is near, and each of those that lie on one another within reach.
import { expect, test } from 'vitest';
import { CLUSTER_ZOOM, clusterCases, sectorsOf } from '../../../client/src/layers/clusters.ts';
import type { CaseMark } from '../../../client/src/layers/types.ts';
import { createCycle } from '../../../client/src/map/picking.ts';

const markAt = (id: string, lon: number, lat: number, priority: number): CaseMark => ({
  id,
  at: [lon, lat],
  shape: 'circle',
  priority,
  colour: [0, 0, 0, 255],
  size: 10,
  ring: [0, 0, 0, 0],
});
const crowd = Array.from({ length: 30 }, (_, i) => markAt(`c${i}`, 121.47 + i * 1e-4, 31.23, (i % 3) + 1));
const lonely = markAt('lonely', 121.9, 30.9, 5);

test('far out a crowd is one mark that says how many of each priority, and a lonely case is itself', () => {
  const { single, clusters } = clusterCases([...crowd, lonely], 8.4);
  expect(single.map(({ id }) => id)).toEqual(['lonely']);
  expect(clusters).toHaveLength(1);
  expect(clusters[0]).toMatchObject({ count: 30, split: [10, 10, 10, 0, 0] });
});

test('near, every case is itself', () => {
  const all = [...crowd, lonely];
  expect(clusterCases(all, CLUSTER_ZOOM)).toEqual({ single: all, clusters: [] });
});

test('no case is lost or counted twice at any zoom', () => {
  const all = Array.from({ length: 500 }, (_, i) =>
    markAt(`c${i}`, 121 + ((i * 37) % 100) / 100, 31 + ((i * 61) % 100) / 200, (i % 5) + 1),
  );
  for (const zoom of [7.5, 9, 10.9, 12]) {
    const { single, clusters } = clusterCases(all, zoom);
    expect(single.length + clusters.reduce((sum, { count }) => sum + count, 0)).toBe(500);
  }
});

test('the ring around a cluster has a part for each priority that there is', () => {
  const { clusters } = clusterCases(crowd, 8.4);
  const sectors = sectorsOf(clusters, 8.4);
  expect(sectors.map(({ priority }) => priority)).toEqual([1, 2, 3]);
  const widest = (zoom: number): number =>
    Math.max(...sectorsOf(clusters, zoom).flatMap(({ path }) => path.map(([lon]) => lon)));
  const middle = clusters[0]!.at[0];
  expect(widest(8) - middle).toBeCloseTo(2 * (widest(9) - middle), 6);
});

test('a second click in the same place takes the mark below, and after the last the first again', () => {
  const cycle = createCycle();
  const found = ['a', 'b', 'c'].map((id) => ({ kind: 'case' as const, id }));
  const taken = [1, 2, 3, 4].map(() => cycle.take(100, 100, found)?.id);
  expect(taken).toEqual(['a', 'b', 'c', 'a']);
  expect(cycle.take(140, 100, found)?.id).toBe('a');
  expect(cycle.take(140, 100, [])).toBeNull();
});
