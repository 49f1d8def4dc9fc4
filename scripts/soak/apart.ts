// Scenarios in processes of their own.
import { createQueue } from '../apart.ts';
import type { SoakReport } from './soakScenario.ts';

const queued = createQueue<SoakReport>('scripts/soak/one.ts');

/** As `soakScenario`, in a process of its own, when its turn comes. Rejects when that ends without a report. */
export const soakApart = (id: string, fromHour = 0, hours: number | null = null): Promise<SoakReport> =>
  queued([id, String(fromHour), String(hours ?? 'all')]);

/** Is the run as it must be? */
export const isGood = (report: SoakReport): boolean =>
  report.faults.length === 0 && report.checks.every((check) => check.outcome !== 'failed');
