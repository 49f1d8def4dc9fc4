// A table or list of a board that scrolls by itself. It takes the focus, so that the arrow keys scroll it too
// (WCAG 2.1.1).
import type { JSX, ReactNode, Ref } from 'react';

interface ScrolledProps {
  /** What is in it, for those who hear the page. */
  label: string;
  place?: Ref<HTMLElement>;
  children: ReactNode;
}

export const Scrolled = ({ label, place, children }: ScrolledProps): JSX.Element => (
  <section className="board-scroll" aria-label={label} tabIndex={0} ref={place}>
    {children}
  </section>
);
