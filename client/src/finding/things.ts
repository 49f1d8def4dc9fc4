// Everything that the palette can find, and what choosing it does: areas, vital signs, open cases, units, scenarios, boards, views and commands.
import { isEnded, isFiled } from '@onescreen/shared/cases';
import {
  caseTypeByCode,
  dimensionById,
  dimensions,
  indicators,
  primaries,
  unitKinds,
} from '@onescreen/shared/catalogue';
import { areas, lineage } from '@onescreen/shared/geography';
import type { CommandId } from '../app/keyTable.ts';
import { keyCommands } from '../app/keyTable.ts';
import type { Language, Named } from '../i18n/language.ts';
import { present } from '../i18n/languages.ts';
import { sentencesOf } from '../i18n/sentences.ts';
import { spokenLanguage } from '../i18n/spoken.ts';
import { BOARDS, openAddress, select, setUi, useRun } from '../store/index.ts';
import { useViews } from '../views/savedViews.ts';
import type { Findable } from './match.ts';

export type Kind = 'area' | 'sign' | 'case' | 'unit' | 'scenario' | 'board' | 'command' | 'view';

export interface Thing extends Findable {
  kind: Kind;
  /** Beside the name: what it is part of, in the reader's language. */
  note: string;
  key?: string;
  choose: () => void;
}

type Names = Pick<Thing, 'zh' | 'en' | 'name'>;

const nameOf = (thing: Named): string => spokenLanguage().name(thing);
const named = (thing: Named): Names => ({ zh: thing.zh, en: thing.en, name: nameOf(thing) });
/** Named by a sentence. */
const said = (say: (language: Language) => string): Names => ({
  zh: say(present.zh),
  en: say(present.en),
  name: say(spokenLanguage()),
});
const joined = (parts: readonly Named[]): string => parts.map(nameOf).join(' › ');

/** Wherever it was chosen, the map or the panels must be seen. */
const show = (part: Parameters<typeof select>[0]): void => {
  setUi({ board: null });
  select(part);
};

const areaThings = (): Thing[] =>
  areas.map((area) => {
    const above = lineage(area.index).slice(0, -1);
    return {
      kind: 'area',
      id: `area:${area.code}`,
      ...named(area),
      also: [area.code],
      within: above.slice(1),
      rank: area.level === 'street' ? 2 : 0,
      note: joined(above),
      choose: () => show({ area: area.index }),
    };
  });

const signThings = (): Thing[] => [
  ...dimensions.map(
    (one): Thing => ({
      kind: 'sign',
      id: `dimension:${one.id}`,
      ...named(one),
      rank: 1,
      note: '',
      choose: () => setUi({ board: null, dimension: one.id }),
    }),
  ),
  ...primaries.map(
    (one): Thing => ({
      kind: 'sign',
      id: `primary:${one.id}`,
      ...named(one),
      rank: 3,
      note: nameOf(dimensionById(one.dimension)),
      choose: () => {
        setUi({ dimension: one.dimension });
        show({ primary: one.id, indicator: null });
      },
    }),
  ),
  ...indicators.map(
    (one): Thing => ({
      kind: 'sign',
      id: `indicator:${one.id}`,
      ...named(one),
      rank: 4,
      note: joined([dimensionById(one.dimension), primaries.find(({ id }) => id === one.primary)!]),
      choose: () => {
        setUi({ dimension: one.dimension });
        show({ primary: one.primary, indicator: one.id });
      },
    }),
  ),
];

const caseThings = (): Thing[] =>
  Object.values(useRun.getState().cases.cases)
    .filter((one) => !isEnded(one))
    .map((one) => {
      const type = caseTypeByCode(one.type);
      const number = isFiled(one) ? one.number : one.id;
      return {
        kind: 'case',
        id: `case:${one.id}`,
        ...named(type),
        also: [one.id, number],
        within: lineage(one.area).slice(1),
        rank: 6,
        note: `${nameOf(areas[one.area]!)} · ${number}`,
        choose: () => select({ case: one.id }),
      };
    });

const unitThings = (): Thing[] =>
  (useRun.getState().info?.units ?? []).map((unit) => {
    const kind = unitKinds.find(({ id }) => id === unit.kind);
    return {
      kind: 'unit',
      id: `unit:${unit.id}`,
      ...named(unit),
      also: [unit.id],
      ...(kind && { within: [kind] }),
      rank: 7,
      note: kind === undefined ? '' : nameOf(kind),
      choose: () => show({ unit: unit.id }),
    };
  });

const scenarioThings = (): Thing[] =>
  (useRun.getState().status?.pace?.scenarios ?? []).map((one) => ({
    kind: 'scenario',
    id: `scenario:${one.id}`,
    ...named(one),
    also: [one.id],
    rank: 5,
    note: '',
    choose: () => setUi({ dialog: 'scenarios', offeredScenario: one.id }),
  }));

const boardThings = (): Thing[] =>
  BOARDS.map((id) => ({
    kind: 'board',
    id: `board:${id}`,
    ...said((language) => sentencesOf(language, 'screen')(`boards.${id}`)),
    rank: 5,
    note: sentencesOf(spokenLanguage(), 'screen')(`boards.${id}Hint`),
    choose: () => setUi({ board: id }),
  }));

const viewThings = (): Thing[] =>
  useViews.getState().views.map(({ id, name, address }) => ({
    kind: 'view',
    id: `view:${id}`,
    zh: name,
    en: name,
    name,
    rank: 1,
    note: '',
    choose: () => openAddress(address),
  }));

/** A key that stands for several (1 to 9) is a command of the keyboard alone; the palette itself needs no finding. */
const isChoosable = (id: CommandId): boolean => id !== 'speed' && id !== 'find';

const commandThings = (): Thing[] =>
  keyCommands.flatMap((one): Thing[] => {
    if (!isChoosable(one.id) || ('isOffered' in one && one.isOffered?.() === false)) return [];
    return [
      {
        kind: 'command',
        id: `command:${one.id}`,
        ...said((language) => sentencesOf(language, 'finding')(`command.${one.id}`)),
        rank: 5,
        note: '',
        ...(one.label !== '' && { key: one.label }),
        choose: () => one.run(one.keys[0] ?? ''),
      },
    ];
  });

/** All of it, as the city stands now. */
export const thingsNow = (): Thing[] => [
  ...viewThings(),
  ...areaThings(),
  ...signThings(),
  ...scenarioThings(),
  ...boardThings(),
  ...commandThings(),
  ...caseThings(),
  ...unitThings(),
];
