// 真如: three queues by the door of the neighbourhood, without a name and no closer than the building.

import { areas, CITY_AREA } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { select, useRun, useSelection } from '../../store/index.ts';
import { Choice } from '../Choice.tsx';
import { SceneColumn } from './SceneColumn.tsx';
import { StreetStrip } from './StreetStrip.tsx';
import { SCENES, sceneList, streetCounts, zhenruArea } from './zhenruLists.ts';
import './zhenru.css';

/** Lists and clocks are renewed this often, simulated seconds. */
const RENEW_TICKS = 10;
const SCOPES = ['here', 'all'] as const;

export default function ZhenruBoard(): JSX.Element {
  const { t, name } = useText();
  const selected = useSelection((selection) => selection.area);
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('here');
  const here = zhenruArea(selected);
  const area = scope === 'all' ? CITY_AREA : here;
  const cases = useRun((run) => run.cases.cases);
  const tick = useRun((run) => Math.floor(run.tick / RENEW_TICKS) * RENEW_TICKS);
  const { lists, streets } = useMemo(() => {
    const all = Object.values(cases);
    return {
      lists: SCENES.map((scene) => ({ scene, list: sceneList(all, scene, area, tick) })),
      streets: streetCounts(all),
    };
  }, [cases, area, tick]);
  return (
    <>
      <div className="board-controls">
        <Choice
          label={t('zhenruBoard.street')}
          options={SCOPES}
          chosen={scope}
          word={(one) => (one === 'all' ? t('zhenruBoard.all') : name(areas[here]!))}
          onChoose={setScope}
          testId={(one) => `zhenru-scope-${one}`}
        />
        <p className="board-end zhenru-privacy">{t('zhenruBoard.privacy')}</p>
      </div>
      <StreetStrip
        streets={streets}
        shown={area}
        onStreet={(street) => {
          setScope('here');
          select({ area: street });
        }}
      />
      <div className="zhenru-columns">
        {lists.map(({ scene, list }) => (
          <SceneColumn key={scene.id} scene={scene} list={list} tick={tick} />
        ))}
      </div>
    </>
  );
}
