// Scenario files: the twelve of the library load, and a wrong file gets one sentence that names the key and the line.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { listScenarios, loadScenario } from '../../../simulator/src/scenarios/files.ts';
import { MAX_SCENARIO_BYTES, parseScenario, ScenarioError } from '../../../simulator/src/scenarios/load.ts';
import { trapezoid } from '../../../simulator/src/world/effects.ts';

const HEAD = `id: mine
zh: 我的
en: Mine
picture: day
startLocal: '2024-05-14T07:30+08:00'
durationMinutes: 60
districts: all
`;
const messageOf = (yaml: string): string => {
  try {
    parseScenario(yaml, 'mine.yaml');
  } catch (error) {
    if (error instanceof ScenarioError) return error.message;
    throw error;
  }
  return 'accepted';
};

describe('the library', () => {
  test('holds the twelve scenarios, the default first', () => {
    expect(listScenarios().map((scenario) => scenario.id)).toEqual([
      'normal-day',
      'xujing-day',
      'cloudburst',
      'typhoon',
      'bund-crowd',
      'metro-line2',
      'heatwave',
      'gas-dig',
      'jinshan-chem',
      'ciie',
      'epidemic',
      'fog-bridge',
    ]);
  });

  test.each(listScenarios().map((scenario) => [scenario.id, scenario] as const))(
    '%s has a check, and its timeline lies inside its length',
    (_, scenario) => {
      expect(scenario.checks.length).toBeGreaterThan(0);
      const minutes = [
        ...scenario.response.map((step) => step.minute),
        ...scenario.plan.map((step) => step.minute),
        ...scenario.effects.map((effect) => effect.end),
        ...scenario.bursts.map((burst) => burst.to),
      ];
      expect(Math.max(0, ...minutes)).toBeLessThanOrEqual(scenario.durationMinutes);
    },
  );

  test('every plan step that a check names is in that plan', () => {
    for (const scenario of listScenarios()) {
      const steps = new Set(scenario.plan.map((step) => step.en));
      for (const check of scenario.checks) {
        if ('step' in check) expect(steps, `${scenario.id}: ${check.step}`).toContain(check.step);
        if ('after' in check && check.after.on === 'step') expect(steps).toContain(check.after.step);
      }
    }
  });

  test('values of the brief in 万 are in base units: 72 000 people on the Bund', () => {
    expect(loadScenario('bund-crowd').effects.find((effect) => effect.indicator === 'crowd-bund')?.value).toBe(72_000);
    expect(loadScenario('ciie').effects.find((effect) => effect.indicator === 'expo-visitors')?.value).toBe(185_000);
  });
});

describe('a wrong file gets one clear sentence', () => {
  test.each([
    ['an unknown key', `${HEAD}colour: red\n`, 'mine.yaml, line 8: colour: this key is unknown here.'],
    ['a missing key', HEAD.replace('picture: day\n', ''), 'mine.yaml, line 1: picture: this key is missing.'],
    [
      'an unknown indicator',
      `${HEAD}effects:\n  - { indicator: rain, mode: abs, value: 1, start: 0, peakFrom: 1, peakTo: 2, end: 3 }\n`,
      'mine.yaml, line 9: effects[0].indicator: no indicator "rain".',
    ],
    [
      'an unknown key deep inside',
      `${HEAD}plan:\n  - { minute: 0, agency: ga, zh: 甲, en: A }\n  - { minute: 1, agency: ga, zh: 乙, en: B, who: me }\n`,
      'mine.yaml, line 10: plan[1].who: this key is unknown here.',
    ],
    [
      'an effect that runs backwards',
      `${HEAD}effects:\n  - { indicator: gust, mode: abs, value: 1, start: 9, peakFrom: 1, peakTo: 2, end: 3 }\n`,
      'mine.yaml, line 9: effects[0]: start, peakFrom, peakTo and end must not run backwards.',
    ],
    [
      'an unknown district',
      HEAD.replace('all', "['310999']"),
      'mine.yaml, line 7: districts[0]: no district with the code "310999".',
    ],
    ['no such day', HEAD.replace('05-14', '13-14'), 'mine.yaml, line 5: startLocal: no such day or time.'],
    [
      'text that is no scenario',
      'just words',
      'mine.yaml, line 1: the file: Invalid input: expected object, received string.',
    ],
  ])('%s', (_, yaml, message) => {
    expect(messageOf(yaml)).toBe(message);
  });

  test('broken YAML names its line', () => {
    expect(messageOf(`${HEAD}plan: [`)).toMatch(/^mine\.yaml, line 8: not valid YAML: /);
  });

  test('a check for an indicator without meaning in that area is refused', () => {
    const check =
      "{ id: a, rule: stays, zh: 甲, en: A, condition: { indicator: crowd-bund, area: '310118', is: atMost, value: 1 } }";
    expect(messageOf(`${HEAD}checks:\n  - ${check}\n`)).toContain('this indicator has no meaning in this area');
  });

  test('an alias bomb is refused, not expanded', () => {
    const levels = Array.from(
      { length: 12 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`,
    );
    expect(messageOf(`l0: &l0 [x]\n${levels.join('\n')}\n`)).toBe(
      'mine.yaml uses more YAML aliases than a scenario may.',
    );
  });

  test('a text beyond the size cap is refused before it is read', () => {
    expect(messageOf(`${HEAD}# ${'x'.repeat(MAX_SCENARIO_BYTES)}\n`)).toBe(
      'mine.yaml is longer than 256 kB, which no scenario needs.',
    );
  });
});

describe('files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onescreen-scenarios-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("a user's own file loads by its path", () => {
    const path = join(folder, 'mine.yaml');
    writeFileSync(path, HEAD);
    expect(loadScenario(path).districts).toHaveLength(16);
  });

  test('an unknown id lists the known ones; a missing, and a huge file, are named', () => {
    expect(() => loadScenario('tsunami')).toThrow(
      /^There is no scenario "tsunami"; choose one of normal-day, xujing-day, /,
    );
    expect(() => loadScenario(join(folder, 'none.yaml'))).toThrow(/none\.yaml cannot be read: it does not exist\.$/);
    const path = join(folder, 'huge.yaml');
    writeFileSync(path, '#'.repeat(MAX_SCENARIO_BYTES + 1));
    expect(() => loadScenario(path)).toThrow('huge.yaml is larger than 256 kB, which no scenario needs.');
  });
});

test('an effect rises in a line to its peak, holds, and falls in a line', () => {
  const at = (minute: number) => trapezoid(minute, 10, 20, 40, 80);
  expect([0, 9, 10, 15, 20, 30, 40, 60, 80, 81].map(at)).toEqual([0, 0, 0, 0.5, 1, 1, 1, 0.5, 0, 0]);
  expect(trapezoid(5, 5, 5, 9, 9)).toBe(1);
});
