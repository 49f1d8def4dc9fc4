// The middle of the screen. The map is heavy, so it comes in its own piece after the numbers have been painted.

import type { JSX } from 'react';
import { Suspense } from 'react';
import { useText } from '../i18n/text.ts';
import { FailsAlone, Retry } from './FailsAlone.tsx';
import { late } from './late.ts';
import { LateMenu } from './Panel.tsx';

const MapView = late(() => import('../map/MapView.tsx'));

export function MapRegion(): JSX.Element {
  return (
    <>
      <LateMenu region="map" />
      <div className="screen-map">
        <FailsAlone fallback={<MapFailed />}>
          <Suspense fallback={<MapLoading />}>
            <MapView />
          </Suspense>
        </FailsAlone>
      </div>
    </>
  );
}

function MapLoading(): JSX.Element {
  const { t } = useText();
  return (
    <div className="map-waiting" role="status" data-testid="map-loading">
      <strong>{t('map.loading')}</strong>
      <span>{t('map.loadingHint')}</span>
      <span className="map-sweep" />
    </div>
  );
}

function MapFailed(): JSX.Element {
  const { t } = useText();
  return (
    <div className="map-waiting" role="alert" data-testid="map-failed">
      <p>{t('map.failed')}</p>
      <p>
        <Retry />
      </p>
    </div>
  );
}
