// One of the three queues: how many, who waits longest, and where, to the building.
import type { CaseState } from '@onescreen/shared/cases';
import { endTick, isEnded } from '@onescreen/shared/cases';
import { areas } from '@onescreen/shared/geography';
import { gridAt } from '@onescreen/shared/geography/grids';
import type { JSX } from 'react';
import { formatDuration } from '../../i18n/format.ts';
import { useText } from '../../i18n/text.ts';
import { useRun } from '../../store/index.ts';
import { CaseLink } from '../CaseLink.tsx';
import type { Scene, SceneList } from './zhenruLists.ts';

/** More than anyone reads in a queue. */
const SHOWN_CASES = 60;
/** About ten metres: a building, not a door. */
const BUILDING_DECIMALS = 4;

interface SceneColumnProps {
  scene: Scene;
  list: SceneList;
  tick: number;
}

export function SceneColumn({ scene, list, tick }: SceneColumnProps): JSX.Element {
  const { t } = useText();
  const shown = [...list.open, ...list.ended].slice(0, SHOWN_CASES);
  return (
    <section className="zhenru-column" aria-label={t(`zhenruBoard.${scene.id}`)} data-testid={`zhenru-${scene.id}`}>
      <header>
        <h3>{t(`zhenruBoard.${scene.id}`)}</h3>
        <small>{t(`zhenruBoard.${scene.id}Hint`)}</small>
        <p>
          <span>
            <strong>{list.open.length}</strong> {t('zhenruBoard.open')}
          </span>
          <span className={list.overdue > 0 ? 'is-late tone-red' : ''}>
            <b>{list.overdue}</b> {t('zhenruBoard.overdue')}
          </span>
          <span>
            <b>{list.ended.length}</b> {t('zhenruBoard.ended')}
          </span>
        </p>
      </header>
      {list.open.length === 0 && <p className="board-note">{t('zhenruBoard.empty')}</p>}
      <ul>
        {shown.map((one) => (
          <li key={one.id}>
            <Waiting one={one} tick={tick} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where it is, to the grid in words and to the building in degrees. */
function usePlace(): (one: CaseState) => string {
  const { t, name } = useText();
  return (one) => {
    const street = name(areas[one.area]!);
    const grid = gridAt(one.at)?.id.split('-')[1];
    return grid === undefined ? street : t('zhenruBoard.grid', { street, grid });
  };
}

function Waiting({ one, tick }: { one: CaseState; tick: number }): JSX.Element {
  const { t, language } = useText();
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const place = usePlace();
  const note = isEnded(one)
    ? t('zhenruBoard.took', { time: formatDuration(endTick(one) - one.discoveredTick, language) })
    : t('zhenruBoard.waiting', { time: formatDuration(tick - one.discoveredTick, language) });
  const [lon, lat] = one.at;
  const at = `${lat.toFixed(BUILDING_DECIMALS)}, ${lon.toFixed(BUILDING_DECIMALS)}`;
  return (
    <CaseLink
      one={one}
      tick={tick}
      epochMs={epochMs}
      place={place(one)}
      detail={t('zhenruBoard.building', { at })}
      note={note}
      testId="zhenru-row"
    />
  );
}
