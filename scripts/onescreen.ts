// The `onescreen` command: runs, verifies, lists and exports without a server. Wrong input is one sentence and exit code 2.
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { policyNames } from '../server/src/engine/policies.ts';
import { sentenceOf } from './headless/errors.ts';
import { VERSION } from './headless/program.ts';

const EXIT_NOT_EQUAL = 1;
const EXIT_WRONG_INPUT = 2;
const DENSITY = { least: 1, most: 20 };
const MOST_HOURS = 24 * 60;

function number(name: string, least: number, most: number, whole: boolean) {
  return (text: string): number => {
    const value = Number(text);
    const fits = text.trim() !== '' && Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value));
    if (!fits) throw new InvalidArgumentError(`${name} is a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`);
    return value;
  };
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

const program = new Command('onescreen')
  .description('One Screen without a server: simulate a city run, verify it, export it. Everything in it is simulated.')
  .version(VERSION)
  .showSuggestionAfterError()
  .showHelpAfterError(false)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, '')) });

program
  .command('run')
  .description('simulate a run as fast as the machine can, into one file; the last line of stdout is one JSON object')
  .option('--scenario <name>', 'a scenario of the library, or the path of a .yaml file', 'normal-day')
  .addOption(new Option('--file <path>', 'your own scenario file').conflicts('scenario'))
  .option('--seed <number>', 'same seed, same run', number('the seed', 0, 0xffff_ffff, true), 1)
  .option('--hours <number>', 'simulated hours; default: as long as the scenario is', number('the length', 1 / 60, MOST_HOURS, false))
  .option('--density <number>', 'how many twentieths of the city’s cases happen', number('the density', DENSITY.least, DENSITY.most, true), 1)
  .addOption(new Option('--policy <name>', 'who is sent to a case').choices([...policyNames]).default('nearest'))
  .requiredOption('--out <file>', 'the recording to write, e.g. day.onescreen')
  .action(async ({ file, ...options }) => {
    const { runToFile } = await import('./headless/runCommand.ts');
    print(JSON.stringify(await runToFile({ ...options, scenario: file ?? options.scenario })));
  });

program
  .command('verify')
  .description('check a recording’s bytes, simulate it again, and compare; exit code 1 when they are not equal')
  .argument('<file>', 'a .onescreen file')
  .action(async (file: string) => {
    const { verifyRecording } = await import('./headless/verifyCommand.ts');
    const verdict = await verifyRecording(file);
    if (!verdict.ok) {
      process.stderr.write(`${verdict.message}\n`);
      process.exitCode = EXIT_NOT_EQUAL;
    }
    print(JSON.stringify(verdict));
  });

program
  .command('scenarios')
  .description('list the scenarios')
  .option('--json', 'as JSON')
  .action(async (options: { json?: boolean }) => {
    const { scenarioSummaries, scenarioTable } = await import('./headless/lists.ts');
    const summaries = scenarioSummaries();
    print(options.json === true ? JSON.stringify(summaries, null, 2) : scenarioTable(summaries));
  });

program
  .command('catalogue')
  .description('print the vital signs, agencies, applications and case types as JSON')
  .action(async () => {
    const { catalogue } = await import('./headless/lists.ts');
    print(JSON.stringify(catalogue(), null, 2));
  });

program
  .command('export')
  .description('write a recording’s log for other programs')
  .argument('<file>', 'a .onescreen file')
  .addOption(new Option('--format <name>', 'the form').choices(['jsonl']).default('jsonl'))
  .option('--out <file>', 'where to; default: stdout')
  .action(async (file: string, options: { out?: string }) => {
    const { exportRecording } = await import('./headless/exportCommand.ts');
    await exportRecording(file, options.out ?? null);
  });

// A reader that has seen enough, such as `head`, is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : EXIT_NOT_EQUAL));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : EXIT_WRONG_INPUT;
  } else {
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = EXIT_WRONG_INPUT;
  }
}
