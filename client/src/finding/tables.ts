// What each region shows, as a table: a head and rows, in the reader's language, numbers in base units.
import { endTick, isEnded, isFiled } from '@onescreen/shared/cases';
import type { Indicator } from '@onescreen/shared/catalogue';
import {
  caseTypeByCode,
  dimensionById,
  indicatorById,
  indicators,
  primaries,
  primaryById,
} from '@onescreen/shared/catalogue';
import { seriesOf } from '@onescreen/shared/city';
import { areas, CITY_AREA } from '@onescreen/shared/geography';
import type { Cell } from '@onescreen/shared/reports';
import { unreachable } from '@onescreen/shared/unreachable';
import { nameOf } from '../cases/caseSteps.ts';
import { numbersOfCases, numbersOfCity } from '../cases/loopNumbers.ts';
import { liesIn, listedCases, priorityOf } from '../cases/order.ts';
import { formatClock, formatDate } from '../i18n/format.ts';
import { sentencesOf } from '../i18n/sentences.ts';
import { spokenLanguage } from '../i18n/spoken.ts';
import { stateLook } from '../marks/grades.ts';
import type { PanelId } from '../store/index.ts';
import { readingOf, scores, useRun, useSelection, useUi } from '../store/index.ts';

export type Table = Cell[][];

const words = () => {
  const language = spokenLanguage();
  return { t: sentencesOf(language, 'finding'), screen: sentencesOf(language, 'screen'), name: language.name };
};

function timeText(tick: number): string {
  const epochMs = useRun.getState().info?.epochMs ?? 0;
  return `${formatDate(epochMs, tick, spokenLanguage())} ${formatClock(epochMs, tick)}`;
}

function signRows(own: readonly Indicator[]): Table {
  const { t, name, screen } = words();
  const { area } = useSelection.getState();
  const known = scores.of(area);
  const head = [t('table.dimension'), t('table.primary'), t('table.score'), t('table.indicator'), t('table.value')];
  const rows = own.map((one): Cell[] => {
    const primary = primaryById(one.primary);
    const series = seriesOf(one.index, area);
    const { value, state } = readingOf(series);
    const score = known.primaries[primary.index] ?? null;
    return [
      name(dimensionById(one.dimension)),
      name(primary),
      score === null ? null : Math.round(score),
      name(one),
      value,
      name(one.unit),
      series < 0 ? screen('state.unmeasured') : screen(`state.${stateLook(state).word}`),
    ];
  });
  return [[...head, t('table.unit'), t('table.state')], ...rows];
}

function loopRows(): Table {
  const { t, screen } = words();
  const { area } = useSelection.getState();
  const { loop, cases } = useRun.getState().cases;
  const stages =
    area === CITY_AREA
      ? numbersOfCity(loop)
      : numbersOfCases(Object.values(cases).filter((one) => liesIn(one.area, area)));
  return [
    [t('table.stage'), t('table.count'), t('table.byItself'), t('table.median')],
    ...(['found', 'dispatched', 'verified', 'closed'] as const).map((stage): Cell[] => {
      const { count, byItself, medianSeconds } = stages[stage];
      return [screen(`loop.${stage}`), count, byItself, medianSeconds];
    }),
  ];
}

function caseRows(): Table {
  const { t, name, screen } = words();
  const { cases, tick, status } = useRun.getState();
  const me = status?.person ? (`user:${status.person.name}` as const) : null;
  const listed = listedCases(
    Object.values(cases.cases),
    useSelection.getState().area,
    useUi.getState().caseFilter,
    tick,
    me,
  );
  return [
    ['id', 'number', 'type', 'priority', 'area', 'status', 'found', 'due'].map((key) =>
      t(`table.${key}` as 'table.id'),
    ),
    ...listed.map((one): Cell[] => [
      one.id,
      isFiled(one) ? one.number : null,
      name(caseTypeByCode(one.type)),
      screen(`priority.p${priorityOf(one)}`),
      name(areas[one.area]!),
      screen(`status.${one.status}`),
      timeText(one.discoveredTick),
      isFiled(one) ? timeText(one.dueTick) : null,
    ]),
  ];
}

function alarmRows(): Table {
  const { t, name, screen } = words();
  const { area } = useSelection.getState();
  return [
    [
      t('table.area'),
      t('table.indicator'),
      t('table.severity'),
      t('table.value'),
      t('table.limit'),
      t('table.raised'),
      t('table.acknowledged'),
    ],
    ...Object.values(useRun.getState().cases.alarms)
      .filter((alarm) => liesIn(alarm.area, area))
      .map((alarm): Cell[] => [
        name(areas[alarm.area]!),
        name(indicatorById(alarm.indicator)),
        screen(`state.${alarm.severity}`),
        alarm.value,
        alarm.limit,
        timeText(alarm.raisedTick),
        alarm.acknowledged ? 1 : 0,
      ]),
  ];
}

/** The steps of the opened case; only the head when it has left the screen's state. */
function stepRows(): Table {
  const { t, screen } = words();
  const id = useSelection.getState().case;
  const one = id === null ? undefined : useRun.getState().cases.cases[id];
  const steps = one?.steps ?? [];
  const rows = steps.map((step): Cell[] => [id, screen(`step.${nameOf(step)}`), timeText(step.tick)]);
  const end: Table =
    one !== undefined && isEnded(one) ? [[id, screen(`status.${one.status}`), timeText(endTick(one))]] : [];
  return [[t('table.id'), t('table.step'), t('table.time')], ...rows, ...end];
}

/** The areas below the one shown, with what their fill says. */
function areaRows(): Table {
  const { t, name } = words();
  const { area, indicator } = useSelection.getState();
  const shown = areas[area]!.children.length > 0 ? areas[area]!.children : [area];
  const sign = indicator === null ? null : indicatorById(indicator);
  const open = Object.values(useRun.getState().cases.cases).filter((one) => !isEnded(one));
  return [
    [t('table.area'), t('table.score'), t('table.openCases'), ...(sign === null ? [] : [name(sign), t('table.unit')])],
    ...shown.map((index): Cell[] => {
      const { pulse } = scores.of(index);
      const reading = sign === null ? [] : [readingOf(seriesOf(sign.index, index)).value, name(sign.unit)];
      const cases = open.filter((one) => liesIn(one.area, index)).length;
      return [name(areas[index]!), pulse === null ? null : Math.round(pulse), cases, ...reading];
    }),
  ];
}

/** The table of a region as it stands: a head, then rows. */
export function tableOf(region: PanelId): Table {
  const { primary } = useSelection.getState();
  switch (region) {
    case 'signs':
      return signRows(primaries.flatMap((one) => one.indicators));
    case 'sign':
      return signRows(indicators.filter((one) => one.primary === primary));
    case 'loop':
      return loopRows();
    case 'work':
      return useUi.getState().workList === 'alarms' ? alarmRows() : caseRows();
    case 'case':
      return stepRows();
    case 'map':
      return areaRows();
    default:
      return unreachable(region);
  }
}
