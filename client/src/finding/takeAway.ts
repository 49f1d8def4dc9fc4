// Takes a region of the screen, or all of it, away as a picture or a table. What leaves the program says that it is simulated, and of when it is.

import { areas } from '@onescreen/shared/geography';
import { csvOf } from '@onescreen/shared/reports';
import { formatClock, formatDate } from '../i18n/format.ts';
import { sentencesOf } from '../i18n/sentences.ts';
import { spokenLanguage } from '../i18n/spoken.ts';
import type { PanelId } from '../store/index.ts';
import { useNotice, useRun, useSelection } from '../store/index.ts';
import { tableOf } from './tables.ts';

/** A browser may still be reading what it saves. */
const SAVING_MS = 60_000;

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), SAVING_MS);
}

const epochNow = (): number => useRun.getState().info?.epochMs ?? 0;

/** `onescreen-work-310118-2026-05-20-083000` */
function fileName(region: PanelId | null): string {
  const { tick } = useRun.getState();
  const instant = new Date(epochNow() + tick * 1000 + 8 * 3_600_000).toISOString().slice(0, 19);
  const { code } = areas[useSelection.getState().area]!;
  return `onescreen-${region ?? 'screen'}-${code}-${instant.replace('T', '-').replaceAll(':', '')}`;
}

/** Whose numbers these are, of which place and second. */
function noteNow(): string {
  const language = spokenLanguage();
  const { tick } = useRun.getState();
  const time = `${formatDate(epochNow(), tick, language)} ${formatClock(epochNow(), tick)}`;
  const area = language.name(areas[useSelection.getState().area]!);
  return sentencesOf(language, 'finding')('table.note', { area, time });
}

/** What the region shows, as a file of comma-separated values. */
export function saveTable(region: PanelId): void {
  const text = csvOf([...tableOf(region), [], [noteNow()]]);
  save(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${fileName(region)}.csv`);
}

/** The region, or the whole screen for null, as it stands, in device pixels. */
export async function savePicture(region: PanelId | null): Promise<void> {
  const place = document.querySelector<HTMLElement>(region === null ? '.screen' : `[data-panel="${region}"]`);
  if (place === null) return;
  const named = fileName(region);
  const note = noteNow();
  const say = (key: 'panel.saving' | 'panel.failed') => {
    const words = sentencesOf(spokenLanguage(), 'finding')(key);
    useNotice.setState({ notice: { zh: words, en: words } });
  };
  say('panel.saving');
  try {
    const { pictureOfPage } = await import('./pictureOfPage.ts');
    save(await pictureOfPage(place, note), `${named}.png`);
    useNotice.setState({ notice: null });
  } catch {
    say('panel.failed');
  }
}
