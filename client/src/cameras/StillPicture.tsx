// The frame that a piece of evidence is: the same scene, drawn once as it was at that second, with the light and rain of then.
import type { Picture, SceneId } from '@onescreen/shared/cameras';
import type { JSX } from 'react';
import { useEffect, useRef } from 'react';
import { useRun } from '../store/index.ts';
import { nightAt } from './draw/moment.ts';
import { emptyKeep, paint } from './draw/scene.ts';
import { fitCanvas } from './fitCanvas.ts';
import { scenes } from './scenes/index.ts';
import { rainAt } from './weather.ts';

interface StillPictureProps {
  scene: SceneId;
  picture: Picture;
  words: string;
}

export function StillPicture({ scene, picture, words }: StillPictureProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  // A picture of the same second and content is the same, though it is another object.
  const content = JSON.stringify(picture);
  useEffect(() => {
    const place = canvas.current;
    if (place === null) return;
    const still = JSON.parse(content) as Picture;
    const { tick } = still;
    const moment = { tick, epochMs, night: nightAt(epochMs, tick), rain: rainAt(tick), words };
    const keep = emptyKeep();
    return fitCanvas(place, () => paint(scenes[scene], place, still, moment, keep));
  }, [scene, content, epochMs, words]);
  return <canvas ref={canvas} className="scene-canvas" />;
}
