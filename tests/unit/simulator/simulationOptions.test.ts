// What the simulator process is told: defaults, environment, and one clear sentence for every wrong value.
import { expect, test } from 'vitest';
import type { SimulatorOptions } from '../../../simulator/src/options.ts';
import { checkedPolicy, OptionsError, readOptions } from '../../../simulator/src/options.ts';

const environment = { ONESCREEN_INGEST_TOKEN: 'secret' };
const read = (...args: string[]) => readOptions(args, environment) as SimulatorOptions;

test('without arguments: the normal day at 20× on this machine, with the token of the environment', () => {
  const options = read();
  expect(options).toMatchObject({
    url: 'http://127.0.0.1:7318',
    token: 'secret',
    seed: 7,
    density: 1,
    policy: 'nearest',
  });
  expect(options.scenario.id).toBe('normal-day');
  expect(options.pace).toEqual({ speed: 20, paused: false });
  expect(options.durationTicks).toBeUndefined();
});

test('arguments win over the environment', () => {
  const options = read(
    '--token',
    'other',
    '--url',
    'http://10.0.0.5:80/',
    '--hours',
    '1.5',
    '--speed',
    '60',
    '--paused',
    '--scenario',
    'cloudburst',
  );
  expect(options).toMatchObject({
    token: 'other',
    url: 'http://10.0.0.5',
    durationTicks: 5400,
    pace: { speed: 60, paused: true },
  });
  expect(options.scenario.id).toBe('cloudburst');
});

test.each(['nearest', 'batch', 'balanced'])('asks for the policy %s when told to', (policy) => {
  expect(read('--policy', policy).policy).toBe(policy);
});

test('a policy that a screen asks for is named in the refusal', () => {
  expect(checkedPolicy('batch', 'the policy')).toBe('batch');
  expect(() => checkedPolicy('best', 'the policy')).toThrow(
    /^the policy must be one of nearest, batch, balanced, not "best"/,
  );
});

test.each([
  [['--speed', '0'], /--speed must be a number from 1 to 600, not "0"/],
  [['--speed', 'NaN'], /--speed/],
  [['--seed', '1.5'], /--seed must be a whole number/],
  [['--seed', '1e999'], /--seed/],
  [['--density', '21'], /--density must be a number from 1 to 20/],
  [['--hours', ''], /--hours/],
  [['--url', 'not an address'], /--url must be an http or https address/],
  [['--url', 'file:///etc/passwd'], /--url/],
  [['--policy', 'best'], /--policy must be one of nearest/],
  [['--scenario', 'typhon'], /no scenario "typhon"; choose one of/],
  [['--scenario', './missing.yaml'], /missing\.yaml/],
  [['--bogus'], /--bogus/],
  [['stray'], /stray/],
])('%j is refused in one sentence', (args, sentence) => {
  const refused = () => readOptions(args, environment);
  expect(refused).toThrow(OptionsError);
  expect(refused).toThrow(sentence);
});

test('without a token there is no connection', () => {
  expect(() => readOptions([], {})).toThrow(/ONESCREEN_INGEST_TOKEN/);
});

test('help is help', () => {
  expect(readOptions(['--help'], {})).toBe('help');
});
