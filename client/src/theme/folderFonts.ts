// Chinese type for a page that was opened from a folder: in one style sheet that the bundle brings, because such a page may load no font file.

/** Asked for after the first paint. Nothing can be lost later: all of it is in the folder. */
export async function loadTypeForLostLine(): Promise<void> {
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = './folder/type.css';
  document.head.append(sheet);
}
