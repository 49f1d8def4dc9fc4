// What may be otherwise between the page and its city: the line, an answer, a piece of the program. It is made on the wire, so that a city
// that stands still is met in every state that a screen can find one in.

import type { CommandAnswer, StatusFrame } from '@onescreen/shared/protocol';
import { decodeFrame, encodeFrame, fromBase64, refusalMessage, toBase64 } from '@onescreen/shared/protocol';
import type { Page, WebSocketRoute } from 'playwright-core';
import type { Toured } from './view.ts';

export interface Circumstance {
  line?: LineChange;
  /** Requests whose address fits are never answered, or with this status, or with this body. */
  requests?: { address: RegExp; answer: 'never' | number | object };
}

/** How the line differs from one that works. */
export interface LineChange {
  /** The page speaks this version of the protocol. */
  protocol?: number;
  /** What is told of the run and its simulator. */
  status?: (told: StatusFrame, city: Toured) => Partial<StatusFrame>;
  /** Nothing comes over it. */
  isSilent?: boolean;
  /** There is no run yet. */
  hasNoRun?: boolean;
  /** Every command is answered so, and does not reach the platform. */
  answers?: CommandAnswer;
}

export interface Line {
  change(how: LineChange): void;
  /** Breaks it; it does not come back before it is changed. */
  cut(): Promise<void>;
}

/** As without a simulator. */
export const REFUSED: CommandAnswer = {
  ok: false,
  refusal: 'no-simulator',
  message: refusalMessage('no-simulator'),
};

const FRAME = /^42\/console,\["frame","(.+)"\]$/;
const COMMAND = /^42\/console,(\d+)\["command",/;
const HELLO = /^40\/console,/;

/** Lays itself between the page and the platform of the city. Before the page is opened. */
export async function layLine(page: Page, city: Toured): Promise<Line> {
  let how: LineChange = {};
  let isCut = false;
  const open = new Set<WebSocketRoute>();

  function fromPlatform(text: string): string | null {
    const frame = FRAME.exec(text)?.[1];
    if (how.isSilent) return null;
    if (frame === undefined) return text;
    const told = decodeFrame(fromBase64(frame));
    if (told.kind !== 'status') return how.hasNoRun ? null : text;
    if (how.status === undefined) return text;
    return `42/console,${JSON.stringify(['frame', toBase64(encodeFrame({ ...told, ...how.status(told, city) }))])}`;
  }

  await page.routeWebSocket(/./, (screen) => {
    if (isCut) return void screen.close();
    const platform = screen.connectToServer();
    open.add(screen);
    screen.onClose(() => {
      open.delete(screen);
      void platform.close();
    });
    screen.onMessage((message) => {
      const text = String(message);
      const asked = COMMAND.exec(text)?.[1];
      if (how.answers !== undefined && asked !== undefined)
        return screen.send(`43/console,${asked}${JSON.stringify([how.answers])}`);
      platform.send(
        how.protocol !== undefined && HELLO.test(text)
          ? text.replace(/"protocol":\d+/, `"protocol":${how.protocol}`)
          : message,
      );
    });
    platform.onMessage((message) => {
      const passed = fromPlatform(String(message));
      if (passed !== null) screen.send(passed);
    });
  });
  return {
    change(next) {
      how = next;
      isCut = false;
    },
    async cut() {
      isCut = true;
      await Promise.all([...open].map((screen) => screen.close()));
    },
  };
}
