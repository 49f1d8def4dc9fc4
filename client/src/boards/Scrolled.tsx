// A table or list of a board that scrolls by itself. It takes the focus, so that the arrow keys scroll it too (WCAG 2.1.1).
import type { JSX, ReactNode, Ref } from 'react';

export const Scrolled = ({ place, children }: { place?: Ref<HTMLDivElement>; children: ReactNode }): JSX.Element => (
  <div className="board-scroll" tabIndex={0} ref={place}>
    {children}
  </div>
);
