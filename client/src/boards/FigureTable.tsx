// A table of named things and their numbers; a sentence where there are none.
import type { JSX } from 'react';

interface FigureTableProps {
  /** For those who hear the page, where no heading above says it. */
  caption?: string;
  /** What the name is, then what each number is. */
  columns: readonly [string, ...string[]];
  /** Said without rows. */
  none: string;
  testId?: string;
  children: readonly JSX.Element[];
}

export function FigureTable({ caption, columns, none, testId, children }: FigureTableProps): JSX.Element {
  const [name, ...numbers] = columns;
  if (children.length === 0) return <p className="board-note">{none}</p>;
  return (
    <table className="board-table" data-testid={testId}>
      {caption !== undefined && <caption className="visually-hidden">{caption}</caption>}
      <thead>
        <tr>
          <th scope="col">{name}</th>
          {numbers.map((number) => (
            <th key={number} scope="col" className="is-number">
              {number}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
