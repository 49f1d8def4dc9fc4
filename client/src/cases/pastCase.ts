// A case that has left the state: read from the log of its run, so that "why is this closed?" has an answer for ever.

import type { CaseState } from '@onescreen/shared/cases';
import type { CaseId } from '@onescreen/shared/ids';
import { useCallback, useEffect, useRef, useState } from 'react';
import { askForJson } from '../backend/askApi.ts';
import { useRun } from '../store/index.ts';

export type PastCase =
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'missing' }
  | { state: 'ready'; one: CaseState };

const isCase = (body: unknown): body is CaseState =>
  typeof body === 'object' &&
  body !== null &&
  'id' in body &&
  'status' in body &&
  'steps' in body &&
  Array.isArray(body.steps);

/** Reads a case by its id from the log. */
export async function fetchCase(run: string, id: CaseId): Promise<PastCase> {
  const path = `api/runs/${encodeURIComponent(run)}/cases/${encodeURIComponent(id)}`;
  const answer = await askForJson(path);
  if (answer === null) return { state: 'failed' };
  if (answer.status === 404 || answer.status === 400) return { state: 'missing' };
  const body: unknown = answer.ok ? await answer.json().catch(() => null) : null;
  const one = typeof body === 'object' && body !== null && 'case' in body ? body.case : body;
  return isCase(one) ? { state: 'ready', one } : { state: 'failed' };
}

/** The case from the log, and what asks for it again after a failure. */
export function usePastCase(id: CaseId): { past: PastCase; retry: () => void } {
  const run = useRun((state) => state.info?.run ?? null);
  const [past, setPast] = useState<PastCase>({ state: 'loading' });
  const asked = useRef(0);
  const load = useCallback(() => {
    asked.current += 1;
    const mine = asked.current;
    setPast({ state: 'loading' });
    if (run !== null) void fetchCase(run, id).then((found) => mine === asked.current && setPast(found));
  }, [run, id]);
  useEffect(() => {
    load();
    return () => {
      asked.current += 1;
    };
  }, [load]);
  return { past, retry: load };
}
