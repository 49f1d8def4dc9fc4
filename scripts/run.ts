// Runs a program of this project as a child and waits for it. Paths are resolved from the project's root.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The executable of an installed package, e.g. `binOf('vitest')`. Works on every platform, unlike `.bin` shell scripts. */
export function binOf(packageName: string, bin = packageName, from = projectRoot): string {
  const manifestPath = manifestOf(packageName, from);
  const manifest = createRequire(manifestPath)(manifestPath) as { bin: string | Record<string, string> };
  const relative = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin[bin];
  if (relative === undefined) throw new Error(`${packageName} has no program ${bin}`);
  return path.join(path.dirname(manifestPath), relative);
}

const manifestOf = (packageName: string, from: string): string =>
  path.join(from, 'node_modules', packageName, 'package.json');

/** Exit code of `node program …args`, with this terminal's input and output, and these variables beside its own. A signal counts as 1. */
export function runNode(
  program: string,
  args: readonly string[],
  cwd = projectRoot,
  environment: Readonly<Record<string, string>> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...environment };
    const child = spawn(process.execPath, [program, ...args], { cwd, env, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
