// What a map shows, as a picture. A drawing buffer is only whole within the frame that drew it, so it is read there.
import type { Map as LibreMap } from 'maplibre-gl';

/** In device pixels; the overlay lies over the map as on the screen. */
export function pictureOf(map: LibreMap, container: HTMLElement): Promise<HTMLCanvasElement> {
  return new Promise((resolve) => {
    map.once('render', () => {
      const { width, height } = map.getCanvas();
      const picture = Object.assign(document.createElement('canvas'), { width, height });
      const pen = picture.getContext('2d')!;
      for (const layer of container.querySelectorAll('canvas')) pen.drawImage(layer, 0, 0, width, height);
      resolve(picture);
    });
    map.triggerRepaint();
  });
}
