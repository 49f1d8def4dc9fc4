// Whether a dialog or a card lies over the screen: then its keys are its own, and Escape closes it and nothing below it.
export const hasOverlay = (): boolean => document.querySelector('dialog[open], :popover-open') !== null;
