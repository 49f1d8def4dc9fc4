// Opens the screen's session: signs in by the link that opened it, starts the feed, and hands frames to the store.
import { areas } from '@onescreen/shared/geography';
import { askForJson } from '../backend/askApi.ts';
import { openConsoleSocket } from '../feed/consoleSocket.ts';
import { createLiveFeed } from '../feed/liveFeed.ts';
import type { Feed, FeedListener } from '../feed/types.ts';
import { reopenLineBy, signIn } from '../people/signIn.ts';
import { followHistory } from '../store/history.ts';
import { applyFrame, carryCommandsBy, setConnection, useNotice, useSelection } from '../store/index.ts';
import { followPastEvents } from '../store/pastEvents.ts';

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

/** Starts everything that brings data to the screen. Runs for as long as the page is open. */
export async function openSession(target: Window): Promise<void> {
  const listener: FeedListener = {
    onFrame: (frame) => applyFrame(frame, target.performance.now()),
    onConnection: setConnection,
  };
  const codeShown = (): string => areas[useSelection.getState().area]!.code;
  const feed: Feed = createLiveFeed({
    connect: (handshake) => openConsoleSocket(target.location.origin, handshake),
    area: codeShown(),
    now: () => target.performance.now(),
    later(task, milliseconds) {
      const timer = target.setTimeout(task, milliseconds);
      return () => target.clearTimeout(timer);
    },
  });
  carryCommandsBy((command) => feed.command(command));
  useSelection.subscribe((now, before) => {
    if (now.area !== before.area) feed.setArea(codeShown());
  });
  followHistory(fetchJson);
  followPastEvents(fetchJson);
  // The server asks who this is when the line is opened, so whoever signs in or out gets a new line.
  const reopen = (): void => {
    feed.stop();
    feed.start(listener);
  };
  await signInByLink(target, target.location.hash);
  feed.start(listener);
  reopenLineBy(reopen);
  // By the event's own address: the screen may have written its own over it meanwhile.
  target.addEventListener('hashchange', ({ newURL }) => void signInByLink(target, new URL(newURL).hash));
}
