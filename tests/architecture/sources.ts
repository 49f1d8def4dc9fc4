// The project's own source files and what each imports, for tests about the house.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../scripts/run.ts';

export interface Source {
  /** From the project's root, with forward slashes. */
  file: string;
  text: string;
  /** Text without comments: what the program says, not what is said about it. */
  code: string;
  /** Specifiers of static and dynamic imports and of re-exports. */
  imports: readonly string[];
}

const importPattern = /(?:\bfrom\s+|\bimport\s+|\bimport\()\s*['"]([^'"]+)['"]/g;

function sourcesUnder(folder: string): Source[] {
  return readdirSync(path.join(projectRoot, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/node_modules|dist/.test(entry.parentPath))
    .map((entry) => {
      const full = path.join(entry.parentPath, entry.name);
      const text = readFileSync(full, 'utf8');
      const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
      const imports = [...code.matchAll(importPattern)].map((match) => match[1]!);
      return { file: path.relative(projectRoot, full).split(path.sep).join('/'), text, code, imports };
    });
}

export const packages = ['shared', 'simulator', 'server', 'client'] as const;
export type PackageName = (typeof packages)[number];
export const sourcesOf = (name: PackageName): readonly Source[] => sourcesUnder(`${name}/src`);
export const allSources: readonly Source[] = [
  ...packages.flatMap(sourcesOf),
  ...sourcesUnder('scripts'),
  ...sourcesUnder('tests'),
];
