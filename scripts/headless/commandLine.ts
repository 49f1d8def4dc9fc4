// The command line of `onescreen`: what it understands and how it answers. Wrong input is one sentence and exit code 2.
import path from 'node:path';
import type { Writable } from 'node:stream';
import { roles } from '@onescreen/shared/people';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { policyNames } from '../../server/src/engine/policies.ts';
import { projectRoot } from '../run.ts';
import { sentenceOf } from './errors.ts';
import { VERSION } from './program.ts';

const EXIT_NOT_EQUAL = 1;
const EXIT_WRONG_INPUT = 2;
const DENSITY = { least: 1, most: 20 };
const MOST_HOURS = 24 * 60;

export interface Terminal {
  stdout: Writable;
  stderr: Writable;
}

/** Does what the arguments say; the exit code: 0, 1 when a recording is not as it must be, 2 for wrong input. */
export async function runCommandLine(args: readonly string[], { stdout, stderr }: Terminal): Promise<number> {
  let code = 0;
  const print = (text: string): void => void stdout.write(`${text}\n`);
  const program = new Command('onescreen')
    .description(
      'One Screen without a server: simulate a city run, verify it, export it. Everything in it is simulated.',
    )
    .version(VERSION)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void stdout.write(text),
      writeErr: (text) => void stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, '')),
    });

  addRun(program, print);
  addVerify(program, print, (message) => {
    stderr.write(`${message}\n`);
    code = EXIT_NOT_EQUAL;
  });
  addBranch(program, print);
  addTrial(program, print);
  addLists(program, print);
  addExport(program, stdout);
  addBundle(program, print);
  addPeople(program, print);

  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_WRONG_INPUT;
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    stderr.write(`${sentence}\n`);
    return EXIT_WRONG_INPUT;
  }
}

function number(name: string, least: number, most: number, whole: boolean) {
  return (text: string): number => {
    const value = Number(text);
    const fits =
      text.trim() !== '' &&
      Number.isFinite(value) &&
      value >= least &&
      value <= most &&
      (!whole || Number.isInteger(value));
    if (!fits) throw new InvalidArgumentError(`${name} is a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`);
    return value;
  };
}

// Each action loads its own code, so that a wrong word is answered at once.

function addRun(program: Command, print: (text: string) => void): void {
  program
    .command('run')
    .description('simulate a run as fast as the machine can, into one file; the last line of stdout is one JSON object')
    .option('--scenario <name>', 'a scenario of the library, or the path of a .yaml file', 'normal-day')
    .addOption(new Option('--file <path>', 'your own scenario file').conflicts('scenario'))
    .option('--seed <number>', 'same seed, same run', number('the seed', 0, 0xffff_ffff, true), 1)
    .option(
      '--hours <number>',
      'simulated hours; default: as long as the scenario is',
      number('the length', 1 / 60, MOST_HOURS, false),
    )
    .option(
      '--density <number>',
      'how many twentieths of the city’s cases happen',
      number('the density', DENSITY.least, DENSITY.most, true),
      1,
    )
    .addOption(new Option('--policy <name>', 'who is sent to a case').choices([...policyNames]).default('nearest'))
    .requiredOption('--out <file>', 'the recording to write, e.g. day.onescreen')
    .action(async ({ file, ...options }) => {
      const { runToFile } = await import('./runCommand.ts');
      // A whole path is never taken for a name of the library.
      const scenario = file === undefined ? options.scenario : path.resolve(file);
      print(JSON.stringify(await runToFile({ ...options, scenario })));
    });
}

function addVerify(program: Command, print: (text: string) => void, reject: (message: string) => void): void {
  program
    .command('verify')
    .description('check a recording’s bytes, simulate it again, and compare; exit code 1 when they are not equal')
    .argument('<file>', 'a .onescreen file')
    .action(async (file: string) => {
      const { verifyRecording } = await import('./verifyCommand.ts');
      const verdict = await verifyRecording(file);
      if (!verdict.ok) reject(verdict.message);
      print(JSON.stringify(verdict));
    });
}

function addBranch(program: Command, print: (text: string) => void): void {
  program
    .command('branch')
    .description('what if: simulate a recording again with something different from a tick on, into another file')
    .argument('<file>', 'a .onescreen file')
    .requiredOption('--at <tick or time>', 'the last moment that both share: a tick, or a time such as 09:30:00')
    .addOption(new Option('--policy <name>', 'another dispatch policy from there on').choices([...policyNames]))
    .option('--without <seq...>', 'leave these commands out, by their number in the log')
    .option('--nobody', 'nobody acts from there on')
    .option('--sooner <minutes>', 'everybody acts so much sooner', number('--sooner', -24 * 60, 24 * 60, false))
    .option('--move <seq:tick...>', 'give these commands at another tick')
    .option('--burst <type:count:area:minutes...>', 'so many more of a case type, e.g. EV16:40:310118106:30')
    .option('--effect <indicator:area:size:minutes...>', 'an indicator moves, e.g. tti-surface:310104:x1.8:30')
    .option('--lose <unit:minutes...>', 'a unit is out of service')
    .requiredOption('--out <file>', 'the recording to write')
    .action(async (file: string, options) => {
      const { branchToFile } = await import('./branchCommand.ts');
      print(JSON.stringify(await branchToFile(file, options)));
    });
}

function addTrial(program: Command, print: (text: string) => void): void {
  const collect = (policy: string, given: readonly string[] | undefined): string[] => {
    if (!policyNames.includes(policy)) throw new InvalidArgumentError(`A policy is one of ${policyNames.join(', ')}.`);
    return [...new Set([...(given ?? []), policy])];
  };
  program
    .command('trial')
    .description('run seeds of a scenario under several dispatch policies and compare them, with confidence intervals')
    .option('--scenario <name>', 'a scenario of the library, or the path of a .yaml file', 'cloudburst')
    .option('--seeds <list>', 'for example 1..10 or 3,5,8', '1..10')
    .option('--policy <name>', `one of ${policyNames.join(', ')}; once for each, the first is compared with`, collect)
    .option(
      '--hours <number>',
      'simulated hours; default: the whole scenario',
      number('the length', 1 / 60, MOST_HOURS, false),
    )
    .option(
      '--density <number>',
      'how many twentieths of the city’s cases happen',
      number('the density', DENSITY.least, DENSITY.most, true),
      1,
    )
    .option('--out <file>', 'where the figures go, as JSON', 'trial.json')
    .action(async ({ seeds, policy, out, ...options }) => {
      const { readSeeds, trial } = await import('./trialCommand.ts');
      print(await trial({ ...options, seeds: readSeeds(seeds), policies: policy ?? policyNames }, out));
    });
}

function addLists(program: Command, print: (text: string) => void): void {
  program
    .command('scenarios')
    .description('list the scenarios')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const { scenarioSummaries, scenarioTable } = await import('./lists.ts');
      const summaries = scenarioSummaries();
      print(options.json === true ? JSON.stringify(summaries, null, 2) : scenarioTable(summaries));
    });
  program
    .command('catalogue')
    .description('print the vital signs, agencies, applications and case types as JSON')
    .action(async () => {
      const { catalogue } = await import('./lists.ts');
      print(JSON.stringify(catalogue(), null, 2));
    });
}

function addExport(program: Command, stdout: Writable): void {
  program
    .command('export')
    .description('write a recording’s log for other programs')
    .argument('<file>', 'a .onescreen file')
    .addOption(new Option('--format <name>', 'the form').choices(['jsonl']).default('jsonl'))
    .option('--out <file>', 'where to; default: stdout')
    .action(async (file: string, options: { out?: string }) => {
      const { exportRecording } = await import('./exportCommand.ts');
      await exportRecording(file, options.out ?? stdout);
    });
}

function addBundle(program: Command, print: (text: string) => void): void {
  program
    .command('bundle')
    .description('make a folder with the screen and a recording in it, which plays without a server')
    .argument('<file>', 'a .onescreen file')
    .requiredOption('--out <folder>', 'the folder to write, e.g. demo')
    .option('--force', 'write into a folder that is not empty', false)
    .action(async (file: string, options: { out: string; force: boolean }) => {
      const { bundleRecording, howToOpen } = await import('./bundleCommand.ts');
      const bundle = await bundleRecording(file, options);
      print(howToOpen(bundle));
      print(JSON.stringify(bundle));
    });
}

function addPeople(program: Command, print: (text: string) => void): void {
  const people = program.command('people').description('who may sign in by token: a file in the data folder');
  const data = () =>
    new Option('--data <folder>', 'the data folder of the server').default(path.join(projectRoot, '.data'), '.data');
  people
    .command('add')
    .description('add a person, and print their token once')
    .requiredOption('--name <name>', '1 to 40 letters, digits, dots, underscores or dashes')
    .requiredOption('--role <role>', `one of ${roles.map(({ id }) => id).join(', ')}`)
    .requiredOption('--area <code>', 'code of the city (310000), a district (310107) or a street (310107022)')
    .option('--url <address>', 'where the screen is, for the link', 'http://127.0.0.1:7318')
    .addOption(data())
    .action(async ({ data: folder, url, ...person }) => {
      const { addPerson } = await import('./peopleCommand.ts');
      print(addPerson(folder, person, url));
    });
  people
    .command('list')
    .description('list the people')
    .addOption(data())
    .action(async ({ data: folder }: { data: string }) => {
      const { listPeople } = await import('./peopleCommand.ts');
      print(listPeople(folder));
    });
  people
    .command('remove')
    .description('take a person out; their sessions end at once')
    .requiredOption('--name <name>', 'as it was added')
    .addOption(data())
    .action(async ({ data: folder, name }: { data: string; name: string }) => {
      const { removePerson } = await import('./peopleCommand.ts');
      print(removePerson(folder, name));
    });
}
