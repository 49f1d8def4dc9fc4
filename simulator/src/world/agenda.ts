// What will happen, soonest first: a binary heap kept as plain data, so that a world can be stored and brought back.

/** Anything that waits for its tick. `rank` breaks ties by the order in which it was noted. */
export interface Waiting {
  tick: number;
  rank: number;
}

export interface Agenda<Item> {
  /** A binary heap by (tick, rank). */
  heap: (Item & Waiting)[];
  nextRank: number;
}

export const createAgenda = <Item>(): Agenda<Item> => ({ heap: [], nextRank: 0 });

const before = (a: Waiting, b: Waiting): boolean => a.tick < b.tick || (a.tick === b.tick && a.rank < b.rank);

/** Notes an item for a tick. Items of one tick come out in the order in which they were noted. */
export function note<Item>(agenda: Agenda<Item>, tick: number, item: Item): void {
  const { heap } = agenda;
  const entry: Item & Waiting = { ...item, tick, rank: agenda.nextRank++ };
  let at = heap.length;
  heap.push(entry);
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (!before(entry, heap[above]!)) break;
    heap[at] = heap[above]!;
    at = above;
  }
  heap[at] = entry;
}

/** Takes the first item that is due at `tick` or earlier; undefined when there is none. */
export function takeDue<Item>(agenda: Agenda<Item>, tick: number): (Item & Waiting) | undefined {
  const { heap } = agenda;
  const first = heap[0];
  if (first === undefined || first.tick > tick) return undefined;
  const last = heap.pop()!;
  if (heap.length > 0) sink(heap, last);
  return first;
}

function sink<Item>(heap: (Item & Waiting)[], entry: Item & Waiting): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && before(heap[below + 1]!, heap[below]!)) below++;
    if (!before(heap[below]!, entry)) break;
    heap[at] = heap[below]!;
    at = below;
  }
  heap[at] = entry;
}
