// The worker that builds towns beside the page: the map asks for a tile, and gets its bytes.
import type { TileAddress } from './tile.ts';
import { createTownTiles } from './tile.ts';

export interface TownQuestion extends TileAddress {
  id: number;
}
export interface TownAnswer {
  id: number;
  bytes: ArrayBuffer;
}

const tiles = createTownTiles();
const line = self as unknown as {
  postMessage(answer: TownAnswer, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: { data: TownQuestion }) => void): void;
};

line.addEventListener('message', ({ data: { id, ...address } }) => {
  const bytes = new Uint8Array(tiles.tile(address)).buffer;
  line.postMessage({ id, bytes }, [bytes]);
});
