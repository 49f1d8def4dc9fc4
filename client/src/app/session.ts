// Opens the screen's session: signs in by the link that opened it, starts the feed, and hands frames to the store.
import { areas } from '@onescreen/shared/geography';
import { askForJson } from '../backend/askApi.ts';
import { answerForRecordings, openRecordingAt } from '../backend/opened.ts';
import type { RecordingPlace } from '../backend/place.ts';
import { whenceOf } from '../backend/whence.ts';
import { openConsoleSocket } from '../feed/consoleSocket.ts';
import { createLiveFeed } from '../feed/liveFeed.ts';
import type { FeedListener } from '../feed/types.ts';
import { reopenLineBy, signIn } from '../people/signIn.ts';
import type { Director } from '../replay/director.ts';
import { timeOf } from '../store/address.ts';
import { followFamily } from '../store/family.ts';
import { followHistory } from '../store/history.ts';
import { applyFrame, carryCommandsBy, setConnection, useNotice, useRun, useSelection } from '../store/index.ts';
import { followMoments } from '../store/moments.ts';
import type { TimeCommand } from '../store/time.ts';
import { AT_THE_EDGE, carryTimeBy, IN_THE_PAST, isFollowing, moveTime, setTime, useTime } from '../store/time.ts';
import { createEdge } from './edge.ts';
import { fetchPart, tryAgain } from './late.ts';

/** Of a recording that nobody asked to see at a certain second: an hour in a minute. */
const FIRST_SPEED = 60;
/** What can be asked at any time: it is not about the moment that is shown. */
const RUN_COMMANDS: ReadonlySet<string> = new Set(['pace', 'step', 'start', 'branch']);
const TOKEN_HASH = /^#(?:operator|token)=(.+)$/;

/** Signs in by the token in the hash of an address, and takes it out of the address so that no link carries it on. */
async function signInByLink(target: Window, hash: string): Promise<void> {
  const token = TOKEN_HASH.exec(hash)?.[1];
  if (token === undefined) return;
  target.history.replaceState(null, '', `${target.location.pathname}${target.location.search}`);
  if ((await signIn(decodeURIComponent(token))) === null) return;
  useNotice.setState({
    notice: {
      zh: '登录链接无效或已过期，当前以观众身份浏览。',
      en: 'The sign-in link is not valid any more. You are watching as a viewer.',
    },
  });
}

async function fetchJson(path: string): Promise<unknown> {
  const answer = await askForJson(path);
  if (!answer?.ok) throw new Error(`${path}: ${answer?.status ?? 'no answer'}`);
  return answer.json();
}

/** Moves that end the following for sure. */
const leavesTheEdge = (command: TimeCommand): boolean =>
  ['pause', 'toggle', 'seek', 'start'].includes(command.kind) || (command.kind === 'nudge' && command.ticks < 0);

/** The picture stands at once; what carries the move out may have to be loaded first. */
function holdHere(): void {
  const run = useRun.getState().info?.run;
  if (run !== undefined) setTime({ place: 'paused', run });
}

/** Starts everything that brings data to the screen. Runs for as long as the page is open. */
export async function openSession(target: Window & typeof globalThis): Promise<void> {
  // The address as it was opened: the screen writes its own over it soon.
  const { hash, search } = target.location;
  const now = (): number => target.performance.now();
  const later = (task: () => void, milliseconds: number): (() => void) => {
    const timer = target.setTimeout(task, milliseconds);
    return () => target.clearTimeout(timer);
  };
  const codeShown = (): string => areas[useSelection.getState().area]!.code;
  const listener: FeedListener = { onFrame: (frame) => applyFrame(frame, now()), onConnection: setConnection };
  const live = createLiveFeed({
    connect: (handshake) => openConsoleSocket(target.location.origin, handshake),
    area: codeShown(),
    now,
    later,
  });
  const edge = createEdge(listener);
  const summon = (): Promise<Director> =>
    fetchPart(() => import('../replay/openDirector.ts')).then(({ openDirector }) =>
      openDirector({
        base: target.document.baseURI,
        listener,
        area: codeShown(),
        now,
        later,
        refreshLive: live.refresh,
        liveRun: edge.run,
      }),
    );
  let director: Promise<Director> | null = null;
  /** It did not come. The way back to the live moment does not need it; who tries another move once more wants it after all. */
  function withoutDirector({ kind }: TimeCommand): void {
    if (kind !== 'follow') return useTime.getState().trouble === 'away' ? tryAgain() : setTime({ trouble: 'away' });
    setTime(AT_THE_EDGE);
    live.refresh();
  }
  carryTimeBy((command) => {
    if (isFollowing() && leavesTheEdge(command)) holdHere();
    if (isFollowing() && command.kind === 'follow') return;
    director ??= summon();
    director.then(
      (one) => one.carry(command),
      () => withoutDirector(command),
    );
  });
  carryCommandsBy(async (command) =>
    isFollowing() || RUN_COMMANDS.has(command.kind)
      ? live.command(command)
      : { ok: false, refusal: 'not-allowed', message: IN_THE_PAST },
  );
  useSelection.subscribe((next, before) => {
    if (next.area === before.area) return;
    live.setArea(codeShown());
    void director?.then(
      (one) => one.setArea(codeShown()),
      () => undefined,
    );
  });
  followHistory(fetchJson);
  followMoments(fetchJson);
  followFamily(fetchJson);

  const whence = await whenceOf(target);
  answerForRecordings(whence.kind === 'server');
  if (whence.kind === 'recording') return startWithRecording(whence.place, search);
  const linked = timeOf(search);
  if (linked !== null) {
    // Said at once, so that no moment of the live line is seen before.
    setTime({ place: 'paused', run: linked.run, trouble: 'opening' });
    moveTime({ kind: 'open', ...linked });
  }
  // The server asks who this is when the line is opened, so whoever signs in or out gets a new line.
  const reopen = (): void => {
    live.stop();
    live.start(edge);
  };
  await signInByLink(target, hash);
  live.start(edge);
  reopenLineBy(reopen);
  // By the event's own address: the screen may have written its own over it meanwhile.
  target.addEventListener('hashchange', ({ newURL }) => void signInByLink(target, new URL(newURL).hash));
}

/** Without a server: the recording is opened, and stands where the address says or plays from its beginning. */
async function startWithRecording(place: RecordingPlace, search: string): Promise<void> {
  setTime({ place: 'paused', trouble: 'opening' });
  const opening = await openRecordingAt(place);
  useNotice.setState({ notice: opening.ok ? opening.trouble : opening.why });
  if (!opening.ok) return setTime({ trouble: 'unreadable' });
  const linked = timeOf(search);
  moveTime({ kind: 'open', run: opening.run, tick: linked?.tick ?? 0 });
  if (linked !== null) return;
  moveTime({ kind: 'speed', speed: FIRST_SPEED });
  moveTime({ kind: 'play' });
}
