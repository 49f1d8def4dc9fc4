// Sets up a wall: how many displays, how wide their frames, and a window to open for each. From then on this window steers them.
import type { JSX } from 'react';
import { useState } from 'react';
import { useLateText } from '../i18n/lateText.ts';
import { addressNow } from '../store/address.ts';
import { Dialog } from '../time/Dialog.tsx';
import type { WallShape } from './wall.ts';
import { addressOfWall, USUAL_WALL, wallOf } from './wall.ts';
import { joinWall } from './wallLine.ts';

/** This window becomes the one that steers, and stays so after a reload. */
function beSteering(wall: WallShape): void {
  const isSteering = wallOf(window.location.search) !== null;
  window.history.replaceState(null, '', addressOfWall(window.location.search, wall, null));
  if (!isSteering) joinWall(window.location.search);
}

export function WallDialog(): JSX.Element {
  const { t } = useLateText('finding');
  const [wall, setWall] = useState(() => wallOf(window.location.search) ?? USUAL_WALL);
  const field = (part: keyof WallShape, least: number, most: number): JSX.Element => (
    <label>
      <span>{t(`wall.${part}`)}</span>
      <input
        type="number"
        min={least}
        max={most}
        value={wall[part]}
        onChange={({ target }) =>
          setWall({ ...wall, [part]: Math.min(most, Math.max(least, Math.round(Number(target.value)) || least)) })
        }
        data-testid={`wall-${part}`}
      />
    </label>
  );
  const tiles = Array.from({ length: wall.columns * wall.rows }, (_, at) => ({
    column: at % wall.columns,
    row: Math.floor(at / wall.columns),
  }));
  return (
    <Dialog title={t('wall.title')} testId="wall-dialog" className="wall-dialog">
      <p>{t('wall.hint')}</p>
      <div className="wall-form">
        {field('columns', 1, 8)}
        {field('rows', 1, 8)}
        {field('bezel', 0, 200)}
      </div>
      <div className="wall-tiles" style={{ gridTemplateColumns: `repeat(${wall.columns}, minmax(0, 1fr))` }}>
        {tiles.map((at) => (
          <a
            key={`${at.column},${at.row}`}
            href={addressOfWall(addressNow(), wall, at)}
            target="_blank"
            rel="noopener"
            onClick={() => beSteering(wall)}
            data-testid={`wall-tile-${at.column}-${at.row}`}
          >
            {t('wall.open', { column: at.column + 1, row: at.row + 1 })}
          </a>
        ))}
      </div>
      <p className="wall-note">{t('wall.note')}</p>
    </Dialog>
  );
}
