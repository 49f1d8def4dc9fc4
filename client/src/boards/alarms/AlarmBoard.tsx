// 告警: how the alarms themselves are, against the published targets for one console; which ring most, which stand too long.
import { areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import '../../alarms/words.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useSelection } from '../../store/index.ts';
import { useBeat } from '../beat.ts';
import { AskState } from '../Problem.tsx';
import { SpanPicker } from '../SpanPicker.tsx';
import { useAsked } from '../useAsked.ts';
import { useSpan } from '../useSpan.ts';
import { AlarmTables } from './AlarmTables.tsx';
import { healthPath, readHealth } from './healthPath.ts';
import { RingBars } from './RingBars.tsx';
import { TargetTiles } from './TargetTiles.tsx';
import './alarmBoard.css';

export default function AlarmBoard({ run }: { run: string }): JSX.Element {
  const { t, name } = useLateText('alarms');
  const area = useSelection((selection) => selection.area);
  const beat = useBeat();
  const chosen = useSpan(beat.tick);
  const { span, question } = chosen;
  const asked = useAsked(
    span === null ? null : healthPath(run, span, area),
    `${run}/alarms/${area}/${question}`,
    readHealth,
    beat,
  );
  const health = asked.answer;
  return (
    <>
      <div className="board-controls">
        <SpanPicker chosen={chosen} />
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
