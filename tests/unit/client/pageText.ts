// The page's language, started once: all that a page has here is a language and a title.
import { startText } from '../../../client/src/i18n/text.ts';

export const page = { documentElement: {} } as Document;
startText(page);
