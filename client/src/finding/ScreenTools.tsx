// What can be done with the screen as a whole, in one small menu at the end of the header. Each is a command of the table.
import type { JSX } from 'react';
import type { CommandId } from '../app/keyTable.ts';
import { keyCommands } from '../app/keyTable.ts';
import { useLateText } from '../i18n/lateText.ts';
import { DotsIcon, MenuItem, Popover } from './Popover.tsx';
import './popover.css';

const TOOLS: readonly CommandId[] = [
  'views',
  'tour',
  'kiosk',
  'wall',
  'fullScreen',
  'picture',
  'foldLeft',
  'foldRight',
  'resetLayout',
  'language',
  'look',
  'boards',
  'sheet',
];

export function ScreenTools(): JSX.Element {
  const { t } = useLateText('finding');
  return (
    <Popover label={t('tools.title')} className="button header-tools-button" testId="screen-tools" face={<DotsIcon />}>
      {TOOLS.map((id) => {
        const { label, run } = keyCommands.find((one) => one.id === id)!;
        return (
          <MenuItem key={id} onChoose={() => run('')} keys={label} testId={`tool-${id}`}>
            {t(`command.${id}`)}
          </MenuItem>
        );
      })}
    </Popover>
  );
}
