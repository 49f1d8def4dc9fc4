// `npm start`: builds the screen if needed, starts the platform and the world, and prints where to look.
import { type ChildProcess, fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { buildClient } from './buildClient.ts';
import { programOf } from './programs.ts';
import { projectRoot } from './run.ts';
import { readStartOptions, type StartOptions } from './startOptions.ts';

const SERVER = 'server/src/main.ts';
const SIMULATOR = 'simulator/src/main.ts';
/** A platform that dies is started again on the same data; one that keeps dying is not. */
const MOST_RESTARTS = 5;

/** What the server's main sends once it listens. */
interface Ready {
  ready: true;
  url: string;
  operatorUrl: string;
}

const tokens = {
  ONESCREEN_INGEST_TOKEN: randomBytes(32).toString('base64url'),
  ONESCREEN_OPERATOR_TOKEN: process.env.ONESCREEN_OPERATOR_TOKEN ?? randomBytes(32).toString('base64url'),
  ONESCREEN_SESSION_SECRET: process.env.ONESCREEN_SESSION_SECRET ?? randomBytes(32).toString('base64url'),
};
const children = new Set<ChildProcess>();
let stopping = false;

function startChild(program: string, args: readonly string[]): ChildProcess {
  const { file, execArgv } = programOf(program);
  const env = { ...process.env, ...tokens };
  const child = fork(file, args, { cwd: projectRoot, execArgv, env, stdio: 'inherit' });
  children.add(child);
  child.on('exit', () => children.delete(child));
  return child;
}

const isReady = (message: unknown): message is Ready =>
  typeof message === 'object' && message !== null && 'ready' in message && 'url' in message;

/** Resolves when the server listens; ends this process with the server's exit code when it cannot. */
function startServer(options: StartOptions, port: number, restarts = 0): Promise<Ready> {
  return new Promise((resolve) => {
    const args = ['--host', options.host, '--port', String(port), '--data', options.data, '--log-level', 'warn'];
    if (options.keepDays !== undefined) args.push('--keep-days', String(options.keepDays));
    if (options.keepGb !== undefined) args.push('--keep-gb', String(options.keepGb));
    if (options.basemap !== undefined) args.push('--basemap', options.basemap);
    const child = startChild(SERVER, [...args, '--client', path.join(projectRoot, 'client/dist')]);
    let listening: Ready | null = null;
    child.on('message', (message) => {
      if (!isReady(message)) return;
      listening = message;
      resolve(message);
    });
    child.on('exit', (code) => {
      if (stopping) return;
      if (listening === null || restarts >= MOST_RESTARTS) return stop(code ?? 1);
      console.error('The platform stopped unexpectedly; starting it again on the same data.');
      void startServer(options, Number(new URL(listening.url).port), restarts + 1);
    });
  });
}

function startSimulator(options: StartOptions, url: string): void {
  const args = ['--url', url, '--scenario', options.scenario, '--seed', String(options.seed)];
  args.push('--density', String(options.density), '--speed', String(options.speed), '--policy', options.policy);
  if (options.paused) args.push('--paused');
  const child = startChild(SIMULATOR, args);
  child.on('exit', (code) => {
    if (!stopping) stop(code ?? 1);
  });
}

function stop(code: number): void {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of children) child.kill('SIGTERM');
  // An open channel would keep this process here after its children.
  if (process.connected) process.disconnect();
}

process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));
// Started by another program: no city goes on for nobody when that one is gone, however it ended.
process.on('disconnect', () => stop(0));

const options = readStartOptions(process.argv.slice(2));
try {
  await buildClient();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const { url, operatorUrl } = await startServer(options, options.port);
console.log(`
  一屏 One Screen — 模拟数据 simulated data

  Watch      ${url}
  Operate    ${operatorUrl}
  Data in    ${options.data}
  Stop       Ctrl+C
`);
if (options.simulator) startSimulator(options, url);
