// The whole screen: header, vital signs, map, the loop with its cases, and the time bar.
import type { JSX } from 'react';
import { lazy, Suspense } from 'react';
import { AlarmAnnouncer } from '../alarms/AlarmAnnouncer.tsx';
import { BoardPlace } from '../boards/BoardPlace.tsx';
import { CaseDetail } from '../cases/CaseDetail.tsx';
import { Loop } from '../cases/Loop.tsx';
import { WorkList } from '../cases/WorkList.tsx';
import { useText } from '../i18n/text.ts';
import { Breadcrumb } from '../panels/Breadcrumb.tsx';
import { RollUp } from '../panels/card/late.ts';
import { useRollUp } from '../panels/card/rollUpStore.ts';
import { Dimensions } from '../panels/Dimensions.tsx';
import { Header } from '../panels/Header.tsx';
import { SignDrawer } from '../panels/SignDrawer.tsx';
import { useRun, useTime, useUi } from '../store/index.ts';
import { KeySheet, ReplayNotice } from '../time/late.ts';
import { TimeBar } from '../time/TimeBar.tsx';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { DropPlace } from './DropPlace.tsx';
import { MapRegion } from './MapRegion.tsx';
import { NoticeBar } from './NoticeBar.tsx';
import { useKeys } from './useKeys.ts';
import './layout.css';

/** Asked for once in a while: its pictures and form need not weigh on the first paint. */
const ScenarioDialog = lazy(() => import('../time/ScenarioDialog.tsx'));

export function App(): JSX.Element {
  const { t } = useText();
  const dialog = useUi((ui) => ui.dialog);
  const isCovered = useUi((ui) => ui.board !== null);
  const isFollowing = useTime((time) => time.place === 'following');
  const isCut = useRun((run) => run.connection.state === 'lost' || run.connection.state === 'refused');
  const isExplained = useRollUp(({ asked }) => asked !== null);
  useKeys();
  return (
    <div className={`screen ${isCut && isFollowing ? 'is-dimmed' : ''} ${isFollowing ? '' : 'is-replay'}`}>
      <a className="visually-hidden" href="#cases">
        {t('app.skipToCases')}
      </a>
      <Header />
      <main className="screen-body">
        <div className="screen-side" inert={isCovered}>
          <Dimensions />
        </div>
        <div className="screen-middle" inert={isCovered}>
          <Breadcrumb />
          <MapRegion />
          <SignDrawer />
        </div>
        <div className="screen-side screen-work" id="cases">
          <Loop />
          <WorkList />
          <CaseDetail />
        </div>
        <BoardPlace />
      </main>
      <TimeBar />
      <ConnectionNotice />
      <Suspense>{!isFollowing && <ReplayNotice />}</Suspense>
      <NoticeBar />
      <DropPlace />
      <AlarmAnnouncer />
      <Suspense>{isExplained && <RollUp />}</Suspense>
      <Suspense>
        {dialog === 'keys' && <KeySheet />}
        {dialog === 'scenarios' && <ScenarioDialog />}
      </Suspense>
    </div>
  );
}
