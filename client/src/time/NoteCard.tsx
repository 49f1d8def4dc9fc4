// The bookmarks of the run as a small list over the time bar: go to one, write one at this second, change the words, take one away.
import type { RunNote } from '@onescreen/shared/recordings';
import type { FormEvent, JSX } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useHasServer } from '../backend/useHasServer.ts';
import { formatClock } from '../i18n/format.ts';
import { useLateText } from '../i18n/lateText.ts';
import type { Named } from '../i18n/text.ts';
import { useDeedRefusal } from '../people/permission.ts';
import { moveTime, setTime, useRun, useTime } from '../store/index.ts';
import type { NoteResult } from '../store/notes.ts';
import { addNote, removeNote, renameNote, useNotes } from '../store/notes.ts';

const MOST_LETTERS = 200;

export function NoteCard(): JSX.Element {
  const { t } = useLateText('timeline');
  const card = useRef<HTMLDivElement>(null);
  const count = useNotes((state) => state.notes.length);
  const isNoting = useTime((time) => time.isNoting);
  useEffect(() => {
    if (isNoting) card.current?.showPopover();
  }, [isNoting]);
  return (
    <>
      <button
        type="button"
        className="button"
        popoverTarget="note-card"
        aria-label={count > 0 ? `${t('notes')} ${count}` : t('notes')}
        title={`${t('notes')} M`}
        data-testid="notes"
      >
        <svg width="10" height="14" viewBox="0 0 10 14" aria-hidden="true">
          <path d="M0 0h10v14l-5-4-5 4z" fill="currentColor" />
        </svg>
        {count > 0 && <span>{count}</span>}
      </button>
      <div
        ref={card}
        id="note-card"
        className="note-card"
        popover="auto"
        onToggle={({ newState }) => setTime({ isNoting: newState === 'open' })}
        data-testid="note-card"
      >
        {isNoting && <NoteList />}
      </div>
    </>
  );
}

function NoteList(): JSX.Element {
  const { t, name } = useLateText('timeline');
  const notes = useNotes((state) => state.notes);
  const [trouble, setTrouble] = useState<Named | null>(null);
  const refusal = useDeedRefusal('annotate', null);
  const hasServer = useHasServer();
  async function make(change: Promise<NoteResult>): Promise<boolean> {
    const result = await change;
    setTrouble(
      result.ok ? null : (result.words ?? { zh: '没有保存，请稍后再试。', en: 'Not saved. Try again in a moment.' }),
    );
    return result.ok;
  }
  return (
    <>
      <h2>{t('notes')}</h2>
      <NewNote make={make} />
      {refusal !== null && <p className="note-words">{name(refusal)}</p>}
      {trouble !== null && (
        <p className="note-words field-error" role="alert">
          {name(trouble)}
        </p>
      )}
      {!hasServer && <p className="note-words">{t('notesHere')}</p>}
      {notes.length === 0 && <p className="note-words">{t('noNotes')}</p>}
      <ol>
        {notes.map((note) => (
          <NoteRow key={note.id} note={note} make={make} />
        ))}
      </ol>
    </>
  );
}

type Make = (change: Promise<NoteResult>) => Promise<boolean>;

function NewNote({ make }: { make: Make }): JSX.Element {
  const { t } = useLateText('timeline');
  const run = useRun((state) => state.info?.run ?? null);
  const epochMs = useRun((state) => state.info?.epochMs ?? 0);
  const now = useRun((state) => state.tick);
  /** The second at which somebody began to write: the run may go on meanwhile. */
  const [tick, setTick] = useState(now);
  const [text, setText] = useState('');
  async function add(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (run === null || text.trim() === '') return;
    if (await make(addNote(run, tick, text.trim()))) setText('');
  }
  return (
    <form className="note-new" onSubmit={(event) => void add(event)}>
      <time>{formatClock(epochMs, text === '' ? now : tick)}</time>
      <input
        value={text}
        maxLength={MOST_LETTERS}
        placeholder={t('noteHint')}
        aria-label={t('noteHint')}
        onChange={({ target }) => {
          if (text === '') setTick(now);
          setText(target.value);
        }}
        data-testid="note-text"
      />
      <button type="submit" className="button is-primary" disabled={text.trim() === ''} data-testid="note-add">
        {t('addNote')}
      </button>
    </form>
  );
}

function NoteRow({ note, make }: { note: RunNote; make: Make }): JSX.Element {
  const { t } = useLateText('timeline');
  const run = useRun((state) => state.info?.run ?? '');
  const epochMs = useRun((state) => state.info?.epochMs ?? 0);
  const [draft, setDraft] = useState<string | null>(null);
  async function rename(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (draft === null || draft.trim() === '') return;
    if (await make(renameNote(run, note.id, draft.trim()))) setDraft(null);
  }
  if (draft !== null) {
    return (
      <li>
        <form className="note-new" onSubmit={(event) => void rename(event)}>
          <time>{formatClock(epochMs, note.tick)}</time>
          <input
            value={draft}
            maxLength={MOST_LETTERS}
            aria-label={t('rename')}
            onChange={({ target }) => setDraft(target.value)}
          />
          <button type="submit" className="button is-primary">
            {t('save')}
          </button>
          <button type="button" className="button" onClick={() => setDraft(null)}>
            {t('cancel')}
          </button>
        </form>
      </li>
    );
  }
  return (
    <li className="note-row">
      <button
        type="button"
        className="note-go"
        onClick={() => moveTime({ kind: 'seek', tick: note.tick })}
        data-testid="note-go"
      >
        <time>{formatClock(epochMs, note.tick)}</time>
        <span>{note.text}</span>
        {note.author !== '' && <small>{note.author}</small>}
      </button>
      <button type="button" className="button" onClick={() => setDraft(note.text)} data-testid="note-rename">
        {t('rename')}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => void make(removeNote(run, note.id))}
        data-testid="note-remove"
      >
        {t('remove')}
      </button>
    </li>
  );
}
