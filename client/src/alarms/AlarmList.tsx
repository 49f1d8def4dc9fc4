// Alarms with their two bits, active and acknowledged. Only those that call flash; what came back unseen stays until it is seen. What is shelved and
// what the design never rings stand apart, below, each under its own name.
import type { AlarmState } from '@onescreen/shared/cases';
import { calls } from '@onescreen/shared/cases';
import type { JSX, ReactNode } from 'react';
import { useState } from 'react';
import { liesIn } from '../cases/order.ts';
import { useLateText } from '../i18n/lateText.ts';
import { useText } from '../i18n/text.ts';
import { useRun, useSelection } from '../store/index.ts';
import { AlarmRow } from './AlarmRow.tsx';
import { SuppressedList, useSuppressed } from './SuppressedList.tsx';
import './alarms.css';

/** Those that call first; among them what tripped first of many, then critical, then the newest. */
const compare = (a: AlarmState, b: AlarmState): number =>
  Number(calls(b)) - Number(calls(a)) ||
  Number(b.firstOut) - Number(a.firstOut) ||
  Number(b.severity === 'critical') - Number(a.severity === 'critical') ||
  b.raisedTick - a.raisedTick;

export function AlarmList(): JSX.Element {
  const { t } = useText();
  const { t: words } = useLateText('alarms');
  const area = useSelection((selection) => selection.area);
  const alarms = useRun((run) => run.cases.alarms);
  const hasRun = useRun((run) => run.info !== null);
  const [open, setOpen] = useState<string | null>(null);
  const suppressed = useSuppressed(area);
  const all = Object.values(alarms)
    .filter((alarm) => liesIn(alarm.area, area))
    .sort(compare);
  const shelved = all.filter((alarm) => alarm.shelved !== undefined);
  const row = (alarm: AlarmState): JSX.Element => (
    <AlarmRow
      key={alarm.alarm}
      alarm={alarm}
      isOpen={open === alarm.alarm}
      onToggle={() => setOpen(open === alarm.alarm ? null : alarm.alarm)}
    />
  );
  return (
    <div className="work-scroll" data-testid="alarm-list">
      {!hasRun && <p className="work-empty">{t('app.loading')}</p>}
      {hasRun && all.length === shelved.length && (
        <p className="work-empty" data-testid="no-alarms">
          <b>{t('alarms.none')}</b>
          {shelved.length === 0 && t('alarms.noneHint')}
        </p>
      )}
      <ul>{all.filter((alarm) => alarm.shelved === undefined).map(row)}</ul>
      {shelved.length > 0 && (
        <Group
          title={words('shelvedGroup', { n: shelved.length })}
          hint={words('shelvedGroupHint')}
          testId="alarms-shelved"
          isOpen
        >
          <ul>{shelved.map(row)}</ul>
        </Group>
      )}
      {suppressed.count > 0 && (
        <Group
          title={words('suppressedGroup', { n: suppressed.count })}
          hint={words('suppressedGroupHint')}
          testId="alarms-suppressed"
        >
          <SuppressedList suppressed={suppressed} />
        </Group>
      )}
    </div>
  );
}

interface GroupProps {
  title: string;
  hint: string;
  testId: string;
  isOpen?: boolean;
  children: ReactNode;
}

function Group({ title, hint, testId, isOpen = false, children }: GroupProps): JSX.Element {
  return (
    <details className="alarm-group" open={isOpen} data-testid={testId}>
      <summary>
        <b>{title}</b> <small>{hint}</small>
      </summary>
      {children}
    </details>
  );
}
