// The name of a run, changed in place.
import type { JSX, KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { tell } from '../../backend/tell.ts';
import { useLateText } from '../../i18n/lateText.ts';
import { useDeedRefusal } from '../../people/permission.ts';
import { useNotice } from '../../store/index.ts';
import { runPath } from './runPaths.ts';
import type { RunRow } from './runRows.ts';
import { titleOf } from './runRows.ts';

const LONGEST_NAME = 80;

export function RunName({ run, onChanged }: { run: RunRow; onChanged: () => void }): JSX.Element {
  const { t, name } = useLateText('runs');
  const refusal = useDeedRefusal('curate', null);
  const [isChanging, setChanging] = useState(false);
  const title = titleOf(run, name);
  if (isChanging) return <NameField run={run} onEnd={() => setChanging(false)} onChanged={onChanged} />;
  if (refusal !== null || run.isHere)
    return (
      <b className="run-name" title={run.run}>
        {title}
      </b>
    );
  return (
    <button
      type="button"
      className="run-name"
      title={`${t('row.renameHint')} · ${run.run}`}
      onClick={() => setChanging(true)}
      data-testid="run-name"
    >
      <b>{title}</b>
    </button>
  );
}

interface NameFieldProps {
  run: RunRow;
  onEnd: () => void;
  onChanged: () => void;
}

/** Enter or leaving the field takes the name, Escape leaves it as it was. */
function NameField({ run, onEnd, onChanged }: NameFieldProps): JSX.Element {
  const { t, name } = useLateText('runs');
  const [text, setText] = useState(run.name ?? '');
  const field = useRef<HTMLInputElement>(null);
  const ended = useRef(false);
  useEffect(() => field.current?.select(), []);

  async function end(isTaken: boolean): Promise<void> {
    if (ended.current) return;
    ended.current = true;
    const wanted = text.trim() === '' ? null : text.trim();
    if (isTaken && wanted !== run.name) {
      const told = await tell('PATCH', runPath(run.run), { name: wanted });
      useNotice.setState({ notice: told.ok ? null : told.why });
      if (told.ok) onChanged();
    }
    onEnd();
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    void end(event.key === 'Enter');
  };
  return (
    <input
      ref={field}
      className="run-name-field"
      value={text}
      maxLength={LONGEST_NAME}
      placeholder={name(run)}
      aria-label={t('row.renameLabel', { name: titleOf(run, name) })}
      title={t('row.renameEmpty')}
      onChange={({ target }) => setText(target.value)}
      onKeyDown={onKey}
      onBlur={() => void end(true)}
      data-testid="run-name-field"
    />
  );
}
