// The five targets as tiles: the number, the target, and whether it is met, in shape and word.
import type { AlarmHealth, AlarmTarget } from '@onescreen/shared/reports';
import { alarmTargets, targetsMet } from '@onescreen/shared/reports';
import { unreachable } from '@onescreen/shared/unreachable';
import type { JSX } from 'react';
import { formatNumber } from '../../i18n/format.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { Mark } from '../../marks/Mark.tsx';
import { formatPercent } from '../figures.ts';

const LOOKS = {
  met: { shape: 'circle', tone: 'green' },
  missed: { shape: 'triangle', tone: 'orange' },
  none: { shape: 'ring', tone: 'grey' },
} as const;

export function TargetTiles({ health }: { health: AlarmHealth }): JSX.Element {
  const { t } = useLateText('alarms');
  const met = targetsMet(health);
  return (
    <ul className="target-tiles">
      {alarmTargets.map((target) => {
        const word = met[target] === null ? 'none' : met[target] ? 'met' : 'missed';
        const { shape, tone } = LOOKS[word];
        return (
          <li key={target} className={`target-tile tone-${tone} is-${word}`} data-testid={`target-${target}`}>
            <span className="target-name">{t(`health.names.${target}`)}</span>
            <TargetValue target={target} health={health} />
            <span className="target-word">
              <Mark shape={shape} tone={tone} size={10} /> {t(`health.${word}`)}
            </span>
            <small>{t('health.target', { target: t(`health.targets.${target}`) })}</small>
          </li>
        );
      })}
    </ul>
  );
}

function TargetValue({ target, health }: { target: AlarmTarget; health: AlarmHealth }): JSX.Element {
  const { t, language } = useLateText('alarms');
  const { periods, floods, byPriority } = health;
  switch (target) {
    case 'average':
      return (
        <strong>
          {formatNumber(health.averagePerPeriod, 2, language)}{' '}
          <small>{t('health.most', { n: health.mostInPeriod })}</small>
        </strong>
      );
    case 'flood':
      return (
        <strong>
          {formatPercent({ part: floods, whole: periods.length }, language)}{' '}
          <small>{t('health.floodsOf', { n: floods, of: periods.length })}</small>
        </strong>
      );
    case 'chattering':
      return <strong>{health.chattering.length}</strong>;
    case 'stale':
      return <strong>{health.stale.length}</strong>;
    case 'priorities':
      return <Split {...byPriority} />;
    default:
      return unreachable(target);
  }
}

/** Low, medium and high as three stretches of one bar, each with its share in words. */
function Split({ low, medium, high }: AlarmHealth['byPriority']): JSX.Element {
  const { t } = useLateText('alarms');
  const whole = low + medium + high;
  const parts = { low, medium, high };
  return (
    <strong className="target-split" title={t('health.priorityHint')}>
      <span>
        {(['low', 'medium', 'high'] as const).map((one) => (
          <span key={one}>
            <small>{t(`health.priority.${one}`)}</small> {whole === 0 ? '—' : Math.round((100 * parts[one]) / whole)}
          </span>
        ))}
      </span>
      <i aria-hidden="true">
        {(['low', 'medium', 'high'] as const).map((one) => (
          <i key={one} className={`is-${one}`} style={{ flexGrow: parts[one] }} />
        ))}
      </i>
    </strong>
  );
}
