// What stays true for a while and concerns the whole screen: a line of its own under the header, which covers nothing.
import type { JSX, ReactNode } from 'react';
import './notices.css';

interface BannerProps {
  tone: 'blue' | 'yellow' | 'orange';
  testId: string;
  /** Said at once to those who hear the page. */
  isUrgent?: boolean;
  words: string;
  hint?: string;
  /** What can be done about it. */
  children?: ReactNode;
}

export function Banner({ tone, testId, isUrgent = false, words, hint, children }: BannerProps): JSX.Element {
  return (
    <div
      className={`banner tone-${tone} ${hint === undefined && children === undefined ? '' : 'has-more'}`}
      role={isUrgent ? 'alert' : 'status'}
      data-testid={testId}
    >
      <strong>{words}</strong>
      {hint !== undefined && <span>{hint}</span>}
      {children}
    </div>
  );
}
