// The whole program as a user starts it: `npm start` without the install, on a free port and a folder of its own.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { argumentsOf } from '../../scripts/programs.ts';
import { projectRoot } from '../../scripts/run.ts';

export interface StartedCity {
  url: string;
  operatorUrl: string;
  /** Its data folder, removed by `stop`. */
  data: string;
  /** Everything that it printed so far. */
  output(): string;
  /** `kill -9` of the platform's process; the program starts it again on the same data. */
  killPlatform(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts world and platform with the given options; resolves when the addresses are printed. Throws with the output when it ends instead. */
export async function startCity(args: readonly string[]): Promise<StartedCity> {
  const data = await mkdtemp(path.join(tmpdir(), 'onescreen-'));
  const child = spawn(process.execPath, [...argumentsOf('scripts/start.ts'), '--port', '0', '--data', data, ...args], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  const addresses = new Promise<{ url: string; operatorUrl: string }>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const url = /Watch\s+(http\S+)/.exec(output)?.[1];
      const operatorUrl = /Operate\s+(http\S+)/.exec(output)?.[1];
      if (url !== undefined && operatorUrl !== undefined) resolve({ url, operatorUrl });
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.on('exit', (code) => reject(new Error(`start ended with ${code}:\n${output}`)));
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const found = await addresses;
  return {
    ...found,
    data,
    output: () => output,
    async killPlatform() {
      // The platform leaves its process number beside its lock.
      const pid = Number(await readFile(path.join(data, 'holder'), 'utf8'));
      process.kill(pid, 'SIGKILL');
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}
