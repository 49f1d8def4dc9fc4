// `npm start` from outside: what is printed when something is wrong, and that nothing is lost by it.
import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { argumentsOf } from '../../scripts/programs.ts';
import { projectRoot } from '../../scripts/run.ts';
import { startCity } from './startedCity.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'onescreen-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs `npm start` until it ends by itself. */
function start(...args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [...argumentsOf('scripts/start.ts'), '--data', path.join(folder, 'data'), ...args],
      {
        cwd: projectRoot,
      },
    );
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) => resolve({ code, output }));
  });
}

describe('npm start refuses in one clear sentence', () => {
  test.each([
    ['an unknown scenario', ['--scenario', 'sandstorm'], /sandstorm.*cloudburst/s],
    ['an unknown option', ['--sped', '60'], /unknown option '--sped'.*--speed/s],
    ['a speed out of range', ['--speed', '9000'], /--speed.*1 to 600/s],
    ['a port that is none', ['--port', 'seven'], /--port.*0 to 65535/s],
    ['a seed that is no number', ['--seed', 'x'], /--seed.*whole number/s],
  ])('%s', async (_what, args, sentence) => {
    const { code, output } = await start(...args);
    expect(code).not.toBe(0);
    expect(output).toMatch(sentence);
    expect(output).not.toContain('    at ');
  });

  test('a scenario file with a wrong key', async () => {
    const file = path.join(folder, 'mine.yaml');
    await writeFile(
      file,
      "id: mine\nzh: 我的\nen: Mine\npicture: day\nstartLocal: '2024-05-14T07:30+08:00'\ndurationMinutes: 60\ndistricts: all\nweather: bad\n",
    );
    const { code, output } = await start('--scenario', file);
    expect(code).not.toBe(0);
    expect(output).toMatch(/weather/);
    expect(output).not.toContain('    at ');
  });

  test('a port in use', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
    });
    const { code, output } = await start('--port', String(port));
    other.close();
    expect(code).not.toBe(0);
    expect(output).toContain(String(port));
    expect(output).toMatch(/in use|already/i);
  });

  test('a data folder that another process holds', async () => {
    // This one from the sources, as `npm start` does it.
    vi.stubEnv('ONESCREEN_PROGRAMS', undefined);
    const city = await startCity(['--no-simulator']);
    vi.unstubAllEnvs();
    try {
      const { code, output } = await start('--port', '0', '--data', city.data);
      expect(code).not.toBe(0);
      expect(output).toMatch(/used by another process/);
    } finally {
      await city.stop();
    }
  });

  test('a data folder that cannot be written, unless the user is root and may write anywhere', async () => {
    const locked = path.join(folder, 'locked');
    await writeFile(locked, 'a file where a folder should be');
    await chmod(locked, 0o400);
    const { code, output } = await start('--port', '0', '--data', locked);
    expect(code).not.toBe(0);
    expect(output).toContain(locked);
    expect(output).not.toContain('    at ');
  });

  test('an address that others can reach, without a secret and a list of origins', async () => {
    const { code, output } = await start('--host', '0.0.0.0', '--port', '0');
    expect(code).not.toBe(0);
    expect(output).toMatch(/ONESCREEN_SESSION_SECRET/);
  });
});
