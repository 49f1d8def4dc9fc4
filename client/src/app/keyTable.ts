// Every command that a key gives, as one table: the keyboard, the sheet of keys and the palette all read it. Their words come late (finding/).
import { dimensions } from '@onescreen/shared/catalogue';
import { turnLanguage } from '../i18n/spoken.ts';
import { isAllowed } from '../people/permission.ts';
import type { Ui } from '../store/index.ts';
import { BOARDS, command, isFollowing, moveTime, selectUp, setUi, useRun, useUi } from '../store/index.ts';
import { PLAY_SPEEDS, SPEEDS } from '../time/speeds.ts';
import { toggleFullScreen } from './fullScreen.ts';
import { withPart } from './late.ts';
import { resetLayout, toggleFold } from './layout.ts';
import { toggleMeant } from './maximise.ts';

export type CommandPart = 'playhead' | 'run' | 'screen';

export interface KeyCommand<Id extends string = string> {
  /** Names its sentence, `command.<id>`. */
  id: Id;
  part: CommandPart;
  /** `event.key`, in small letters; with `shift+` or `mod+` (Ctrl or ⌘) before it where that must be held. */
  keys: readonly string[];
  /** The keys as a person reads them. */
  label: string;
  run: (key: string) => void;
  /** Whether it can be done now; without one: always. */
  isOffered?: () => boolean;
}

const define = <Id extends string>(
  part: CommandPart,
  id: Id,
  keys: readonly string[],
  label: string,
  run: (key: string) => void,
  isOffered?: () => boolean,
): KeyCommand<Id> => ({ part, id, keys, label, run, ...(isOffered && { isOffered }) });

function setPace(change: { speed?: number; paused?: boolean }): void {
  const { status } = useRun.getState();
  if (!status?.pace || !isAllowed('pace')) return;
  void command({ kind: 'pace', speed: status.pace.speed, paused: status.pace.paused, ...change });
}

/** At the live edge the speed is the run's own; elsewhere it is the playhead's. */
function setSpeed(place: number): void {
  const speed = (isFollowing() ? SPEEDS : PLAY_SPEEDS)[place];
  if (speed === undefined) return;
  if (isFollowing()) setPace({ speed });
  else moveTime({ kind: 'speed', speed });
}

const canPace = (): boolean => useRun.getState().status?.pace != null && isAllowed('pace');
const canStep = (): boolean => useRun.getState().status?.pace != null && isAllowed('step');

function turnDimension(by: 1 | -1): void {
  const now = dimensions.findIndex((one) => one.id === useUi.getState().dimension);
  setUi({ dimension: dimensions[(now + by + dimensions.length) % dimensions.length]!.id });
}

function up(): void {
  const { board, maximised } = useUi.getState();
  if (board !== null) setUi({ board: null });
  else if (maximised !== null) setUi({ maximised: null });
  else selectUp();
}

/** Changes what the viewer wishes by what they wished so far. */
const turn = (change: (ui: Ui) => Partial<Ui>) => (): void => setUi(change(useUi.getState()));
const seconds = (ticks: number) => (): void => moveTime({ kind: 'nudge', ticks });

export const keyCommands = [
  define('playhead', 'toggle', [' '], 'Space', () => moveTime({ kind: 'toggle' })),
  define('playhead', 'back', ['arrowleft'], '←', seconds(-1)),
  define('playhead', 'on', ['arrowright'], '→', seconds(1)),
  define('playhead', 'backTen', ['shift+arrowleft'], 'Shift ←', seconds(-10)),
  define('playhead', 'onTen', ['shift+arrowright'], 'Shift →', seconds(10)),
  define('playhead', 'previous', ['['], '[', () => moveTime({ kind: 'previous' })),
  define('playhead', 'next', [']'], ']', () => moveTime({ kind: 'next' })),
  define('playhead', 'start', ['home'], 'Home', () => moveTime({ kind: 'start' })),
  define('playhead', 'end', ['end'], 'End', () => moveTime({ kind: 'end' })),
  define('playhead', 'live', ['l'], 'L', () => moveTime({ kind: 'follow' })),
  define('playhead', 'bookmark', ['m'], 'M', () => moveTime({ kind: 'bookmark' })),
  define('playhead', 'speed', [...'123456789'], '1 – 9', (key) => setSpeed(Number(key) - 1)),
  define('run', 'pause', ['p'], 'P', () => setPace({ paused: !useRun.getState().status?.pace?.paused }), canPace),
  define('run', 'step', ['.'], '.', () => isAllowed('step') && void command({ kind: 'step' }), canStep),
  define(
    'screen',
    'find',
    ['mod+k'],
    'Ctrl K',
    turn((ui) => ({ dialog: ui.dialog === 'find' ? 'none' : 'find' })),
  ),
  define('screen', 'up', ['escape'], 'Esc', up),
  define(
    'screen',
    'boards',
    ['b'],
    'B',
    turn(({ board }) => ({ board: board === null ? BOARDS[0] : null })),
  ),
  define('screen', 'dimensionOn', ['pagedown'], 'PgDn', () => turnDimension(1)),
  define('screen', 'dimensionBack', ['pageup'], 'PgUp', () => turnDimension(-1)),
  define('screen', 'language', ['e'], 'E', turnLanguage),
  define(
    'screen',
    'look',
    ['o'],
    'O',
    turn(({ look }) => ({ look: look === 'show' ? 'calm' : 'show' })),
  ),
  define('screen', 'maximise', ['x'], 'X', toggleMeant),
  define('screen', 'foldLeft', ['{'], '{', () => toggleFold('left')),
  define('screen', 'foldRight', ['}'], '}', () => toggleFold('right')),
  define('screen', 'resetLayout', [], '', resetLayout),
  define('screen', 'fullScreen', ['f'], 'F', () => void toggleFullScreen(document)),
  define('screen', 'views', ['v'], 'V', () => setUi({ dialog: 'views' })),
  define(
    'screen',
    'tour',
    ['t'],
    'T',
    () =>
      void withPart(
        () => import('../views/tour.ts'),
        (one) => one.toggleTour(),
      ),
  ),
  define(
    'screen',
    'kiosk',
    [],
    '',
    () =>
      void withPart(
        () => import('../views/kiosk.ts'),
        (one) => one.enterKiosk(),
      ),
  ),
  define('screen', 'wall', [], '', () => setUi({ dialog: 'wall' })),
  define(
    'screen',
    'picture',
    [],
    '',
    () =>
      void withPart(
        () => import('../finding/takeAway.ts'),
        (one) => one.savePicture(null),
      ),
  ),
  define('screen', 'sheet', ['?'], '?', () => setUi({ dialog: 'keys' })),
] as const;

export type CommandId = (typeof keyCommands)[number]['id'];

const byKey = new Map<string, KeyCommand>(keyCommands.flatMap((one) => one.keys.map((key) => [key, one] as const)));

/** The command that a pressed key gives; null when it gives none. Shift counts only for keys that have a command with it. */
export function commandOf(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>): KeyCommand | null {
  const key = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return byKey.get(`mod+${key}`) ?? null;
  return (event.shiftKey ? byKey.get(`shift+${key}`) : undefined) ?? byKey.get(key) ?? null;
}
