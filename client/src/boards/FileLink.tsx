// A file to take away: a link where a server has it, a button that makes it where the run is a recording in this page.
import type { JSX, ReactNode } from 'react';
import { download } from '../backend/download.ts';
import { useOpened } from '../backend/opened.ts';
import { useNotice } from '../store/index.ts';

interface FileLinkProps {
  run: string;
  path: string;
  title: string;
  className?: string;
  testId: string;
  children: ReactNode;
}

export function FileLink({ run, path, title, className = '', testId, children }: FileLinkProps): JSX.Element {
  const isHere = useOpened(({ places }) => places[run] !== undefined);
  if (!isHere)
    return (
      <a className={`button ${className}`} href={path} download title={title} data-testid={testId}>
        {children}
      </a>
    );
  return (
    <button
      type="button"
      className={`button ${className}`}
      title={title}
      onClick={() => void download(path, document).then((notice) => useNotice.setState({ notice }))}
      data-testid={testId}
    >
      {children}
    </button>
  );
}
