// 告警: how the alarms themselves are, against the published targets for one console; which ring most, which stand too long.
import { areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { useState } from 'react';
import '../../alarms/words.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useRun, useSelection } from '../../store/index.ts';
import { useBeat } from '../beat.ts';
import { AskState } from '../Problem.tsx';
import { SpanPicker } from '../SpanPicker.tsx';
import type { CustomSpan, SpanChoice } from '../span.ts';
import { fieldOf, spanOf } from '../span.ts';
import { useAsked } from '../useAsked.ts';
import { AlarmTables } from './AlarmTables.tsx';
import { healthPath, readHealth } from './healthPath.ts';
import { RingBars } from './RingBars.tsx';
import { TargetTiles } from './TargetTiles.tsx';
import './alarmBoard.css';

export default function AlarmBoard({ run }: { run: string }): JSX.Element {
  const { t, name } = useLateText('alarms');
  const epochMs = useRun(({ info }) => info?.epochMs ?? 0);
  const area = useSelection((selection) => selection.area);
  const beat = useBeat();
  const [choice, setChoice] = useState<SpanChoice>('run');
  const [custom, setCustom] = useState<CustomSpan>(() => ({ from: fieldOf(epochMs, 0), to: '' }));
  const span = spanOf(choice, custom, epochMs, beat.tick);
  const asked = useAsked(
    span === null ? null : healthPath(run, span, area),
    `${run}/alarms/${area}/${choice}/${choice === 'custom' ? custom.from + custom.to : ''}`,
    readHealth,
    beat,
  );
  const health = asked.answer;
  return (
    <>
      <div className="board-controls">
        <SpanPicker
          choice={choice}
          custom={custom}
          span={span}
          epochMs={epochMs}
          onChoice={setChoice}
          onCustom={setCustom}
        />
        <span className="board-end" title={t('health.source')}>
          {t('health.console', { name: name(areas[area]!) })}
          {health !== null &&
            ` · ${t('health.rings', { n: health.rings })} · ${t('health.standing', { n: health.standing, shelved: health.shelved })}`}
        </span>
      </div>
      <AskState asked={asked} />
      {health !== null && (
        <div className="alarm-board" data-testid="alarm-health">
          <TargetTiles health={health} />
          <RingBars health={health} />
          <AlarmTables health={health} />
        </div>
      )}
    </>
  );
}
