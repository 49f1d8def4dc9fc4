// `onescreen branch`: "what if" without a server. The recorded run is simulated again from its beginning with the same commands, and with
// changes from the fork on, into a file of its own.
import type { Person } from '@onescreen/shared/people';
import { OPERATOR_NAME } from '@onescreen/shared/people';
import type { BranchChanges } from '@onescreen/shared/protocol';
import { editScript, scriptByTick } from '@onescreen/shared/script';
import { ENGINE_VERSION } from '../../server/src/engine/index.ts';
import { readRecording } from '../../server/src/recordings/file.ts';
import { createSimulation } from '../../simulator/src/createSimulation.ts';
import { UserError } from './errors.ts';
import { type Recorded, recordRun, requireFolder } from './recordRun.ts';
import { recordedScenario } from './scenario.ts';
import { checkBytes, differenceIn } from './verifyCommand.ts';
import { readAt, readChanges, type WhatIf } from './whatIfOptions.ts';

export interface BranchOptions extends WhatIf {
  at: string;
  out: string;
}

/** The last line of stdout. */
export interface BranchResult extends Recorded {
  run: string;
  parent: string;
  forkTick: number;
  parentDigest: string;
  /** The first tick at which the two differ; null when they never do. */
  firstDifferingTick: number | null;
  out: string;
}

/** Whoever asks at a command line has the centre in their hands. */
const ASKING: Person = { name: OPERATOR_NAME, role: 'operator', area: '310000' };

/** Throws RecordingError, UserError or ScenarioError, with a sentence. */
export async function branchToFile(file: string, options: BranchOptions): Promise<BranchResult> {
  requireFolder(options.out);
  const recording = await readRecording(file);
  try {
    const { header, index } = recording;
    const { info, scenarioText } = header;
    const forkTick = readAt(options.at, info, index.totals.ticks);
    const changes: BranchChanges = readChanges(options, forkTick);
    const { commands, engine } = await checkBytes(recording);
    if (engine !== ENGINE_VERSION)
      throw new UserError(
        `version ${engine} of the engine made this recording, this program has version ${ENGINE_VERSION}: it can be replayed, but not branched`,
      );
    const script = scriptByTick(editScript(commands, changes, { forkTick, stepTicks: info.stepTicks, by: ASKING }));
    const { seed, density, policy, durationTicks } = info;
    const simulation = createSimulation({
      run: `${info.run}-branch`,
      scenario: recordedScenario(info.scenario, scenarioText),
      seed,
      density,
      policy,
      durationTicks,
    });
    const policyAfter = changes.policy ?? header.parent?.policy;
    let firstDifferingTick: number | null = null;
    const recorded = await recordRun({
      simulation,
      scenarioText,
      parent: { run: info.run, forkTick, ...(policyAfter === undefined ? {} : { policy: policyAfter }) },
      out: options.out,
      commandsAt: (fromTick) => script.get(fromTick) ?? [],
      // As far as its parent, so that the two can be compared.
      isEnough: () => simulation.tick >= index.totals.ticks,
      async onSegment(segment) {
        firstDifferingTick ??= await differenceIn(recording, segment);
      },
    });
    return {
      ...recorded,
      run: simulation.info.run,
      parent: info.run,
      forkTick,
      parentDigest: index.digest,
      firstDifferingTick,
      out: options.out,
    };
  } finally {
    await recording.close();
  }
}
