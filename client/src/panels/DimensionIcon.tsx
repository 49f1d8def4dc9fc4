// One line drawing for each dimension.
import type { DimensionId } from '@onescreen/shared/catalogue';
import type { JSX } from 'react';

const DRAWINGS: Readonly<Record<DimensionId, string>> = {
  infra: 'M4 20V9l5-4 5 4v11M14 20v-8h6v8M2 20h20M7 12h4M7 16h4',
  env: 'M12 3c4 5 6 8 6 11a6 6 0 0 1-12 0c0-3 2-6 6-11zM9 15a3 3 0 0 0 3 3',
  traffic: 'M6 4h12v12H6zM6 11h12M9 16l-2 4M15 16l2 4M9 7.5h6',
  guarantee: 'M12 20C5 15 3 12 3 8.5A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 9 1.5c0 3.500-2 6.500-9 11.500zM12 9v6M9 12h6',
  safety: 'M12 3l8 3v6c0 5-3.500 7.500-8 9-4.500-1.500-8-4-8-9V6zM8.500 12l2.500 2.500 4.500-5',
  vitality: 'M3 17l5-6 4 3 5-8 4 4M3 21h18',
};

export function DimensionIcon({ id }: { id: DimensionId }): JSX.Element {
  return (
    <svg className="dimension-icon" width="20" height="20" viewBox="0 0 24 24" aria-hidden="true">
      <path d={DRAWINGS[id]} />
    </svg>
  );
}
