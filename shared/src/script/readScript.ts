// What people asked for in a run, read out of its log: so that it can be played again with the same commands.
import type { CommandEntry, Entry } from '../log/entries.ts';
import { personSchema } from '../people/schema.ts';
import type { Person } from '../people/types.ts';
import type { RunCommand } from '../protocol/console.ts';
import { isRunCommand, ProtocolError, parseConsoleCommand } from '../protocol/index.ts';

/** A command as the engine gets it. */
export interface GivenCommand {
  person: Person;
  command: RunCommand;
}

/** A command of a log. */
export interface LoggedCommand extends GivenCommand {
  /** The tick at which it was given: the first of a step. */
  tick: number;
  seq: number;
}

/** The entry says that somebody asked for something, but not who or what. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

const isCommand = (entry: Entry): entry is Entry & CommandEntry =>
  entry.kind === 'command.received' || entry.kind === 'command.refused';

/** In the order of the log. What was refused is asked again too, since the refusal is in the log as well. Throws ScriptError. */
export const commandsIn = (entries: readonly Entry[]): LoggedCommand[] => entries.filter(isCommand).map(loggedCommand);

function loggedCommand(entry: Entry & CommandEntry): LoggedCommand {
  const person = personSchema.safeParse({ name: entry.by.replace(/^user:/, ''), role: entry.role, area: entry.scope });
  const command = readCommand(entry);
  if (!person.success || command === null)
    throw new ScriptError(`entry ${entry.seq} says that somebody asked for something, but not who or what`);
  return { tick: entry.tick, seq: entry.seq, person: person.data, command };
}

function readCommand(entry: CommandEntry): RunCommand | null {
  const body = typeof entry.body === 'object' ? entry.body : {};
  try {
    const command = parseConsoleCommand({ ...body, kind: entry.command });
    return isRunCommand(command) ? command : null;
  } catch (error) {
    if (error instanceof ProtocolError) return null;
    throw error;
  }
}
