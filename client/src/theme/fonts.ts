// Chinese type that travels with the page, in small pieces that load when their characters are needed. Loaded after the first paint.
import '@fontsource/noto-sans-sc/400.css';
import '@fontsource/noto-sans-sc/500.css';
import '@fontsource/noto-sans-sc/700.css';
import { PART_MISSING } from '../app/late.ts';
import { zh } from '../i18n/words/screenZh.ts';

const WEIGHTS = [400, 500, 700];

/** Once the line is lost no piece can be fetched any more: what is said then must be here before. */
export async function loadTypeForLostLine(fonts: FontFaceSet): Promise<void> {
  const words = [
    ...Object.values(zh.connection),
    ...Object.values(zh.mode),
    zh.app.panelFailed,
    zh.app.retry,
    zh.map.failed,
    PART_MISSING.zh,
  ].join('');
  await Promise.all(WEIGHTS.map((weight) => fonts.load(`${weight} 13px "Noto Sans SC"`, words)));
}
