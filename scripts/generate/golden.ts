// Makes tests/golden/version-2.onescreen: a small run that every later version must be able to play. Made once for a version of the format and
// then never again: a new version of the format gets a file of its own, made by this script at that time.
//   tsx scripts/generate/golden.ts
// Two and a half hours of Xujing town, so that there are two blocks; of the city's numbers only those of city and districts for some
// indicators, so that the file is small; people who take, send, return and ask for what they may not; notes and a parent.
import path from 'node:path';
import { areaOfSeries, indicatorOfSeries } from '@onescreen/shared/city';
import { FIRST_STREET, lineage } from '@onescreen/shared/geography';
import type { Person } from '@onescreen/shared/people';
import type { Batch } from '@onescreen/shared/protocol';
import { NOTICE } from '@onescreen/shared/recordings';
import { HOUR } from '@onescreen/shared/time';
import type { PendingCommand } from '../../server/src/engine/types.ts';
import type { Platform } from '../../server/src/platform.ts';
import { createPlatform } from '../../server/src/platform.ts';
import { writeRecording } from '../../server/src/recordings/write.ts';
import { createSimulation } from '../../simulator/src/createSimulation.ts';
import { loadScenario } from '../../simulator/src/scenarios/files.ts';
import { createFileSink } from '../headless/fileSink.ts';
import { PROGRAM } from '../headless/program.ts';
import { projectRoot } from '../run.ts';

const HOURS = 2.5;
/** Qingpu, in which Xujing lies. */
const DISTRICT = '310118';
const EVERY_INDICATOR = 12;
const PERSON_EVERY_TICKS = 600;

const isOwn = ({ area }: { area: number }): boolean => lineage(area).some(({ code }) => code === DISTRICT);

const isKept = (series: number): boolean =>
  areaOfSeries[series]! < FIRST_STREET && indicatorOfSeries[series]! % EVERY_INDICATOR === 0;

function thinned(batch: Batch): Batch {
  const { ticks, series, quanta } = batch.samples;
  const places = [...series.keys()].filter((i) => isKept(series[i]!));
  return {
    ...batch,
    // Of three things that are seen there, one comes through: cases are most of what a segment holds.
    signals: batch.signals.filter((signal, i) => !('area' in signal) || (isOwn(signal) && (batch.seq + i) % 3 === 0)),
    samples: {
      ticks: Uint32Array.from(places, (i) => ticks[i]!),
      series: Uint16Array.from(places, (i) => series[i]!),
      quanta: Int32Array.from(places, (i) => quanta[i]!),
    },
  };
}

const operator: Person = { name: 'wang', role: 'operator', area: '310000' };
const stranger: Person = { name: 'li', role: 'viewer', area: '310101' };

/** Now and then somebody takes the newest case, and somebody else may not. */
function askedBy({ cases }: Platform, tick: number): PendingCommand[] {
  const newest = Object.values(cases.cases).at(-1);
  if (newest === undefined || tick % PERSON_EVERY_TICKS !== 0) return [];
  return [
    { person: operator, command: { kind: 'take', case: newest.id } },
    { person: stranger, command: { kind: 'void', case: newest.id, reason: 'none' } },
  ];
}

const simulation = createSimulation({
  run: 'golden-2',
  scenario: loadScenario('xujing-day'),
  seed: 2,
  density: 1,
  policy: 'batch',
  durationTicks: HOURS * HOUR,
});
/** The platform knows the units and cameras of the town's district only. */
const info = {
  ...simulation.info,
  units: simulation.info.units.filter(isOwn),
  cameras: simulation.info.cameras.filter(isOwn),
};
const writer = await writeRecording(path.join(projectRoot, 'tests/golden/version-2.onescreen'), {
  simulated: true,
  notice: NOTICE,
  program: PROGRAM,
  info,
  scenarioText: null,
  parent: { run: 'golden-1', forkTick: 0 },
});
const sink = createFileSink(writer);
const platform = await createPlatform({ info, onSegment: sink.add, onBlock: sink.addBlock });
let { orders } = (await platform.process(thinned(simulation.step([])), [])).ack;
while (!simulation.finished) {
  const batch = thinned(simulation.step(orders));
  orders = (await platform.process(batch, askedBy(platform, batch.fromTick))).ack.orders;
}
await sink.drain();
const bytes = await writer.finish(platform.digest(), platform.totals, [
  { id: 'n1', tick: 600, author: 'wang', text: '第一张 First card' },
  { id: 'n2', tick: 7100, toTick: 7300, author: 'li', text: 'Across two blocks' },
]);
console.log(`${bytes} bytes, digest ${platform.digest()}`);
