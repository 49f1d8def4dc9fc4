// A framed region of the screen, which fails alone.

import type { JSX, ReactNode } from 'react';
import type { PanelId } from '../store/index.ts';
import { ComesLate, FailsAlone } from './FailsAlone.tsx';
import { late } from './late.ts';
import './panel.css';

/** What can be done with any region: its code comes after the first paint. */
const PanelMenu = late(() => import('../finding/PanelMenu.tsx'));

interface PanelProps {
  /** Names the region for assistive technology; drawn when `heading` is absent. */
  title: string;
  /** Stands in the head instead of the plain title. `null`: no head at all. */
  heading?: ReactNode;
  aside?: ReactNode;
  className?: string;
  testId?: string;
  /** The region it is for maximising and for taking away as picture or table; none without. */
  region?: PanelId;
  children: ReactNode;
}

export function Panel({ title, heading, aside, className = '', testId, region, children }: PanelProps): JSX.Element {
  return (
    <section
      className={`panel ${className}`}
      aria-label={title}
      data-testid={testId}
      data-panel={heading === null ? undefined : region}
    >
      {heading !== null && (
        <header className="panel-head">
          {heading ?? <h2 className="panel-title">{title}</h2>}
          {aside !== undefined && <div className="panel-aside">{aside}</div>}
          {region !== undefined && <LateMenu region={region} />}
        </header>
      )}
      {heading === null && region !== undefined && <LateMenu region={region} />}
      <FailsAlone>{children}</FailsAlone>
    </section>
  );
}

/** Its place is kept while it is on its way, so that nothing moves when it comes. */
export function LateMenu({ region }: { region: PanelId }): JSX.Element {
  return (
    <span className="panel-menu">
      <ComesLate>
        <PanelMenu region={region} />
      </ComesLate>
    </span>
  );
}
