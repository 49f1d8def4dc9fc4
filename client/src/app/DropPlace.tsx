// A recording dropped anywhere on the page is played; while one is held over it, the page says so. Boards may take files for themselves.
import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/text.ts';
import { withPart } from './late.ts';

/** Carried by places that do something else with a file. */
const TAKES_FILES = '[data-takes-files]';

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') ?? false;
const isTakenElsewhere = ({ target }: Event): boolean =>
  target instanceof Element && target.closest(TAKES_FILES) !== null;

export function DropPlace(): JSX.Element | null {
  const { t } = useText();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      setOver(!isTakenElsewhere(event));
      if (!isTakenElsewhere(event)) event.preventDefault();
    };
    // Going out of one part of the page into another is no leaving.
    const leave = ({ relatedTarget }: DragEvent): void => {
      if (relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file === undefined || isTakenElsewhere(event)) return;
      event.preventDefault();
      void withPart(
        () => import('../backend/openFile.ts'),
        ({ openChosenFile }) => openChosenFile(file),
      );
    };
    window.addEventListener('dragover', over, true);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop, true);
    return () => {
      window.removeEventListener('dragover', over, true);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop, true);
    };
  }, []);
  if (!isOver) return null;
  return (
    <div className="drop-place" role="status" data-testid="drop-place">
      <strong>{t('app.drop')}</strong>
      <span>{t('app.dropHint')}</span>
    </div>
  );
}
