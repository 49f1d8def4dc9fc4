// The numbers of a city against a second opinion: what the server answers live and after the run equals what a separate program counts from
// the export of the same run, to the last digit, for random spans that cut cases in two.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import type { KpiReport } from '@onescreen/shared/kpis';
import { addToLedger, createLedger, reportOf } from '@onescreen/shared/kpis';
import type { Entry } from '@onescreen/shared/log';
import type { Order } from '@onescreen/shared/protocol';
import { decodeBatch, encodeBatch } from '@onescreen/shared/protocol';
import { createRandom } from '@onescreen/shared/random';
import type { Scores } from '@onescreen/shared/scoring';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createCaseFolds } from '../../server/src/http/caseFolds.ts';
import { kpiRoutes } from '../../server/src/http/routes/kpis.ts';
import { exportRun } from '../../server/src/recordings/exportRun.ts';
import { createStage } from '../../server/src/stage.ts';
import { openEmbeddedStore, type Store } from '../../server/src/store/index.ts';
import { createSimulation } from '../../simulator/src/createSimulation.ts';
import { loadScenario } from '../../simulator/src/scenarios/files.ts';
import { inItsWords } from '../unit/shared/kpisKit.ts';
import { onescreen } from './headlessCommand.ts';
import type { By, Log } from './recountKpis.ts';
import { readLog, recount } from './recountKpis.ts';

type App = Parameters<typeof kpiRoutes>[0];
const requireOfServer = createRequire(new URL('../../server/package.json', import.meta.url));
const { fastify } = requireOfServer('fastify') as { fastify: () => App };

const HOUR = 3600;
const HOURS = 3;
const SEED = 7;
const groupings = ['city', 'district', 'type', 'street', 'agency'] as const satisfies readonly By[];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'onescreen-kpis-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A recording as lines, as a user gets it. */
async function linesOf(recording: string): Promise<string> {
  const lines = `${recording}.jsonl`;
  expect((await onescreen('export', recording, '--format', 'jsonl', '--out', lines)).code).toBe(0);
  return readFile(lines, 'utf8');
}

/** Cases with a step on both sides of a tick. */
const cutBy = ({ cases }: Log, tick: number): number =>
  [...cases.values()].filter((steps) => steps[0]!.tick <= tick && steps.at(-1)!.tick > tick).length;

/** Thirty spans; each of the first three groupings has at least six. */
function* spans(lastTick: number): Generator<{ from: number; to: number; by: By }> {
  const random = createRandom(SEED, 'spans');
  for (let i = 0; i < 30; i++) {
    const [a, b] = [random.whole(lastTick), random.whole(lastTick)];
    yield { from: Math.min(a, b), to: Math.max(a, b), by: groupings[i % groupings.length]! };
  }
}

describe('a cloudburst on the stage of a server', () => {
  let store: Store;
  let app: App;
  let log: Log;
  /** Answers while the run was under way, with the newest tick of each. */
  const early: KpiReport[] = [];
  const run = 'storm';
  const ask = async <T>(query: string): Promise<T> => {
    const answer = await app.inject({ url: `/api/runs/${run}/${query}` });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json() as T;
  };

  beforeAll(async () => {
    store = await openEmbeddedStore({ folder: path.join(folder, 'data') });
    const stage = createStage(store);
    app = fastify();
    kpiRoutes(app, store, createCaseFolds(stage, store));
    const simulation = createSimulation({
      run,
      scenario: loadScenario('cloudburst'),
      seed: SEED,
      density: 1,
      policy: 'nearest',
      durationTicks: HOURS * HOUR,
    });
    await stage.announce(simulation.info);
    let orders: readonly Order[] = [];
    while (!simulation.finished) {
      const bytes = encodeBatch(simulation.step(orders));
      ({ orders } = await stage.take(decodeBatch(bytes), bytes));
      if (simulation.tick % 2400 === 0) early.push(await ask<KpiReport>('kpis?by=district'));
    }
    const file = path.join(folder, 'storm.onescreen');
    await writeFile(file, exportRun(store, stage, (await store.run(run))!));
    log = readLog(await linesOf(file));
  });
  afterAll(async () => {
    await app.close();
    await store.close();
  });

  test('is a busy one', async () => {
    expect(log.cases.size).toBeGreaterThan(150);
    const { total } = await ask<KpiReport>('kpis');
    expect(total.counts.dueToClose).toBeGreaterThan(40);
    expect(total.counts.overdue).toBeGreaterThan(0);
  });

  test('has the second opinion’s numbers for thirty spans, most of which cut cases in two', async () => {
    let cutting = 0;
    for (const { from, to, by } of spans(log.lastTick)) {
      cutting += cutBy(log, from) > 0 && cutBy(log, to) > 0 ? 1 : 0;
      const answer = await ask<KpiReport>(`kpis?from=${from}&to=${to}&by=${by}`);
      expect(inItsWords(answer), `after ${from} to ${to} by ${by}`).toEqual(recount(log, from, to, by));
    }
    expect(cutting).toBeGreaterThan(20);
  });

  test('had them while it was under way, as far as was known then', () => {
    expect(early.length).toBeGreaterThan(2);
    for (const report of early)
      expect(inItsWords(report)).toEqual(recount(log, report.fromTick, report.toTick, report.by));
  });

  test('is scored by the truth: nearly everything is found, some of it is nothing', async () => {
    const scores = await ask<Scores>('scores');
    expect(scores.hazards).toBeGreaterThan(100);
    expect(scores.missed).toBeLessThan(scores.hazards / 10);
    expect(scores.closures).toBeGreaterThan(50);
    expect(scores.falseClosures).toBeLessThan(scores.closures / 10);
    expect(scores.falseAlarmsHandled).toBeGreaterThan(0);
    expect(scores.byRule.map(({ by }) => by)).toContain('rule:confidence-gate');
  });
});

test('on the eve of the National Day week the working clocks stop at half past five: both opinions agree', async () => {
  const scenario = path.join(folder, 'eve.yaml');
  await writeFile(
    scenario,
    `id: eve
zh: "国庆前一天"
en: "The eve of National Day"
picture: day
startLocal: "2024-09-30T16:00+08:00"
durationMinutes: 120
districts: all
bursts:
  - { caseType: EV01, count: 60, from: 0, to: 80, districts: all }
  - { caseType: ZR02, count: 40, from: 0, to: 80, districts: all }
  - { caseType: XJ01, count: 80, from: 0, to: 80, districts: all }
`,
  );
  const file = path.join(folder, 'eve.onescreen');
  expect(await onescreen('run', '--scenario', scenario, '--seed', `${SEED}`, '--out', file)).toMatchObject({ code: 0 });
  const text = await linesOf(file);
  const log = readLog(text);
  const ledger = createLedger();
  for (const line of text.trimEnd().split('\n').slice(1)) addToLedger(ledger, JSON.parse(line) as Entry);
  for (const { from, to, by } of spans(log.lastTick)) {
    const report = reportOf(ledger, { fromTick: from, toTick: to, by, epochMs: log.epochMs });
    expect(inItsWords(report), `after ${from} to ${to} by ${by}`).toEqual(recount(log, from, to, by));
  }
  const nextDay = Date.parse('2024-10-08T08:30+08:00');
  const filed = [...log.cases.values()]
    .filter(([found]) => found!.type === 'EV01')
    .flatMap((steps) => steps.filter(({ kind }) => kind === 'case.filed'));
  expect(filed.length).toBeGreaterThan(20);
  for (const { dueTick } of filed) expect(log.epochMs + dueTick! * 1000).toBeGreaterThan(nextDay);
});
