// One run of a trial in a process of its own, see apart.ts. Argument: the options as JSON.
import { measureRun } from './measure.ts';

const run = await measureRun(JSON.parse(process.argv[2]!));
process.send?.(run, () => process.disconnect());
