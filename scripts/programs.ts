// How a program of this project is started as a child: from its sources, or from what was built of them. Tests have them built, because a child
// needs four times as long to load its sources.
import path from 'node:path';
import { projectRoot } from './run.ts';

export interface Program {
  file: string;
  /** Arguments for node itself, before the file. */
  execArgv: string[];
}

/** The program of a source such as `server/src/main.ts`: built, where `ONESCREEN_PROGRAMS` names the folder of those that are. */
export function programOf(source: string): Program {
  const built = process.env.ONESCREEN_PROGRAMS;
  return built === undefined
    ? { file: path.join(projectRoot, source), execArgv: ['--import', 'tsx'] }
    : { file: path.join(built, source.replace(/\.ts$/, '.js')), execArgv: [] };
}

/** Arguments for node that run it. */
export function argumentsOf(source: string): string[] {
  const { file, execArgv } = programOf(source);
  return [...execArgv, file];
}
