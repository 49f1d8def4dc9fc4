// The picture of a camera now: drawn on the drum while it is in sight, between two ticks carried on by the playhead.
import type { Picture, SceneId } from '@onescreen/shared/cameras';
import type { JSX } from 'react';
import { useEffect, useRef } from 'react';
import { playhead, useRun } from '../store/index.ts';
import { nightAt } from './draw/moment.ts';
import { emptyKeep, paint } from './draw/scene.ts';
import { roll } from './film.ts';
import { fitCanvas } from './fitCanvas.ts';
import { scenes } from './scenes/index.ts';
import { rainNow } from './weather.ts';

/** Wall time between two drawings: small ones, and one that is open large. Whoever wants no motion gets whole seconds. */
const EVERY_MS = { small: 125, large: 67, still: 1000 } as const;

interface MovingPictureProps {
  scene: SceneId;
  picture: Picture;
  /** Names the camera and the seed of the run. */
  words: string;
  size: 'small' | 'large';
}

export function MovingPicture({ scene, picture, words, size }: MovingPictureProps): JSX.Element {
  const canvas = useRef<HTMLCanvasElement>(null);
  const shown = useRef(picture);
  useEffect(() => {
    shown.current = picture;
  }, [picture]);
  useEffect(() => {
    const place = canvas.current;
    if (place === null) return;
    const keep = emptyKeep();
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    const stopFitting = fitCanvas(place);
    let drawn: { tick: number; picture: Picture | null; width: number } = { tick: -1, picture: null, width: 0 };
    const leave = roll({
      canvas: place,
      everyMs: calm.matches ? EVERY_MS.still : EVERY_MS[size],
      draw(nowMs) {
        const at = playhead.at(nowMs);
        const tick = calm.matches ? Math.floor(at) : at;
        const isSame = drawn.tick === tick && drawn.picture === shown.current && drawn.width === place.width;
        if (isSame) return false;
        drawn = { tick, picture: shown.current, width: place.width };
        const epochMs = useRun.getState().info?.epochMs ?? 0;
        const moment = { tick, epochMs, night: nightAt(epochMs, tick), rain: rainNow(), words };
        paint(scenes[scene], place, shown.current, moment, keep);
        return true;
      },
    });
    return () => {
      leave();
      stopFitting();
    };
  }, [scene, words, size]);
  return <canvas ref={canvas} className="scene-canvas" data-testid="scene-canvas" />;
}
