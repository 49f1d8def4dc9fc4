// The whole screen: header, vital signs, map, the loop with its cases, and the time bar.
import type { CSSProperties, JSX } from 'react';
import { AlarmAnnouncer } from '../alarms/AlarmAnnouncer.tsx';
import { BoardPlace } from '../boards/BoardPlace.tsx';
import { CaseDetail } from '../cases/CaseDetail.tsx';
import { Loop } from '../cases/Loop.tsx';
import { WorkList } from '../cases/WorkList.tsx';
import {
  CaseSplitter,
  KeySheet,
  Palette,
  PhoneTabs,
  Splitters,
  Touring,
  ViewsDialog,
  WallDialog,
} from '../finding/late.ts';
import { useText } from '../i18n/text.ts';
import { Breadcrumb } from '../panels/Breadcrumb.tsx';
import { RollUp } from '../panels/card/late.ts';
import { useRollUp } from '../panels/card/rollUpStore.ts';
import { Dimensions } from '../panels/Dimensions.tsx';
import { Header } from '../panels/Header.tsx';
import { useRun, useSelection, useTime, useUi } from '../store/index.ts';
import { ReplayNotice } from '../time/late.ts';
import { TimeBar } from '../time/TimeBar.tsx';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { DropPlace } from './DropPlace.tsx';
import { ComesLate } from './FailsAlone.tsx';
import { late } from './late.ts';
import type { Layout } from './layout.ts';
import { useLayout } from './layout.ts';
import { MapRegion } from './MapRegion.tsx';
import { useMaximised } from './maximise.ts';
import { NoticeBar } from './NoticeBar.tsx';
import { useKeys } from './useKeys.ts';
import './layout.css';
import './phone.css';
import './wide.css';

/** Comes with the first vital sign that is opened. */
const SignDrawer = late(async () => ({ default: (await import('../panels/SignDrawer.tsx')).SignDrawer }));
/** Asked for once in a while: its pictures and form need not weigh on the first paint. */
const ScenarioDialog = late(() => import('../time/ScenarioDialog.tsx'));

/** The viewer's own sizes, for the style sheet; what they did not size is as usual. */
function arrangement({ left, right, detail }: Layout): CSSProperties {
  return {
    ...(left !== null && { '--left-width': `${left}px` }),
    ...(right !== null && { '--right-width': `${right}px` }),
    ...(detail !== null && { '--detail-share': detail }),
  } as CSSProperties;
}

export function App(): JSX.Element {
  const { t } = useText();
  const dialog = useUi((ui) => ui.dialog);
  const isCovered = useUi((ui) => ui.board !== null);
  const isFollowing = useTime((time) => time.place === 'following');
  const isCut = useRun((run) => run.connection.state === 'lost' || run.connection.state === 'refused');
  const isSignOpen = useSelection((selection) => selection.primary !== null);
  const phonePart = useUi((ui) => ui.phonePart);
  const layout = useLayout();
  const maximised = useMaximised();
  const isExplained = useRollUp(({ asked }) => asked !== null);
  useKeys();
  return (
    <div
      className={`screen ${isCut && isFollowing ? 'is-dimmed' : ''} ${isFollowing ? '' : 'is-replay'}`}
      style={arrangement(layout)}
      data-folded={layout.folded.join(' ')}
      data-max={maximised ?? undefined}
      data-part={phonePart}
    >
      <a className="visually-hidden" href="#cases">
        {t('app.skipToCases')}
      </a>
      <Header />
      <main className="screen-body">
        <div className="screen-side screen-signs" inert={isCovered} data-panel="signs">
          <Dimensions />
        </div>
        <div className="screen-middle" inert={isCovered} data-panel="map">
          <Breadcrumb />
          <MapRegion />
          {isSignOpen && (
            <ComesLate>
              <SignDrawer />
            </ComesLate>
          )}
        </div>
        <div className="screen-side screen-work" id="cases">
          <Loop />
          <WorkList />
          <ComesLate>
            <CaseSplitter />
          </ComesLate>
          <CaseDetail />
        </div>
        <BoardPlace />
        <ComesLate>
          <Splitters />
        </ComesLate>
        {isExplained && (
          <ComesLate>
            <RollUp />
          </ComesLate>
        )}
      </main>
      <TimeBar />
      <ComesLate>
        <PhoneTabs />
      </ComesLate>
      <ConnectionNotice />
      {!isFollowing && (
        <ComesLate>
          <ReplayNotice />
        </ComesLate>
      )}
      <NoticeBar />
      <ComesLate>
        <Touring />
      </ComesLate>
      <DropPlace />
      <AlarmAnnouncer />
      <ComesLate key={dialog}>
        {dialog === 'find' && <Palette />}
        {dialog === 'views' && <ViewsDialog />}
        {dialog === 'wall' && <WallDialog />}
        {dialog === 'keys' && <KeySheet />}
        {dialog === 'scenarios' && <ScenarioDialog />}
      </ComesLate>
    </div>
  );
}
