// `onescreen verify`: are the bytes what they were, and does the same run come out when it is simulated again?

import type { Entry } from '@onescreen/shared/log';
import { chainDigest, decodeSegment, GENESIS_DIGEST } from '@onescreen/shared/log';
import type { Recording } from '@onescreen/shared/recordings';
import { RecordingError } from '@onescreen/shared/recordings';
import type { LoggedCommand } from '@onescreen/shared/script';
import { commandsIn, ScriptError, scriptByTick } from '@onescreen/shared/script';
import { ENGINE_VERSION, engineOf } from '../../server/src/engine/index.ts';
import { readRecording } from '../../server/src/recordings/file.ts';
import type { FinishedSegment } from '../../server/src/recordings/recorder.ts';
import { createSimulation } from '../../simulator/src/createSimulation.ts';
import { createProgress } from './progress.ts';
import { recordedScenario } from './scenario.ts';
import { simulate } from './simulate.ts';

export interface Verdict {
  ok: boolean;
  file: string;
  digest: string | null;
  /** Index of the first segment whose bytes do not match, or null. */
  firstBadSegment: number | null;
  /** First tick at which the run comes out differently when simulated again, or null. */
  firstDifferingTick: number | null;
  message: string;
}

/** Throws RecordingError only for what is no recording at all or cannot be opened; damage is a verdict. */
export async function verifyRecording(file: string): Promise<Verdict> {
  let recording: Recording;
  try {
    recording = await readRecording(file);
  } catch (error) {
    if (!(error instanceof RecordingError) || error.code === 'not-a-recording' || error.code === 'newer-version')
      throw error;
    return { ok: false, file, digest: null, firstBadSegment: null, firstDifferingTick: null, message: error.message };
  }
  const verdict = (found: Partial<Verdict> & { message: string }): Verdict => ({
    ok: false,
    file,
    digest: recording.index.digest,
    firstBadSegment: null,
    firstDifferingTick: null,
    ...found,
  });
  try {
    const { commands, engine } = await checkBytes(recording);
    if (engine !== ENGINE_VERSION) {
      const versions = `version ${engine} of the engine made this recording, this program has version ${ENGINE_VERSION}`;
      return verdict({ message: `the bytes match, but ${versions}: it cannot be simulated again here` });
    }
    const differingTick = await simulateAgain(recording, commands);
    if (differingTick !== null) {
      return verdict({
        firstDifferingTick: differingTick,
        message: `simulated again, the run differs first at tick ${differingTick}`,
      });
    }
    return verdict({
      ok: true,
      message: `${recording.index.segments.length} segments match, and the run simulated again has the same digest`,
    });
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    return verdict({ firstBadSegment: error.segment, message: error.message });
  } finally {
    await recording.close();
  }
}

/** What the log says of how the run was made. */
export interface Made {
  /** Those of another version of the engine are left out. */
  commands: readonly LoggedCommand[];
  engine: number;
}

/** Checks every segment and the chain, and reads how the run was made. Throws RecordingError. */
export async function checkBytes(recording: Recording): Promise<Made> {
  const commands: LoggedCommand[] = [];
  let engine = ENGINE_VERSION;
  for (const { index } of recording.index.segments) {
    for (const { entries } of decodeSegment(await recording.payload(index)).records) {
      const [first] = entries;
      if (first?.kind === 'run.started') engine = engineOf(first);
      if (engine === ENGINE_VERSION) commands.push(...readCommands(entries));
    }
  }
  for (const block of recording.index.tracks.keys()) await recording.tracks(block);
  const chain = recording.index.segments.reduce(
    (before, segment) => chainDigest(before, segment.digest),
    GENESIS_DIGEST,
  );
  if (chain !== recording.index.digest)
    throw new RecordingError('damaged', 'the recording is damaged: its digest is not the chain over its segments');
  return { commands, engine };
}

function readCommands(entries: readonly Entry[]): LoggedCommand[] {
  try {
    return commandsIn(entries);
  } catch (error) {
    if (error instanceof ScriptError) throw new RecordingError('damaged', error.message);
    throw error;
  }
}

/** The first tick that differs, or null. Throws ScenarioError when the scenario is no longer known. */
async function simulateAgain(recording: Recording, commands: readonly LoggedCommand[]): Promise<number | null> {
  const { info, scenarioText } = recording.header;
  const { run, seed, density, policy, durationTicks } = info;
  const script = scriptByTick(commands);
  const simulation = createSimulation({
    run,
    scenario: recordedScenario(info.scenario, scenarioText),
    seed,
    density,
    policy,
    durationTicks,
  });
  const progress = createProgress('verify', recording.index.totals.ticks, info.epochMs);
  let differing: number | null = null;
  try {
    await simulate({
      simulation,
      // Stops where the first difference is known.
      isEnough: () => differing !== null || simulation.tick >= recording.index.totals.ticks,
      commandsAt: (fromTick) => script.get(fromTick) ?? [],
      onSegment: async (segment) => {
        progress.tick(segment.toTick + 1);
        differing ??= await differenceIn(recording, segment);
      },
    });
  } finally {
    progress.end();
  }
  return differing;
}

/** The first tick of a segment that differs from the recorded one, or null. */
export async function differenceIn(recording: Recording, again: FinishedSegment): Promise<number | null> {
  const recorded = recording.index.segments[again.index];
  if (recorded === undefined) return again.fromTick;
  if (recorded.digest === again.digest) return null;
  const before = decodeSegment(await recording.payload(again.index)).records;
  const after = decodeSegment(again.payload).records;
  const at = before.findIndex((tick, i) => JSON.stringify(plain(tick)) !== JSON.stringify(plain(after[i])));
  // Equal ticks on a different keyframe: the difference lies before the segment.
  return at < 0 ? again.fromTick : (before[at]?.tick ?? again.fromTick);
}

/** Typed arrays as lists, so that two ticks can be compared as text. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (_, part: unknown) =>
      ArrayBuffer.isView(part) ? Array.from(part as Uint8Array) : part,
    ),
  );
