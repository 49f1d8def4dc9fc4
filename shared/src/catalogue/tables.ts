// Reads the catalogue's tables: rows of cells between bars. A wrong cell fails at load, with the row's name.

/** Cells of each row by the heading (`[name]`) above it; blank lines and remarks (`#`) are left out. */
export function readTable(text: string, cellCount: number): { heading: string; cells: string[] }[] {
  const rows: { heading: string; cells: string[] }[] = [];
  let heading = '';
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    if (line.startsWith('[')) {
      heading = line.slice(1, -1);
      continue;
    }
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length !== cellCount) throw new RangeError(`${cells[0]}: ${cells.length} cells, not ${cellCount}`);
    rows.push({ heading, cells });
  }
  return rows;
}

/** The first word of a cell and what follows it. */
export function firstWord(cell: string): [word: string, rest: string] {
  const space = cell.indexOf(' ');
  return space < 0 ? [cell, ''] : [cell.slice(0, space), cell.slice(space + 1).trim()];
}

export const words = (cell: string): string[] => cell.split(/\s+/).filter((word) => word !== '');

/** Throws RangeError when the text is not one of the choices. */
export function oneOf<T extends string>(choices: readonly T[], text: string | undefined, row: string): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new RangeError(`${row}: ${text} is none of ${choices.join(', ')}`);
  return found;
}

/** Throws RangeError when the text is no finite number. */
export function numberOf(text: string | undefined, row: string): number {
  const digits = text?.trim() ?? '';
  const value = Number(digits);
  if (digits === '' || !Number.isFinite(value)) throw new RangeError(`${row}: ${digits} is no number`);
  return value;
}
