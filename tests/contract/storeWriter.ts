// A process that commits steps to a store as fast as it can and says each one that is acknowledged, until it is killed.
// Started by the store contract; arguments: the folder of an embedded store and the run.
import { openEmbeddedStore } from '../../server/src/store/index.ts';
import { infoOf, stepOf } from './steps.ts';

const [folder, run] = process.argv.slice(2) as [string, string];
const store = await openEmbeddedStore({ folder });
let batchSeq = ((await store.run(run)) ?? (await store.createRun(infoOf(run)))).lastBatch;
for (;;) {
  batchSeq++;
  await store.commitStep(stepOf(run, batchSeq, 5));
  process.send?.(batchSeq);
  // Lets the message leave before the next commit blocks this thread.
  await new Promise(setImmediate);
}
