// What lies over the map: deck.gl on a canvas of its own, with a drawing context that is given back.
import type { Layer } from '@deck.gl/core';
import { MapLibreOverlay } from '@deck.gl/maplibre';
import type { Map as LibreMap } from 'maplibre-gl';

export interface Overlay {
  setLayers(layers: readonly Layer[]): void;
  /** What is drawn there, from top to bottom; nothing before it can draw. */
  pick(
    ...sought: Parameters<MapLibreOverlay['pickMultipleObjects']>
  ): ReturnType<MapLibreOverlay['pickMultipleObjects']>;
  remove(): void;
}

/** `onLost`: the browser has taken the context away; nothing is drawn any more, for good. */
export function layOverlay(map: LibreMap, onLost: () => void): Overlay {
  let isReady = false;
  let giveBack = (): void => undefined;
  const overlay = new MapLibreOverlay({
    interleaved: false,
    layers: [],
    pickingRadius: 6,
    onDeviceInitialized(device) {
      giveBack = () => void device.loseDevice();
      void device.lost.then(() => {
        if (isReady) onLost();
        isReady = false;
      });
    },
    onLoad() {
      isReady = true;
    },
  });
  map.addControl(overlay);
  return {
    setLayers: (layers) => overlay.setProps({ layers: [...layers] }),
    pick: (sought) => (isReady ? overlay.pickMultipleObjects(sought) : []),
    remove() {
      isReady = false;
      overlay.finalize();
      // A page has sixteen contexts. One that waits for the garbage collector can cost a living map its own.
      giveBack();
    },
  };
}
