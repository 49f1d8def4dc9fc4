// What fails alone: an error inside is caught and said, everything else on the screen goes on, and it can be tried again.
import type { JSX, ReactNode } from 'react';
import { Component, Suspense } from 'react';
import { useText } from '../i18n/text.ts';
import { useNotice } from '../store/index.ts';
import { PART_MISSING, tryAgain, whenTriedAgain } from './late.ts';

interface FailsAloneProps {
  children: ReactNode;
  /** Stands there instead, and says so. */
  fallback?: ReactNode;
}

export function FailsAlone({ children, fallback = <Failed /> }: FailsAloneProps): JSX.Element {
  return <Catch fallback={fallback}>{children}</Catch>;
}

interface ComesLateProps {
  children: ReactNode;
  /** Keeps the place meanwhile. */
  waiting?: ReactNode;
}

/** What comes late and has no place to say that it did not come: the foot of the screen says so. */
export function ComesLate({ children, waiting = null }: ComesLateProps): JSX.Element {
  const tell = (): void => useNotice.setState({ notice: { ...PART_MISSING, again: tryAgain } });
  return (
    <Catch fallback={waiting} onCaught={tell}>
      <Suspense fallback={waiting}>{children}</Suspense>
    </Catch>
  );
}

class Catch extends Component<{ children: ReactNode; fallback: ReactNode; onCaught?: () => void }> {
  override state = { failed: false };
  private forget = (): void => undefined;

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override componentDidCatch(): void {
    this.forget = whenTriedAgain(() => this.setState({ failed: false }));
    this.props.onCaught?.();
  }
  override componentWillUnmount(): void {
    this.forget();
  }
  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}

function Failed(): JSX.Element {
  const { t } = useText();
  return (
    <div className="panel-failed" role="alert" data-testid="panel-failed">
      <p>{t('app.panelFailed')}</p>
      <Retry />
    </div>
  );
}

export function Retry(): JSX.Element {
  const { t } = useText();
  return (
    <button type="button" className="button" onClick={tryAgain} data-testid="retry">
      {t('app.retry')}
    </button>
  );
}
