// Comma-separated values as spreadsheets read them without asking (RFC 4180, but with plain line ends).

export type Cell = string | number | null;

/** The mark that makes a spreadsheet take a file as UTF-8. */
const UTF8_MARK = '\uFEFF';
/** A text that begins so is taken for a formula: an apostrophe makes it text again. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as UTF-8 text; a cell that looks like a formula is made plain text. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  UTF8_MARK + rows.map((row) => `${row.map(cellText).join(',')}\n`).join('');
