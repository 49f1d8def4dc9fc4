// stub
import type { JSX } from 'react';

export default function CompareBoard({ run }: { run: string }): JSX.Element {
  return <p>{run}</p>;
}
