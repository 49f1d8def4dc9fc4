// A recording on its way into the server: chosen or dropped, how far it is, and what came of it.
import type { DragEvent, JSX, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Words } from '../../backend/tell.ts';
import type { Upload } from '../../backend/upload.ts';
import { upload } from '../../backend/upload.ts';
import { useHasServer } from '../../backend/useHasServer.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useDeedRefusal } from '../../people/permission.ts';
import { FileButton } from './FileButton.tsx';

const IMPORT = 'api/runs/file';

type ImportState =
  | { state: 'idle' }
  | { state: 'sending'; name: string; share: number }
  | { state: 'done'; name: string }
  | { state: 'failed'; name: string; why: Words };

export interface Importing {
  now: ImportState;
  /** Why nothing can be imported; null when it can. */
  refusal: Words | null;
  start(file: File): void;
  cancel(): void;
}

/** `onDone` is called after a recording was taken. */
export function useImporting(onDone: () => void): Importing {
  const { t } = useLateText('runs');
  const hasServer = useHasServer();
  const notAllowed = useDeedRefusal('curate', null);
  const [now, setNow] = useState<ImportState>({ state: 'idle' });
  const running = useRef<Upload | null>(null);
  useEffect(() => () => running.current?.cancel(), []);
  const noServer: Words = { zh: t('row.onServer'), en: t('row.onServer') };

  function start(file: File): void {
    running.current?.cancel();
    const sent = upload(IMPORT, file, (share) => setNow({ state: 'sending', name: file.name, share }));
    running.current = sent;
    setNow({ state: 'sending', name: file.name, share: 0 });
    void sent.done.then((told) => {
      if (running.current !== sent) return;
      running.current = null;
      setNow(told.ok ? { state: 'done', name: file.name } : { state: 'failed', name: file.name, why: told.why });
      if (told.ok) onDone();
    });
  }
  return {
    now,
    refusal: hasServer ? notAllowed : noServer,
    start,
    cancel() {
      running.current?.cancel();
    },
  };
}

export function ImportButton({ importing }: { importing: Importing }): JSX.Element {
  const { t, name } = useLateText('runs');
  const { refusal, start, now } = importing;
  return (
    <FileButton
      word={t('list.import')}
      hint={refusal === null ? t('list.importHint') : name(refusal)}
      disabled={refusal !== null || now.state === 'sending'}
      onFile={start}
      testId="runs-import"
    />
  );
}

/** The board as a place where a file may be dropped; elsewhere on the page a dropped file is only played. */
export function ImportPlace({ importing, children }: { importing: Importing; children: ReactNode }): JSX.Element {
  const { t } = useLateText('runs');
  const [isOver, setOver] = useState(false);
  const takes = importing.refusal === null;
  const onDrag = (event: DragEvent): void => {
    if (!takes || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const onDrop = (event: DragEvent): void => {
    const [file] = event.dataTransfer.files;
    setOver(false);
    if (!takes || file === undefined) return;
    event.preventDefault();
    importing.start(file);
  };
  return (
    <section
      className="runs-board"
      aria-label={t('list.title')}
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={onDrop}
      data-takes-files={takes ? '' : undefined}
      data-testid="runs-place"
    >
      <ImportState importing={importing} />
      {children}
      {isOver && (
        <p className="runs-drop" data-testid="runs-drop">
          {t('importing.drop')}
        </p>
      )}
    </section>
  );
}

function ImportState({ importing: { now, cancel } }: { importing: Importing }): JSX.Element | null {
  const { t, name } = useLateText('runs');
  switch (now.state) {
    case 'idle':
      return null;
    case 'sending':
      return (
        <div className="runs-importing" role="status" data-testid="import-state" data-state="sending">
          <progress max={1} value={now.share === 1 ? undefined : now.share} />
          <span>
            {now.share === 1
              ? t('importing.checking', { name: now.name })
              : t('importing.sending', { name: now.name, percent: `${Math.floor(now.share * 100)}%` })}
          </span>
          <button type="button" className="button" onClick={cancel}>
            {t('importing.cancel')}
          </button>
        </div>
      );
    case 'done':
      return (
        <p className="runs-importing" role="status" data-testid="import-state" data-state="done">
          {t('importing.done', { name: now.name })}
        </p>
      );
    case 'failed':
      return (
        <p className="runs-importing tone-red" role="alert" data-testid="import-state" data-state="failed">
          {t('importing.failed', { name: now.name, why: name(now.why) })}
        </p>
      );
  }
}
