// The changes of a branch as words of a command line. Wrong ones get one sentence.
import type { RunInfo } from '@onescreen/shared/log';
import type { BranchChanges, Inject, RunCommand } from '@onescreen/shared/protocol';
import { isRunCommand, NO_CHANGES, ProtocolError, parseConsoleCommand } from '@onescreen/shared/protocol';
import { DAY, MINUTE, secondOfDay } from '@onescreen/shared/time';
import { UserError } from './errors.ts';

/** Commander's names; what is not given is undefined. */
export interface WhatIf {
  policy?: string;
  without?: readonly string[];
  nobody?: boolean;
  sooner?: number;
  move?: readonly string[];
  burst?: readonly string[];
  effect?: readonly string[];
  lose?: readonly string[];
}

/** A tick, or a time of the day on the run's first day (the next day's when it is over). Throws UserError when the run has no such tick. */
export function readAt(at: string, { epochMs }: RunInfo, ticks: number): number {
  const tick = /^\d+$/.test(at) ? Number(at) : tickAtTime(at, epochMs);
  if (tick < ticks) return tick;
  throw new UserError(`the recording ends before ${at}: its last tick is ${ticks - 1}`);
}

function tickAtTime(at: string, epochMs: number): number {
  const match = /^([01]?\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/.exec(at);
  if (match === null) throw new UserError(`"${at}" is neither a tick nor a time such as 09:30:00`);
  const second = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  return (second - secondOfDay(epochMs, 0) + DAY) % DAY;
}

/** What is brought in comes with the first step after the fork. Throws UserError. */
export function readChanges(options: WhatIf, forkTick: number): BranchChanges {
  const injects = [
    ...(options.burst ?? []).map(readBurst),
    ...(options.effect ?? []).map(readEffect),
    ...(options.lose ?? []).map(readLoss),
  ];
  return {
    ...NO_CHANGES,
    without: (options.without ?? []).map((seq) => wholeNumber(seq, '--without')),
    nobody: options.nobody ?? false,
    shiftTicks: -Math.round((options.sooner ?? 0) * MINUTE),
    moved: (options.move ?? []).map(readMove),
    added: injects.map((what) => ({ tick: forkTick + 1, command: checked(what) })),
    policy: options.policy ?? null,
  };
}

function wholeNumber(text: string, option: string): number {
  if (!/^\d{1,12}$/.test(text)) throw new UserError(`${option} takes whole numbers, not "${text}"`);
  return Number(text);
}

function partsOf(text: string, option: string, form: string, least: number, most = least): string[] {
  const parts = text.split(':');
  if (parts.length < least || parts.length > most || parts.includes(''))
    throw new UserError(`${option} is written ${form}, not "${text}"`);
  return parts;
}

function readMove(text: string): BranchChanges['moved'][number] {
  const [seq, tick] = partsOf(text, '--move', 'SEQ:TICK', 2);
  return { seq: wholeNumber(seq!, '--move'), tick: wholeNumber(tick!, '--move') };
}

function readBurst(text: string): Inject {
  const [type, count, area, minutes] = partsOf(text, '--burst', 'TYPE:COUNT:AREA:MINUTES', 4);
  return { kind: 'burst', type: type!, count: Number(count), area: area!, minutes: Number(minutes) };
}

function readLoss(text: string): Inject {
  const [unit, minutes] = partsOf(text, '--lose', 'UNIT:MINUTES', 2);
  return { kind: 'unit-lost', unit: unit!, minutes: Number(minutes) };
}

const EFFECT_FORM = 'INDICATOR:AREA:x2:MINUTES or INDICATOR:AREA:+50:MINUTES, with :RAMP behind where it comes slowly';

function readEffect(text: string): Inject {
  const [indicator, area, size, minutes, ramp = '0'] = partsOf(text, '--effect', EFFECT_FORM, 4, 5);
  const sized = size!.startsWith('x') ? { factor: Number(size!.slice(1)) } : { add: Number(size) };
  return {
    kind: 'effect',
    indicator: indicator!,
    area: area!,
    minutes: Number(minutes),
    rampMinutes: Number(ramp),
    ...sized,
  };
}

/** The same door as for what a screen sends. */
function checked(what: Inject): RunCommand {
  try {
    const command = parseConsoleCommand({ kind: 'inject', what });
    if (isRunCommand(command)) return command;
  } catch (error) {
    if (!(error instanceof ProtocolError)) throw error;
    throw new UserError(`${JSON.stringify(what)} is not something that can happen: ${error.message}`);
  }
  throw new UserError(`${JSON.stringify(what)} is not something that can happen`);
}
