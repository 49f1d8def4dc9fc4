// `onescreen scenarios` and `onescreen catalogue`: what there is, as a table for people or JSON for programs.
import { agencies, apps, caseTypes, dimensions, indicators, primaries, unitKinds } from '@onescreen/shared/catalogue';
import type { ScenarioSummary } from '@onescreen/shared/protocol';
import { summaryOf } from '../../simulator/src/scenarioSummary.ts';
import { listScenarios } from '../../simulator/src/scenarios/files.ts';

const LEVELS: readonly string[] = ['–', 'Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'];

export const scenarioSummaries = (): ScenarioSummary[] => listScenarios().map(summaryOf);

/** A table with one line per scenario. */
export function scenarioTable(summaries: readonly ScenarioSummary[]): string {
  const rows = summaries.map((one) => [
    one.id,
    one.startLocal.replace('T', ' ').slice(0, 16),
    `${one.durationMinutes / 60} h`,
    LEVELS[one.peakLevel] ?? '–',
    `${one.zh} · ${one.en}`,
  ]);
  return table([['scenario', 'begins', 'length', 'level', 'name'], ...rows]);
}

/** Columns aligned; Chinese characters take two places. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat(widths[column]! - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const widthOf = (text: string): number =>
  [...text].reduce((width, char) => width + (/[\u2e80-\u9fff\uff00-\uff60]/.test(char) ? 2 : 1), 0);

/** Everything that the catalogue knows; primaries name their indicators by id. */
export const catalogue = () => ({
  simulated: true,
  notice: 'This taxonomy of 183 vital signs is the project’s own; it is not an official list.',
  dimensions,
  primaries: primaries.map((primary) => ({
    ...primary,
    indicators: primary.indicators.map((indicator) => indicator.id),
  })),
  indicators,
  agencies,
  apps,
  caseTypes,
  unitKinds,
});
