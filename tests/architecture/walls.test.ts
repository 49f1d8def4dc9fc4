// The walls of the house: who may import whom, and where clocks and randomness may live.
import { builtinModules } from 'node:module';
import { describe, expect, test } from 'vitest';
import { allSources, type PackageName, packages, type Source, sourcesOf } from './sources.ts';

const breaches = (sources: readonly Source[], isBreach: (specifier: string) => boolean): string[] =>
  sources.flatMap((source) =>
    source.imports.filter(isBreach).map((specifier) => `${source.file} imports ${specifier}`),
  );

const linesWith = (sources: readonly Source[], pattern: RegExp): string[] =>
  sources.flatMap((source) =>
    source.code
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${source.file}:${index + 1} ${line.trim()}`] : [])),
  );

const outside = (sources: readonly Source[], allowed: RegExp): readonly Source[] =>
  sources.filter((source) => !allowed.test(source.file));

describe('the packages only meet on the wire', () => {
  const mayImport: Record<PackageName, readonly PackageName[]> = {
    shared: [],
    simulator: ['shared'],
    server: ['shared'],
    client: ['shared'],
  };
  test.each(packages)('%s imports no other package of ours than it may', (name) => {
    const forbidden = packages.filter((other) => other !== name && !mayImport[name].includes(other));
    expect(breaches(sourcesOf(name), (s) => forbidden.some((other) => s.startsWith(`@onescreen/${other}`)))).toEqual(
      [],
    );
  });

  test('no package reaches into another by a relative path', () => {
    for (const name of packages) {
      expect(
        breaches(sourcesOf(name), (s) => packages.some((other) => other !== name && s.includes(`/${other}/src/`))),
      ).toEqual([]);
    }
  });

  test('shared uses no Node module', () => {
    expect(breaches(sourcesOf('shared'), (s) => s.startsWith('node:') || builtinModules.includes(s))).toEqual([]);
  });

  test('the screen uses no Node module', () => {
    expect(breaches(sourcesOf('client'), (s) => s.startsWith('node:'))).toEqual([]);
  });
});

describe('inside the screen', () => {
  const client = sourcesOf('client');
  const within = (folder: string) => client.filter((source) => source.file.startsWith(`client/src/${folder}/`));

  test('panels and layers do not know the feed', () => {
    const drawing = [...within('panels'), ...within('layers'), ...within('cases'), ...within('time'), ...within('map')];
    expect(drawing.length).toBeGreaterThan(0);
    expect(breaches(drawing, (s) => s.includes('/feed/'))).toEqual([]);
  });

  test('layers know neither React nor the store', () => {
    expect(breaches(within('layers'), (s) => s === 'react' || s.includes('/store/') || s === 'zustand')).toEqual([]);
  });
});

describe('time and chance come from outside', () => {
  const clockWords = /\bMath\.random\b|\bDate\.now\b|new Date\(\)|\bperformance\.now\b|\bsetTimeout\b|\bsetInterval\b/;

  test('shared, engine and world have no clock, no timer and no randomness of their own', () => {
    const pure = [
      ...sourcesOf('shared'),
      ...sourcesOf('server').filter((source) => source.file.startsWith('server/src/engine/')),
      ...sourcesOf('simulator').filter((source) => source.file.startsWith('simulator/src/world/')),
    ];
    expect(linesWith(pure, clockWords)).toEqual([]);
  });

  test('in server and simulator only clock.ts, connect.ts and main.ts own clocks and timers', () => {
    const sources = outside([...sourcesOf('server'), ...sourcesOf('simulator')], /\/(clock|connect|main)\.ts$/);
    expect(linesWith(sources, clockWords)).toEqual([]);
  });
});

describe('decisions', () => {
  test('no decision of the platform reads the truth', () => {
    const engine = sourcesOf('server').filter((source) => source.file.startsWith('server/src/engine/'));
    const decide = sourcesOf('shared').filter((source) => source.file.startsWith('shared/src/cases/'));
    expect(linesWith([...engine, ...decide], /truth\.(hazard|ended|seen)/)).toEqual([]);
    expect(breaches([...engine, ...decide], (s) => /\/(scoring|cameras)(\/|$)/.test(s))).toEqual([]);
  });
});

describe('every file', () => {
  test('is at most 400 lines long, data aside', () => {
    const long = outside(allSources, /\/(data|generated)\//).filter((source) => source.text.split('\n').length > 401);
    expect(long.map((source) => source.file)).toEqual([]);
  });

  test('lists what it exports by name', () => {
    expect(linesWith(allSources, /^\s*export \* from/)).toEqual([]);
  });

  test('is finished: no marks of later work, no switched-off checks', () => {
    const marks = new RegExp(
      ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', '@ts-ign' + 'ore', '@ts-noch' + 'eck', 'biome-ign' + 'ore'].join('|'),
    );
    const found = allSources.flatMap((source) => (marks.test(source.text) ? [source.file] : []));
    expect(found).toEqual([]);
  });
});
