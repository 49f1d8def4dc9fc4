// Clusters as deck.gl layers: a disc, the ring of priorities around it, and the number in it.
import type { Layer } from '@deck.gl/core';
import { PathLayer, ScatterplotLayer, TextLayer } from '@deck.gl/layers';
import type { CaseCluster, Sector } from './clusters.ts';
import { clusterRadius } from './clusters.ts';
import type { Colour } from './types.ts';

export interface ClusterInput {
  clusters: readonly CaseCluster[];
  sectors: readonly Sector[];
  colours: { disc: Colour; text: Colour; priorities: readonly Colour[] };
  look: string;
  visible: boolean;
}

export const clusterLayers = ({ clusters, sectors, colours, look, visible }: ClusterInput): Layer[] => [
  new ScatterplotLayer<CaseCluster>({
    id: 'clusters',
    data: clusters as CaseCluster[],
    visible,
    pickable: true,
    radiusUnits: 'pixels',
    getPosition: (cluster) => cluster.at,
    getRadius: clusterRadius,
    getFillColor: colours.disc,
    updateTriggers: { getFillColor: look },
  }),
  new PathLayer<Sector>({
    id: 'cluster-rings',
    data: sectors as Sector[],
    visible,
    widthUnits: 'pixels',
    getPath: (sector) => sector.path,
    getWidth: 4.5,
    getColor: (sector) => colours.priorities[sector.priority - 1]!,
    updateTriggers: { getColor: look },
  }),
  new TextLayer<CaseCluster>({
    id: 'cluster-counts',
    data: clusters as CaseCluster[],
    visible,
    characterSet: '0123456789',
    fontFamily: 'Noto Sans SC, sans-serif',
    fontWeight: 600,
    getPosition: (cluster) => cluster.at,
    getText: (cluster) => String(cluster.count),
    getSize: 13,
    getColor: colours.text,
    updateTriggers: { getColor: look },
  }),
];
