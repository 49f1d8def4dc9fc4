// Puts the look where the style sheets read it.
import { useUi } from '../store/index.ts';

/** Keeps `data-look` of the document the same as the store's look. */
export function followLook(document: Document): void {
  const put = (): void => document.documentElement.setAttribute('data-look', useUi.getState().look);
  put();
  useUi.subscribe(put);
}
