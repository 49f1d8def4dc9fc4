// The smallest PMTiles file that there can be: one vector tile of the whole world, all of it water.
import { geoJSONToTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';

const HEADER_BYTES = 127;
const NOT_COMPRESSED = 1;
const MVT = 1;

/** Bytes of the file, version 3 of the format. */
export function tinyPmtiles(attribution: string): Buffer {
  const world: [number, number][] = [
    [-179, -80],
    [179, -80],
    [179, 80],
    [-179, 80],
    [-179, -80],
  ];
  const water = geoJSONToTile({ type: 'Polygon', coordinates: [world] }, 0, 0, 0);
  const tile = Buffer.from(fromGeojsonVt({ water }, { version: 2, extent: 4096 }));
  const metadata = Buffer.from(JSON.stringify({ attribution, vector_layers: [{ id: 'water', fields: {} }] }));
  // One entry: tile 0, once, of so many bytes (as a varint of two), at the start of the data.
  const length = [(tile.length & 0x7f) | 0x80, tile.length >> 7];
  const root = Buffer.from([1, 0, 1, ...length, 1]);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('PMTiles\u0003', 0, 'latin1');
  const metadataAt = HEADER_BYTES + root.length;
  const dataAt = metadataAt + metadata.length;
  const places = [HEADER_BYTES, root.length, metadataAt, metadata.length, dataAt, 0, dataAt, tile.length, 1, 1, 1];
  for (const [i, value] of places.entries()) header.writeBigUInt64LE(BigInt(value), 8 + 8 * i);
  header.set([1, NOT_COMPRESSED, NOT_COMPRESSED, MVT, 0, 0], 96);
  for (const [i, degrees] of [-180, -85, 180, 85].entries()) header.writeInt32LE(degrees * 1e7, 102 + 4 * i);
  return Buffer.concat([header, root, metadata, tile]);
}
