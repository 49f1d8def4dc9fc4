// The `onescreen` command: runs, verifies, lists and exports without a server. See headless/commandLine.ts.
import { runCommandLine } from './headless/commandLine.ts';

// A reader that has seen enough, such as `head`, is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

process.exitCode = await runCommandLine(process.argv.slice(2), process);
