// A small drawn picture of a piece of evidence. Drawn from what was measured: boxes for counted objects, a line inside or outside its band. Of the ten
// cameras of Xujing it is the very frame: the scene of that second.
import type { CaseState } from '@onescreen/shared/cases';
import type { Evidence } from '@onescreen/shared/log';
import type { JSX } from 'react';
import { ComesLate } from '../app/FailsAlone.tsx';
import { late } from '../app/late.ts';

/** Apart, because it brings the drawn scenes along. */
const EvidenceScene = late(() => import('../cameras/EvidenceScene.tsx'));
/** So begin the names of the cameras that have a drawn scene. */
const XUJING_CAMERA = 'CAM-310118106-';

/** Where boxes stand in a drawn frame, the nearest first: x, y, width, height. */
const BOXES = [
  [30, 24, 16, 14],
  [12, 20, 10, 9],
  [52, 19, 9, 8],
  [40, 12, 7, 6],
] as const;

/** Decorative: the line beside it says the same in words. */
export function EvidencePicture({ one, evidence }: { one: CaseState; evidence: Evidence }): JSX.Element {
  const symbol = <EvidenceSymbol evidence={evidence} />;
  if (!evidence.camera?.startsWith(XUJING_CAMERA)) return symbol;
  return (
    <ComesLate waiting={symbol}>
      <EvidenceScene one={one} evidence={evidence} symbol={symbol} />
    </ComesLate>
  );
}

function EvidenceSymbol({ evidence }: { evidence: Evidence }): JSX.Element {
  const isClear = evidence.clear === true;
  // What a unit sends in proves nothing yet.
  const isOpen = evidence.kind === 'photo' && evidence.clear === undefined;
  const tone = isClear ? 'green' : isOpen ? 'grey' : 'orange';
  return (
    <svg className={`evidence-picture tone-${tone}`} viewBox="0 0 72 44" aria-hidden="true">
      <rect className="frame" x="0.5" y="0.5" width="71" height="43" />
      <Inside evidence={evidence} isClear={isClear} />
    </svg>
  );
}

function Inside({ evidence, isClear }: { evidence: Evidence; isClear: boolean }): JSX.Element {
  switch (evidence.kind) {
    case 'hit':
    case 'shot':
    case 'review':
      return <Frame boxes={isClear ? 0 : Math.min(BOXES.length, Math.max(1, Math.round(evidence.value ?? 1)))} />;
    case 'trip':
    case 'reading':
    case 'sample':
      return (
        <>
          <path className="ground" d="M4 16h64M4 30h64" strokeDasharray="3 3" />
          <path className="ink" d={isClear ? 'M4 8l14 5 12 9 14 2 24-2' : 'M4 24l16-2 14-4 12-9 22-3'} />
        </>
      );
    case 'photo':
      return (
        <>
          <path className="ground" d="M36 4v36M6 34h26M40 34h26" />
          <path className="ink" d="M12 34l4-9 6 5 4-8 4 12z" />
          {!isClear && <path className="ink" d="M46 34l4-9 6 5 4-8 4 12z" />}
        </>
      );
    case 'call':
    case 'callback':
      return <path className="ink" d="M27 10c0 12 8 20 19 21l4-6-7-4-3 3c-3-2-5-4-6-7l3-3-4-7z" />;
    case 'visit':
    case 'report':
      return (
        <path
          className="ink"
          d="M36 38c-8-9-12-14-12-20a12 12 0 0 1 24 0c0 6-4 11-12 20zM36 13a5 5 0 1 1 0 10 5 5 0 0 1 0-10z"
        />
      );
    case 'document':
      return <path className="ink" d="M25 6h16l7 7v25H25zM41 6v7h7M30 20h13M30 26h13M30 32h8" />;
  }
}

function Frame({ boxes }: { boxes: number }): JSX.Element {
  return (
    <>
      <path className="ground" d="M0 16h72M30 16L8 44M42 16l22 28M36 20v5M36 31v8" />
      {BOXES.slice(0, boxes).map(([x, y, width, height]) => (
        <rect key={x} className="ink" x={x} y={y} width={width} height={height} />
      ))}
    </>
  );
}
