// One piece of evidence as it was seen: what, when, by which camera, how much, how sure, and whether it was clear.
import type { Evidence } from '@onescreen/shared/log';
import type { JSX } from 'react';
import { formatClock, formatShare } from '../i18n/format.ts';
import { useText } from '../i18n/text.ts';
import { formatMeasure } from '../i18n/units.ts';
import { useRun } from '../store/index.ts';

export function EvidenceLine({ evidence }: { evidence: Evidence }): JSX.Element {
  const { t, name, language } = useText();
  const epochMs = useRun((run) => run.info?.epochMs ?? 0);
  const camera = useRun((run) => run.info?.cameras.find((known) => known.id === evidence.camera));
  const parts = [
    t(`evidence.${evidence.kind}`),
    formatClock(epochMs, evidence.tick),
    camera && name(camera),
    evidence.value !== undefined && formatMeasure(evidence.value, evidence.unit, language),
    evidence.confidence !== undefined &&
      t('case.confidence', { percent: formatShare(evidence.confidence, 1, language) }),
    evidence.text && name(evidence.text),
  ].filter((part): part is string => typeof part === 'string' && part !== '');
  return (
    <p className="evidence" data-testid="evidence" title={evidence.id}>
      {parts.join(' · ')}
      {evidence.clear !== undefined && (
        <span className={`chip tone-${evidence.clear ? 'green' : 'orange'}`}>
          {t(evidence.clear ? 'evidence.clear' : 'evidence.notClear')}
        </span>
      )}
    </p>
  );
}
