// Figures for Prometheus. Each is written where it happens; this file only names them.
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export interface Metrics {
  registry: Registry;
  ticks: Counter;
  entries: Counter;
  batches: Counter;
  viewers: Gauge;
  sources: Gauge;
  /** `kind`: room, own or status. */
  frames: Counter<'kind'>;
  frameBytes: Counter<'kind'>;
  slowViewersCut: Counter;
  /** `door`: ingest, console or http. `refusal`: its name. */
  refusals: Counter<'door' | 'refusal'>;
  failures: Counter<'door'>;
  /** `outcome`: signed-in, refused or signed-out. */
  signIns: Counter<'outcome'>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> =>
    new Counter({ name: `onescreen_${name}`, help, labelNames, registers });
  const gauge = (name: string, help: string): Gauge => new Gauge({ name: `onescreen_${name}`, help, registers });
  return {
    registry,
    ticks: counter('ticks_total', 'Simulated seconds committed.', []),
    entries: counter('entries_total', 'Log entries committed.', []),
    batches: counter('batches_total', 'Batches acknowledged.', []),
    viewers: gauge('viewers', 'Screens connected.'),
    sources: gauge('sources', 'Simulators or feeds connected: 0 or 1.'),
    frames: counter('frames_total', 'Frames encoded and made for all screens that share it or to one screen.', [
      'kind',
    ]),
    frameBytes: counter('frame_bytes_total', 'Bytes of those frames, each counted once.', ['kind']),
    slowViewersCut: counter('slow_viewers_cut_total', 'Screens cut because they took nothing for too long.', []),
    refusals: counter('refusals_total', 'What was refused, by door and by name.', ['door', 'refusal']),
    failures: counter('failures_total', 'Errors of our own, by door.', ['door']),
    signIns: counter('sign_ins_total', 'People who signed in, were refused or signed out.', ['outcome']),
  };
}
