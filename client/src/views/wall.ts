// A wall of several windows that show one big screen between them: which part is whose, with the gap that the frames of the displays hide.

export interface WallShape {
  columns: number;
  rows: number;
  /** Between two displays, CSS pixels that nobody sees: what lies there is left out, so that lines go straight on. */
  bezel: number;
}
/** A window's own part: counted from the top left, from 0. */
export interface Tile extends WallShape {
  column: number;
  row: number;
}
export interface Size {
  width: number;
  height: number;
}

const MOST_ACROSS = 8;
const MOST_BEZEL = 200;
export const USUAL_WALL: WallShape = { columns: 2, rows: 1, bezel: 24 };

const whole = (text: string | undefined, least: number, most: number): number | null =>
  text !== undefined && /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : null;

/** The wall that a query names (`wall=2x1&bezel=24`); null where it names none. */
export function wallOf(search: string): WallShape | null {
  const query = new URLSearchParams(search);
  const [columns, rows] = (query.get('wall') ?? '').split('x').map((one) => whole(one, 1, MOST_ACROSS));
  if (columns == null || rows == null) return null;
  return { columns, rows, bezel: whole(query.get('bezel') ?? '0', 0, MOST_BEZEL) ?? 0 };
}

/** The part that a query names (`tile=1,0`); null for a window that is none of the wall's. */
export function tileOf(search: string): Tile | null {
  const wall = wallOf(search);
  const [column, row] = (new URLSearchParams(search).get('tile') ?? '').split(',');
  if (wall === null) return null;
  const at = { column: whole(column, 0, wall.columns - 1), row: whole(row, 0, wall.rows - 1) };
  return at.column === null || at.row === null ? null : { ...wall, column: at.column, row: at.row };
}

/** The big screen, when each window is as large as this one. */
export const wholeSize = (wall: WallShape, tile: Size): Size => ({
  width: wall.columns * tile.width + (wall.columns - 1) * wall.bezel,
  height: wall.rows * tile.height + (wall.rows - 1) * wall.bezel,
});

/** Where the window's part begins on the big screen. */
export const offsetOf = (tile: Tile, size: Size): { x: number; y: number } => ({
  x: tile.column * (size.width + tile.bezel),
  y: tile.row * (size.height + tile.bezel),
});

/** The query of a window: what is shown, and its place; without a place: of the one that steers. */
export function addressOfWall(shown: string, wall: WallShape, at: { column: number; row: number } | null): string {
  const query = new URLSearchParams(shown);
  query.set('wall', `${wall.columns}x${wall.rows}`);
  query.set('bezel', String(wall.bezel));
  if (at === null) query.delete('tile');
  else query.set('tile', `${at.column},${at.row}`);
  return `?${query.toString()}`;
}
