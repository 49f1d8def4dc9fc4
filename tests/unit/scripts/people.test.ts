// `onescreen people`: adds, lists and removes who may sign in by token; wrong input is one sentence and exit code 2.
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../../scripts/headless/commandLine.ts';
import { createPeople } from '../../../server/src/auth/people.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'onescreen-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function people(...args: string[]) {
  const said = { out: '', errors: '' };
  const into = (key: keyof typeof said): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        said[key] += chunk.toString();
        done();
      },
    });
  const all = ['people', ...args, '--data', path.join(folder, 'data')];
  const code = await runCommandLine(all, { stdout: into('out'), stderr: into('errors') });
  return { code, ...said };
}
const add = (name: string, role: string, area: string, ...more: string[]) =>
  people('add', '--name', name, '--role', role, '--area', area, ...more);

describe('people', () => {
  test('who is added signs in with the token that is shown once, by themselves or by the link', async () => {
    const { code, out } = await add('wang', 'village', '310107022', '--url', 'https://city.example');
    expect(code).toBe(0);
    const token = /^Token {2}(\S{43})$/m.exec(out)?.[1] ?? '';
    expect(out).toContain(`Link   https://city.example/#token=${token}\n`);
    const file = path.join(folder, 'data', 'people.json');
    expect(await readFile(file, 'utf8')).not.toContain(token);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(createPeople(path.dirname(file)).byToken(token)).toMatchObject({ name: 'wang', role: 'village' });
  });

  test('are listed by name, role and area, and gone when they are removed', async () => {
    await add('wang', 'village', '310107022');
    await add('李芳', 'director', '310000');
    const { out } = await people('list');
    expect(out.trim().split('\n')).toHaveLength(3);
    expect(out).toMatch(/wang +village \(居村干部 Neighbourhood cadre\) +310107022 \(真如镇街道/);
    expect(out).toMatch(/李芳 +director \(领导 Director\) +310000 \(上海市 Shanghai\)/);
    expect((await people('remove', '--name', 'wang')).code).toBe(0);
    expect((await people('list')).out).not.toContain('wang');
  });

  test.each([
    [['wang', 'mayor', '310107'], 'The role "mayor" is not a role: one of viewer, '],
    [['wang', 'patrol', '31010'], 'The area "31010" is not the code of an area.'],
    [['two words', 'patrol', '310107'], 'The name "two words" is not a name'],
    [['wang', 'grid-lead', '310107'], 'belongs to a street'],
    [['checker', 'checker', '310107'], 'belongs to the simulated staff'],
    [['operator', 'operator', '310107'], 'operator link'],
    [['ZHAO', 'patrol', '310107'], 'There is a ZHAO already'],
    [['wang', 'patrol', '310107', '--url', 'here'], 'The address here is none'],
  ] as [Parameters<typeof add>, string][])('%j is refused in one sentence', async (args, named) => {
    await add('zhao', 'patrol', '310107');
    const { code, out, errors } = await add(...args);
    expect([code, out]).toEqual([2, '']);
    expect(errors).toContain(named);
    expect(errors.trim()).not.toContain('\n');
    expect((await people('list')).out.trim().split('\n')).toHaveLength(2);
  });

  test('who is not there cannot be removed; a file with a mistake is left alone, and its line named', async () => {
    expect(await people('remove', '--name', 'wang')).toMatchObject({
      code: 2,
      errors: expect.stringContaining('no wang'),
    });
    await add('zhao', 'patrol', '310107');
    const file = path.join(folder, 'data', 'people.json');
    await writeFile(file, '[\n  oh\n]');
    const { code, errors } = await add('wang', 'patrol', '310107');
    expect([code, errors]).toEqual([2, 'people.json, line 2: is not JSON\n']);
    expect(await readFile(file, 'utf8')).toBe('[\n  oh\n]');
  });
});
