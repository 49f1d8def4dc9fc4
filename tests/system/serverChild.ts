// The server as a process of its own: to be killed without warning, or to be seen not to die.
import { type ChildProcess, spawn } from 'node:child_process';
import { argumentsOf } from '../../scripts/programs.ts';
import { projectRoot } from '../../scripts/run.ts';

export interface ServerChild {
  url: string;
  /** `null` while it runs. */
  exitCode(): number | null;
  /** No time for last words. */
  kill(): Promise<void>;
}

export interface WaitingServer {
  /** Starts it on a data folder. `port` 0: any. Rejects with its words when it ends before it is ready. */
  start(dataDir: string, port?: number): Promise<ServerChild>;
  /** Ends one that was never started. */
  dismiss(): void;
}

/** A process that has begun to load the server; loading goes on while others are at work. */
export function prepareServer(): WaitingServer {
  const child = spawn(process.execPath, argumentsOf('tests/system/serverProcess.ts'), {
    cwd: projectRoot,
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const loaded = messageWith(child, 'loaded');
  const ready = messageWith(child, 'url');
  return {
    async start(dataDir, port = 0) {
      await Promise.race([loaded, ended]);
      if (child.exitCode === null) child.send({ dataDir, port });
      const url = await Promise.race([ready, ended]);
      if (typeof url !== 'string') throw new Error(`the server ended:\n${errors}`);
      return {
        url,
        exitCode: () => child.exitCode,
        kill: () => {
          child.kill('SIGKILL');
          return ended;
        },
      };
    },
    dismiss: () => void child.kill('SIGKILL'),
  };
}

const messageWith = (child: ChildProcess, name: string): Promise<unknown> =>
  new Promise((resolve) => {
    child.on('message', (message: Record<string, unknown>) => {
      if (name in message) resolve(message[name]);
    });
  });
