// Says new alarms to people who do not see the screen: one sentence at a time, the newest.
import { indicatorById } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { useText } from '../i18n/text.ts';
import type { RunState } from '../store/index.ts';
import { remember, useDrawn } from '../store/index.ts';

const newestAlarm = remember((alarms: RunState['cases']['alarms']) => {
  let newest = null;
  for (const alarm of Object.values(alarms)) {
    if (alarm.active && alarm.shelved === undefined && (newest === null || alarm.raisedTick > newest.raisedTick))
      newest = alarm;
  }
  return newest;
});

export function AlarmAnnouncer(): JSX.Element {
  const { t, name } = useText();
  const newest = useDrawn((run) => newestAlarm(run.cases.alarms));
  return (
    <div className="visually-hidden" aria-live="polite">
      {newest !== null &&
        t('alarms.announce', {
          area: name(areas[newest.area]!),
          name: name(indicatorById(newest.indicator)),
          severity: t(`state.${newest.severity}`),
        })}
    </div>
  );
}
