// The part of the OpenAPI document about alarms: how they themselves are.
import { answer, list, object, ofRun, query, text, whole } from './openapiParts.ts';

const count = object({ alarm: text, rings: whole });

export const alarmPaths = {
  '/api/runs/{run}/alarms': ofRun(
    'How the alarms themselves are in a span, on the console of an area: for the published targets of one console (ISA-18.2, EEMUA 191)',
    answer(
      'Figures of the span, and what stands at its end.',
      object({
        run: text,
        tick: whole,
        seq: whole,
        fromTick: whole,
        toTick: whole,
        area: { ...text, description: 'Code of the area whose console it is.' },
        rings: whole,
        periods: list({ ...whole, description: 'Rings of each ten minutes.' }),
        averagePerPeriod: { type: 'number' },
        mostInPeriod: whole,
        floods: { ...whole, description: 'Periods with more than ten rings.' },
        chattering: list(count),
        stale: list(object({ alarm: text, severity: { enum: ['warning', 'critical'] }, sinceTick: whole })),
        standing: whole,
        shelved: whole,
        byPriority: object({ low: whole, medium: whole, high: whole }),
        frequent: list(count),
      }),
    ),
    [
      query('from', 'After this tick; left out: from the first tick on.', { ...whole, minimum: 0 }),
      query('to', 'Up to and including this tick, at most the newest; left out: the newest.', { ...whole, minimum: 0 }),
      query('area', 'Code of an area: the alarms in it and below. Left out: the city.', text),
    ],
  ),
};
