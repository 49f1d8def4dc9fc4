// Whether there is a server behind the screen, as a component asks it.
import { useOpened } from './opened.ts';

export const useHasServer = (): boolean => useOpened((opened) => opened.hasServer);
