// A scenario in a few words, for the launcher on the screen.
import type { ScenarioSummary } from '@onescreen/shared/protocol';
import type { Scenario } from './scenarios/schema.ts';

export const summaryOf = (scenario: Scenario): ScenarioSummary => ({
  id: scenario.id,
  zh: scenario.zh,
  en: scenario.en,
  startLocal: scenario.startLocal,
  durationMinutes: scenario.durationMinutes,
  peakLevel: peakLevel(scenario),
  facts: scenario.facts,
  picture: scenario.picture,
});

/** The most serious response level: in the scenario 1 is not the highest number but the highest level (Ⅰ red), as in the plans. */
function peakLevel({ response }: Scenario): ScenarioSummary['peakLevel'] {
  return response.reduce<ScenarioSummary['peakLevel']>(
    (peak, { level }) => (level !== 0 && (peak === 0 || level < peak) ? level : peak),
    0,
  );
}
