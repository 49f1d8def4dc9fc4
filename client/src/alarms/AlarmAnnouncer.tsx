// Says new alarms to people who do not see the screen: one sentence at a time, the newest.
import { indicatorById } from '@onescreen/shared/catalogue';
import { areas } from '@onescreen/shared/geography';
import type { JSX } from 'react';
import { useText } from '../i18n/text.ts';
import { useRun } from '../store/index.ts';

export function AlarmAnnouncer(): JSX.Element {
  const { t, name } = useText();
  const alarms = useRun((run) => run.cases.alarms);
  let newest = null;
  for (const alarm of Object.values(alarms)) {
    if (alarm.active && alarm.shelved === undefined && (newest === null || alarm.raisedTick > newest.raisedTick))
      newest = alarm;
  }
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
