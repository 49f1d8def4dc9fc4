export type { EditOptions, ScriptedCommand } from './editScript.ts';
export { editScript, scriptByTick } from './editScript.ts';
export type { GivenCommand, LoggedCommand } from './readScript.ts';
export { commandsIn, ScriptError } from './readScript.ts';
