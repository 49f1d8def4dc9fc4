// What can be done with any region of the screen: fill the screen with it, take it away as a picture or as a table.
import type { JSX } from 'react';
import { toggleMaximised, useMaximised } from '../app/maximise.ts';
import { addText, useLateText } from '../i18n/lateText.ts';
import { en } from '../i18n/words/findingEn.ts';
import { zh } from '../i18n/words/findingZh.ts';
import type { PanelId } from '../store/index.ts';
import { DotsIcon, MenuItem, Popover } from './Popover.tsx';
import { savePicture, saveTable } from './takeAway.ts';
import './popover.css';

addText('finding', { zh, en });

export default function PanelMenu({ region }: { region: PanelId }): JSX.Element {
  const { t } = useLateText('finding');
  const isMaximised = useMaximised() === region;
  return (
    <Popover
      label={t('panel.menu', { panel: t(`panel.${region}`) })}
      className="panel-menu-button"
      testId={`panel-menu-${region}`}
      face={<DotsIcon />}
    >
      <MenuItem onChoose={() => toggleMaximised(region)} keys="X" testId={`maximise-${region}`}>
        {t(isMaximised ? 'panel.restore' : 'panel.maximise')}
      </MenuItem>
      <MenuItem onChoose={() => void savePicture(region)} testId={`png-${region}`}>
        {t('panel.png')}
      </MenuItem>
      <MenuItem onChoose={() => saveTable(region)} testId={`csv-${region}`}>
        {t('panel.csv')}
      </MenuItem>
    </Popover>
  );
}
