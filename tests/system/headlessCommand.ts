// The `onescreen` command for tests: in this process, or as a user starts it.
import { spawn } from 'node:child_process';
import { Writable } from 'node:stream';
import { runCommandLine } from '../../scripts/headless/commandLine.ts';
import { argumentsOf } from '../../scripts/programs.ts';
import { projectRoot } from '../../scripts/run.ts';

export interface CommandOutput {
  code: number | null;
  stdout: string;
  stderr: string;
  /** The last line of stdout as JSON; undefined when it is none. */
  result: unknown;
}

/** The command in this process: saves the second that a program takes to start. */
export async function onescreen(...args: readonly string[]): Promise<CommandOutput> {
  const stdout = collector();
  const stderr = collector();
  const code = await runCommandLine(args, { stdout: stdout.stream, stderr: stderr.stream });
  return { code, stdout: stdout.text(), stderr: stderr.text(), result: lastJson(stdout.text()) };
}

/** The command as a program of its own. */
export function startOnescreen(...args: readonly string[]): Promise<CommandOutput> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...argumentsOf('scripts/onescreen.ts'), ...args], { cwd: projectRoot });
    const stdout = collector();
    const stderr = collector();
    child.stdout.pipe(stdout.stream);
    child.stderr.pipe(stderr.stream);
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: stdout.text(), stderr: stderr.text(), result: lastJson(stdout.text()) }),
    );
  });
}

function collector(): { stream: Writable; text(): string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString() };
}

function lastJson(text: string): unknown {
  try {
    return JSON.parse(text.trimEnd().split('\n').at(-1) ?? '');
  } catch {
    return undefined;
  }
}
