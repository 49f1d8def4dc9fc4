// The saved views: save what is shown, open, rename, order, delete and bring back; and the tour and the kiosk that go through them.

import { areas } from '@onescreen/shared/geography';
import type { FormEvent, JSX } from 'react';
import { useState } from 'react';
import { useLateText } from '../i18n/lateText.ts';
import { addressNow } from '../store/address.ts';
import { openAddress, setUi, useSelection } from '../store/index.ts';
import { Dialog } from '../time/Dialog.tsx';
import { enterKiosk } from './kiosk.ts';
import type { SavedView } from './savedViews.ts';
import { deleteView, moveView, renameView, saveView, undoDelete, useViews } from './savedViews.ts';
import { setDwell, startTour, useTour } from './tour.ts';

const close = (): void => setUi({ dialog: 'none' });

export function ViewsDialog(): JSX.Element {
  const { t } = useLateText('finding');
  const { views, deleted } = useViews();
  return (
    <Dialog title={t('views.title')} testId="views-dialog" className="views-dialog">
      <SaveForm />
      {views.length === 0 && <p className="views-none">{t('views.none')}</p>}
      <ol className="views-list">
        {views.map((view, at) => (
          <ViewRow key={view.id} view={view} isFirst={at === 0} isLast={at === views.length - 1} />
        ))}
      </ol>
      {deleted !== null && (
        <p className="views-deleted" role="status">
          <span>{t('views.deleted', { name: deleted.view.name })}</span>
          <button type="button" className="button" onClick={undoDelete} data-testid="view-undo">
            {t('views.undo')}
          </button>
        </p>
      )}
      <TourForm />
    </Dialog>
  );
}

/** The name offered is that of the area that is shown. */
function SaveForm(): JSX.Element {
  const { t, name } = useLateText('finding');
  const area = useSelection((selection) => selection.area);
  const [text, setText] = useState(name(areas[area]!));
  // What the dialog itself changes is not part of the view.
  const [address] = useState(addressNow);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (saveView(text, address) !== null) setText('');
  };
  return (
    <form className="views-save" onSubmit={save}>
      <label>
        <span>{t('views.saveAs')}</span>
        <input value={text} maxLength={60} onChange={({ target }) => setText(target.value)} data-testid="view-name" />
      </label>
      <button type="submit" className="button is-primary" disabled={text.trim() === ''} data-testid="view-save">
        {t('views.save')}
      </button>
    </form>
  );
}

function ViewRow({ view, isFirst, isLast }: { view: SavedView; isFirst: boolean; isLast: boolean }): JSX.Element {
  const { t } = useLateText('finding');
  const [renamed, setRenamed] = useState<string | null>(null);
  const finish = (): void => {
    if (renamed !== null) renameView(view.id, renamed);
    setRenamed(null);
  };
  const open = (): void => {
    close();
    openAddress(view.address);
  };
  return (
    <li className="view-row" data-testid="view-row">
      {renamed === null ? (
        <button type="button" className="view-open" onClick={open} data-testid="view-open">
          <b>{view.name}</b>
          <small>{isAtSecond(view) ? t('views.ofSecond') : t('views.ofLive')}</small>
        </button>
      ) : (
        <input
          className="view-rename"
          value={renamed}
          maxLength={60}
          aria-label={t('views.rename')}
          ref={(field) => field?.focus()}
          onChange={({ target }) => setRenamed(target.value)}
          onBlur={finish}
          onKeyDown={({ key }) => key === 'Enter' && finish()}
          data-testid="view-rename-field"
        />
      )}
      <button
        type="button"
        className="button"
        disabled={isFirst}
        onClick={() => moveView(view.id, -1)}
        aria-label={t('views.up')}
        title={t('views.up')}
      >
        ↑
      </button>
      <button
        type="button"
        className="button"
        disabled={isLast}
        onClick={() => moveView(view.id, 1)}
        aria-label={t('views.down')}
        title={t('views.down')}
      >
        ↓
      </button>
      <button type="button" className="button" onClick={() => setRenamed(view.name)} data-testid="view-rename">
        {t('views.rename')}
      </button>
      <button type="button" className="button" onClick={() => deleteView(view.id)} data-testid="view-delete">
        {t('views.delete')}
      </button>
    </li>
  );
}

const isAtSecond = ({ address }: SavedView): boolean => new URLSearchParams(address).has('run');

function TourForm(): JSX.Element {
  const { t } = useLateText('finding');
  const dwellSeconds = useTour((tour) => tour.dwellSeconds);
  return (
    <footer className="views-tour">
      <label>
        <span>{t('views.dwell')}</span>
        <input
          type="number"
          min={3}
          max={600}
          defaultValue={dwellSeconds}
          onChange={({ target }) => setDwell(target.value)}
          data-testid="tour-dwell"
        />
      </label>
      <button
        type="button"
        className="button"
        onClick={() => {
          close();
          startTour();
        }}
        data-testid="tour-start"
      >
        {t('views.startTour')}
      </button>
      <button
        type="button"
        className="button"
        onClick={() => {
          close();
          enterKiosk();
        }}
        title={t('views.kioskHint')}
        data-testid="kiosk-start"
      >
        {t('views.kiosk')}
      </button>
    </footer>
  );
}
