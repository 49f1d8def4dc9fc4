// What each level may do with a case of its own, read from the one table of permissions.
import type { HandlingLevel } from '@onescreen/shared/cases';
import { levels } from '@onescreen/shared/cases';
import { areaByCode } from '@onescreen/shared/geography';
import type { Deed, Person } from '@onescreen/shared/people';
import { deeds, levelOfPerson, refuseDeed, roles } from '@onescreen/shared/people';

/** What concerns the run, the alarms and the audit is not a step of a case. */
const OTHER_DEEDS = [
  'pace',
  'step',
  'start',
  'branch',
  'policy',
  'inject',
  'acknowledge',
  'shelve',
  'unshelve',
  'audit',
  'annotate',
  'moderate',
  'curate',
  'discard',
] as const satisfies readonly Deed[];
type OtherDeed = (typeof OTHER_DEEDS)[number];
/** `across`: sending a unit of another district. */
export type CaseDeed = Exclude<Deed, OtherDeed> | 'across';

const OTHERS: ReadonlySet<Deed> = new Set(OTHER_DEEDS);
const isOfCase = (deed: Deed): deed is Exclude<Deed, OtherDeed> => !OTHERS.has(deed);

/** Any street, its district and the city: what a level may do is the same everywhere. */
const SAMPLE_AREAS = ['310107022', '310107', '310000'];
const SAMPLE_CASE_AREA = areaByCode('310107022').index;

const peopleOf = (level: HandlingLevel): Person[] =>
  roles
    .flatMap(({ id }) => SAMPLE_AREAS.map((area): Person => ({ name: 'sample', role: id, area })))
    .filter((person) => levelOfPerson(person) === level);

/** Everything that somebody of the level may do with a case that the level has in hand. */
export function deedsOf(level: HandlingLevel): CaseDeed[] {
  const people = peopleOf(level);
  const may = (deed: Deed, needed: HandlingLevel | null): boolean =>
    people.some((person) => refuseDeed(person, deed, SAMPLE_CASE_AREA, needed) === null);
  const own: CaseDeed[] = deeds.filter(isOfCase).filter((deed) => may(deed, null));
  return may('assign', 'city') ? [...own, 'across'] : own;
}

export interface LevelDeeds {
  level: HandlingLevel;
  /** True when all that the level below may do is among it, and is left out of `deeds`. */
  addsToBelow: boolean;
  deeds: readonly CaseDeed[];
}

/** What each level may do, lowest first, said by what it adds to the level below where it can do all of that too. */
export const levelDeeds: readonly LevelDeeds[] = levels.map((level, at) => {
  const own = deedsOf(level);
  const below = at === 0 ? [] : deedsOf(levels[at - 1]!);
  const addsToBelow = below.length > 0 && below.every((deed) => own.includes(deed));
  return { level, addsToBelow, deeds: addsToBelow ? own.filter((deed) => !below.includes(deed)) : own };
});
