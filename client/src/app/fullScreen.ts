// The browser's full screen. It may refuse: then everything stays as it is.
export async function toggleFullScreen(document: Document): Promise<void> {
  try {
    if (document.fullscreenElement === null) await document.documentElement.requestFullscreen();
    else await document.exitFullscreen();
  } catch {
    // Only a hand may ask for it, and some browsers never grant it.
  }
}
