// The palette: one field that finds any thing or command of the screen, by name in either language, number, pinyin or initials.
import { Command } from 'cmdk';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { present } from '../i18n/languages.ts';
import { useLateText } from '../i18n/lateText.ts';
import { setUi } from '../store/index.ts';
import { Dialog } from '../time/Dialog.tsx';
import { find, indexed } from './match.ts';
import { keepChosen, recentIds } from './recent.ts';
import type { Kind, Thing } from './things.ts';
import { thingsNow } from './things.ts';

/** More than a screenful of one kind is no finding; of several kinds, each gets its share of the screen. */
const MOST_OF_ONE = 40;
const MOST_OF_EACH = 8;
const MOST_FOUND = 300;

interface Group {
  kind: Kind | 'recent';
  things: readonly Thing[];
}

/** Found things by kind; the kind of the likeliest first, so that the likeliest stays on top. */
export function grouped(found: readonly Thing[]): Group[] {
  const kinds = [...new Set(found.map(({ kind }) => kind))];
  const most = kinds.length === 1 ? MOST_OF_ONE : MOST_OF_EACH;
  return kinds.map((kind) => ({ kind, things: found.filter((one) => one.kind === kind).slice(0, most) }));
}

/** Before anything is typed: what was chosen lately, and what can be done. */
function offered(all: readonly Thing[]): Group[] {
  const recent = recentIds().flatMap((id) => all.find((one) => one.id === id) ?? []);
  const rest = (kind: Kind): Group => ({
    kind,
    things: all.filter((one) => one.kind === kind && !recent.includes(one)),
  });
  const groups: Group[] = [{ kind: 'recent', things: recent }, rest('command'), rest('board')];
  return groups.filter(({ things }) => things.length > 0);
}

export function Palette(): JSX.Element {
  const { t } = useLateText('finding');
  const [text, setText] = useState('');
  const [all] = useState(thingsNow);
  const index = useMemo(() => all.map(indexed), [all]);
  const groups = useMemo(
    () => (text.trim() === '' ? offered(all) : grouped(find(index, text, MOST_FOUND))),
    [all, index, text],
  );
  const count = groups.reduce((sum, { things }) => sum + things.length, 0);
  const choose = (thing: Thing): void => {
    keepChosen(thing.id);
    // First the dialog, so that what is chosen may open another.
    setUi({ dialog: 'none' });
    thing.choose();
  };
  return (
    <Dialog title={t('find.title')} className="palette" testId="palette" isBare>
      <Command label={t('find.title')} shouldFilter={false} loop>
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder={t('find.placeholder')}
          data-testid="palette-input"
          autoFocus
        />
        {count === 0 && (
          <div className="palette-none" role="status">
            <b>{t('find.none', { text: text.trim() })}</b>
            <span>{t('find.noneHint')}</span>
          </div>
        )}
        <Command.List label={t('find.title')}>
          {groups.map(({ kind, things }) => (
            <Command.Group key={kind} heading={t(`kind.${kind}`)}>
              {things.map((one) => (
                <PaletteRow key={one.id} thing={one} onChoose={choose} />
              ))}
            </Command.Group>
          ))}
        </Command.List>
        <footer className="palette-foot">
          <span>{text.trim() === '' ? t('find.hint') : t('find.count', { count })}</span>
          <span className="palette-keys">{t('find.keys')}</span>
        </footer>
      </Command>
    </Dialog>
  );
}

function PaletteRow({ thing, onChoose }: { thing: Thing; onChoose: (thing: Thing) => void }): JSX.Element {
  const { beside } = useLateText('finding').language;
  const other = thing[beside];
  return (
    <Command.Item value={thing.id} onSelect={() => onChoose(thing)} data-testid={`found-${thing.id}`}>
      <span className="palette-name">
        <b>{thing.name}</b>
        {other !== thing.name && <small lang={present[beside].tag}>{other}</small>}
      </span>
      <small className="palette-note">{thing.note}</small>
      {thing.key !== undefined && <kbd>{thing.key}</kbd>}
    </Command.Item>
  );
}
