// Opens the screen's session: exchanges an operator link for a cookie, starts the feed, and hands frames to the store.
import { areas } from '@onescreen/shared/geography';
import { openConsoleSocket } from '../feed/consoleSocket.ts';
import { createLiveFeed } from '../feed/liveFeed.ts';
import type { Feed, FeedListener } from '../feed/types.ts';
import { followHistory } from '../store/history.ts';
import { applyFrame, carryCommandsBy, setConnection, useNotice, useSelection } from '../store/index.ts';
import { followPastEvents } from '../store/pastEvents.ts';

const OPERATOR_HASH = /^#operator=(.+)$/;

/** Exchanges the token in the address for a cookie, and takes it out of the address so that no link carries it on. */
async function exchangeOperatorToken(target: Window): Promise<boolean> {
  const token = OPERATOR_HASH.exec(target.location.hash)?.[1];
  if (token === undefined) return false;
  target.history.replaceState(null, '', `${target.location.pathname}${target.location.search}`);
  const answer = await fetch('api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: decodeURIComponent(token) }),
  }).catch(() => null);
  if (answer?.ok) return true;
  useNotice.setState({
    notice: {
      zh: '操作员链接无效或已过期，当前以观众身份浏览。',
      en: 'The operator link is not valid any more. You are watching as a viewer.',
    },
  });
  return false;
}

async function fetchJson(path: string): Promise<unknown> {
  const answer = await fetch(path, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
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
  await exchangeOperatorToken(target);
  feed.start(listener);
  target.addEventListener('hashchange', async () => {
    if (!(await exchangeOperatorToken(target))) return;
    feed.stop();
    feed.start(listener);
  });
}
