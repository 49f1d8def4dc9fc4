// What this program calls itself in the files that it writes.
import { createRequire } from 'node:module';

const { name, version } = createRequire(import.meta.url)('../../package.json') as { name: string; version: string };
export const VERSION: string = version;
export const PROGRAM = `${name} ${version}`;
