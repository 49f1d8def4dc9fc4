// The 13 figures as tiles: per cent, the two numbers it is made of, which way is better, and what is divided by what.
import type { Kpi, KpiRow, Share } from '@onescreen/shared/kpis';
import { kpis } from '@onescreen/shared/kpis';
import type { JSX } from 'react';
import { useText } from '../../i18n/text.ts';
import { TrendArrow } from '../../marks/Mark.tsx';
import { percentOf, useShareWords } from '../figures.ts';

export function KpiTiles({ row }: { row: KpiRow }): JSX.Element {
  return (
    <ul className="kpi-tiles">
      {kpis.map((kpi) => (
        <KpiTile key={kpi.id} kpi={kpi} share={row.shares[kpi.id]} foundByMachine={row.foundByMachine} />
      ))}
    </ul>
  );
}

interface TileProps {
  kpi: Kpi;
  share: Share;
  foundByMachine: Share;
}

function KpiTile({ kpi, share, foundByMachine }: TileProps): JSX.Element {
  const { t, name } = useText();
  const { percent, parts } = useShareWords();
  const value = percentOf(share);
  const better = t(`kpi.${kpi.better}`);
  return (
    <li className="kpi-place">
      <button
        type="button"
        className="kpi-tile"
        aria-describedby={`kpi-formula-${kpi.id}`}
        data-testid={`kpi-${kpi.id}`}
      >
        <span className="kpi-name">
          {name(kpi)}
          <span className="kpi-better" title={better}>
            <TrendArrow direction={kpi.better === 'higher' ? 'rising' : 'falling'} />
            <span className="visually-hidden">{better}</span>
          </span>
        </span>
        <strong>{percent(share)}</strong>
        <span className="kpi-bar" aria-hidden="true">
          {value !== null && <i style={{ width: `${Math.min(100, value)}%` }} />}
        </span>
        <small>{share.whole === 0 ? t('kpi.none') : parts(share)}</small>
        {kpi.id === 'automation-rate' && (
          <small>
            {t('kpi.foundByMachine')} {percent(foundByMachine)}
          </small>
        )}
      </button>
      <p className="kpi-formula" role="tooltip" id={`kpi-formula-${kpi.id}`}>
        {name(kpi.formula)} · {better}
      </p>
    </li>
  );
}
