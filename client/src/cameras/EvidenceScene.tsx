// A piece of evidence of one of the ten cameras as the frame that it was: the scene drawn at that second, with what the machine said of it. What else
// the truth knows is not written to it: that is for the wall alone.

import { isScene, pictureOf } from '@onescreen/shared/cameras';
import type { CaseState } from '@onescreen/shared/cases';
import type { Evidence } from '@onescreen/shared/log';
import type { JSX } from 'react';
import { useEffect } from 'react';
import { addText } from '../i18n/lateText.ts';
import { en } from '../i18n/words/wallEn.ts';
import { zh } from '../i18n/words/wallZh.ts';
import { useRun } from '../store/index.ts';
import { Boxes } from './Boxes.tsx';
import { StillPicture } from './StillPicture.tsx';
import { followTruth, useTruth } from './truthStore.ts';
import './boxes.css';

addText('wall', { zh, en });

interface EvidenceSceneProps {
  one: CaseState;
  evidence: Evidence;
  /** Stands there where the frame cannot be drawn. */
  symbol: JSX.Element;
}

export default function EvidenceScene({ one, evidence, symbol }: EvidenceSceneProps): JSX.Element {
  useEffect(followTruth, []);
  const info = useRun((run) => run.info);
  const { run, state, truth } = useTruth();
  const isKnown = state === 'ready' && run === info?.run && truth.tick >= evidence.tick;
  const picture = isKnown ? pictureOf(truth, one, evidence) : null;
  const { type } = one;
  if (picture === null || !isScene(type)) return symbol;
  return (
    <div className="evidence-scene" data-testid="evidence-scene" data-hazards={picture.hazards.length}>
      <StillPicture scene={type} picture={picture} words={`${info?.seed ?? 0}/${evidence.camera}`} />
      <Boxes scene={type} picture={picture} truth={false} isSmall />
    </div>
  );
}
