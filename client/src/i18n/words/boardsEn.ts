// The English words of the boards, in the same shape as the Chinese ones.
import type { zh } from './boardsZh.ts';

export const en: typeof zh = {
  boards: {
    open: 'Boards',
    openHint: 'Open a board: figures, alarms, rules, levels, audit, Zhenru (B)',
    close: 'Close the board (Esc)',
    tabs: 'Boards',
    loading: 'Opening the board',
    noRun: 'There is no run yet. The board fills as soon as there is one.',
    again: 'Try again',
    waiting: 'Working it out',
    kpis: 'Figures',
    kpisHint: 'The 13 figures of case handling, and the ladder',
    alarms: 'Alarms',
    alarmsHint: 'How the alarms themselves are',
    rules: 'Rules',
    rulesHint: 'Was a rule right, and how often people overruled it',
    levels: 'Five levels',
    levelsHint: 'What city, district, street, grid and neighbourhood have in hand',
    audit: 'Audit',
    auditHint: 'Who did what, and when',
    wall: 'Xujing wall',
    wallHint: 'Ten cameras: what they see, and how far their cases are',
    zhenru: 'Zhenru',
    zhenruHint: 'Elders alone, shop waste, door magnets',
    runs: 'Runs',
    runsHint: 'What is recorded: replay, what if, import and export',
    compare: 'Compare',
    compareHint: 'Two runs on one time axis',
    problem: {
      signIn: 'Sign in first: open the user menu at the top right and sign in as somebody who may see this.',
      notAllowed:
        'You may not see this page. Sign in as a shift leader, supervisor, incident commander, director or centre operator.',
      missing: 'The server does not have this.',
      away: 'The server does not answer. It is asked again in a few seconds.',
      refused: 'This question got no answer.',
    },
  },
};
