// CSS font list for labels: MapLibre draws glyphs with the page's own fonts.
export const FONT = ['Noto Sans SC', 'sans-serif'];
