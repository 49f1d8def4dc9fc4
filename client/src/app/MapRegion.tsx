// The middle of the screen. The map is heavy, so it comes in its own piece after the numbers have been painted.

import type { JSX } from 'react';
import { lazy, Suspense } from 'react';
import { useText } from '../i18n/text.ts';
import { FailsAlone, LateMenu } from './Panel.tsx';

const MapView = lazy(() => import('../map/MapView.tsx'));

export function MapRegion(): JSX.Element {
  const { t } = useText();
  return (
    <>
      <LateMenu region="map" />
      <div className="screen-map">
        <FailsAlone fallback={<p className="map-waiting">{t('map.failed')}</p>}>
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
