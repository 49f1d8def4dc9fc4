// The map's camera in the address and for the rest of the screen: a hand's move is kept, and a kept one is looked from; without one the map looks
// at the selected area.
import { useEffect } from 'react';
import { cameraOf, cameraText, useCamera } from '../store/camera.ts';
import { useSelection } from '../store/index.ts';
import type { CityMap } from './cityMap.ts';
import { setPresentMap } from './present.ts';
import { isStill } from './tilt.ts';

export function useKeptCamera(map: CityMap | null): void {
  const area = useSelection((selection) => selection.area);
  const camera = useCamera((state) => state.camera);
  useEffect(() => {
    if (map === null) return;
    setPresentMap(map);
    const forget = map.onHand(() => useCamera.setState({ camera: cameraOf(cameraText(map.camera())) }));
    return () => {
      forget();
      setPresentMap(null);
    };
  }, [map]);
  useEffect(() => {
    if (map === null) return;
    if (camera === null) return map.showArea(area, !isStill());
    map.markArea(area);
    if (cameraText(map.camera()) !== cameraText(camera)) map.setCamera(camera);
  }, [map, camera, area]);
}
