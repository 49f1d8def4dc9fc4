// Which units could go to a case, asked of the policy that runs: the proposed one, those that would come next, and who cannot and why.

import type { CaseId, UnitId } from '@onescreen/shared/ids';
import { useEffect, useState } from 'react';
import { askForJson } from '../../backend/askApi.ts';
import { useRun } from '../../store/index.ts';

export type Unavailable = 'away' | 'busy' | 'off-duty' | 'other-district' | 'returned-it';
export interface Candidate {
  unit: UnitId;
  distanceMetres: number;
  travelSeconds: number;
  /** Why it cannot be sent just now; null when it can. */
  unavailable: Unavailable | null;
}
export interface Proposal {
  unit: UnitId | null;
  /** Reason code of the proposal. */
  reason: string | null;
  /** Best first. */
  candidates: readonly Candidate[];
}
export type ProposalState = { state: 'loading' } | { state: 'failed' } | { state: 'ready'; proposal: Proposal };

const isProposal = (body: unknown): body is Proposal =>
  typeof body === 'object' && body !== null && 'candidates' in body && Array.isArray(body.candidates) && 'unit' in body;

async function fetchProposal(run: string, id: CaseId): Promise<ProposalState> {
  const path = `api/runs/${encodeURIComponent(run)}/cases/${encodeURIComponent(id)}/candidates`;
  const answer = await askForJson(path);
  const body: unknown = answer?.ok ? await answer.json().catch(() => null) : null;
  return isProposal(body) ? { state: 'ready', proposal: body } : { state: 'failed' };
}

/** Asks once, when the list is opened: what the person chooses from must not move under the hand. */
export function useProposal(id: CaseId): ProposalState {
  const run = useRun((state) => state.info?.run ?? null);
  const [known, setKnown] = useState<ProposalState>({ state: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    if (run !== null) void fetchProposal(run, id).then((found) => isCurrent && setKnown(found));
    return () => {
      isCurrent = false;
    };
  }, [run, id]);
  return known;
}
