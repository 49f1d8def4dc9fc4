// One scenario in a process of its own, see apart.ts. Arguments: scenario, first hour, hours or `all`.
import { soakScenario } from './soakScenario.ts';

const [id, fromHour, hours] = process.argv.slice(2) as [string, string, string];
const report = await soakScenario(id, Number(fromHour), hours === 'all' ? null : Number(hours));
process.send?.(report, () => process.disconnect());
