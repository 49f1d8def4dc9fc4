// The zooms that tiles of the town are made for; closer up the last one is drawn larger. Apart, so that the page need not load what makes them.
export const TOWN_ZOOMS = { least: 12, most: 14 } as const;
