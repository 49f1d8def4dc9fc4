// What a person may ask for. The screen's start hands in the line that carries it, so that panels need not know of feeds.
import type { CommandAnswer, ConsoleCommand } from '@onescreen/shared/protocol';
import { createSeen } from './sight.ts';

type Send = (command: ConsoleCommand) => Promise<CommandAnswer>;

/** The newest refused command or missing part, in words, until the viewer dismisses it. */
export interface Notice {
  zh: string;
  en: string;
  /** Tries once more, where that can help. */
  again?: () => void;
}
export const useNotice = createSeen<{ notice: Notice | null }>(() => ({ notice: null }));

let carry: Send = () =>
  Promise.resolve({ ok: false, refusal: 'not-found', message: { zh: '还没有连接。', en: 'Not connected yet.' } });

export function carryCommandsBy(carrier: Send): void {
  carry = carrier;
}

/** Sends a command; whoever asked shows the answer where it was asked. */
export const send: Send = (wanted) => carry(wanted);

/** Sends a command; a refusal is shown to the viewer in its own words. */
export async function command(wanted: ConsoleCommand): Promise<CommandAnswer> {
  const answer = await carry(wanted);
  useNotice.setState({ notice: answer.ok ? null : answer.message });
  return answer;
}
