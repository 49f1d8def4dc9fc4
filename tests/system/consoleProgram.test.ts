import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { argumentsOf } from '../../scripts/programs.ts';
import { projectRoot } from '../../scripts/run.ts';
import { newFolder, startTestServer } from './consoleKit.ts';

interface Ended {
  code: number | null;
  out: string;
  errors: string;
}

/** Runs the server's program. Once it has printed its line it is asked to end. */
function runProgram(args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [...argumentsOf('server/src/main.ts'), '--log-level', 'warn', ...args], {
    cwd: projectRoot,
  });
  const ended: Ended = { code: null, out: '', errors: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    ended.out += chunk.toString();
    if (ended.out.includes('\n')) child.kill('SIGTERM');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    ended.errors += chunk.toString();
  });
  return new Promise((resolve) => child.once('exit', (code) => resolve({ ...ended, code })));
}

test('the program says in one line of JSON where it is, and ends cleanly when asked', async () => {
  const folder = await newFolder();
  const { code, out, errors } = await runProgram(['--port', '0', '--data', folder]);
  const line = JSON.parse(out) as { ready: boolean; url: string; operatorUrl: string };
  expect(line.ready).toBe(true);
  expect(line.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(line.operatorUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#operator=.{40,}$/);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  await rm(folder, { recursive: true, force: true });
});

test('what is wrong at start is one clear line and an exit code that is not 0', async () => {
  await using server = await startTestServer();
  const folder = await newFolder();
  const file = path.join(folder, 'a-file');
  await writeFile(file, '');
  const mistaken = path.join(folder, 'mistaken');
  await mkdir(mistaken);
  await writeFile(path.join(mistaken, 'people.json'), '[\n  {"name": "wang"}\n]\n');
  const { port } = new URL(server.url);
  const wrong: [args: string[], named: string][] = [
    [['--port', 'http'], 'the port must be a whole number'],
    [['--host', '0.0.0.0'], 'ONESCREEN_SESSION_SECRET'],
    [['--port', port, '--data', path.join(folder, 'one')], `port ${port} on 127.0.0.1 is in use`],
    [['--port', '0', '--data', file], file],
    [['--port', '0', '--data', mistaken], 'people.json, line 2: role: is not a role'],
  ];
  const ends = await Promise.all(wrong.map(([args]) => runProgram(args)));
  ends.forEach(({ code, out, errors }, i) => {
    expect(errors).toContain(wrong[i]![1]);
    expect(errors.trim().split('\n')).toHaveLength(1);
    expect([code, out]).toEqual([2, '']);
  });
  await rm(folder, { recursive: true, force: true });
});
