// From detections to cases: three frames of a camera within a minute, one trip of a sensor, one call, one report. What is known already is merged.
import { caseTypeByCode } from '@onescreen/shared/catalogue';
import type { Position } from '@onescreen/shared/geography';
import { distanceMetres } from '@onescreen/shared/geography';
import type { Actor, CaseId } from '@onescreen/shared/ids';
import type { Evidence } from '@onescreen/shared/log';
import type { ResidentRecord, Signal } from '@onescreen/shared/protocol';
import { MINUTE } from '@onescreen/shared/time';
import type { Desk } from './desk.ts';
import { act, newCaseId } from './desk.ts';
import { matchCamera, matchPlace, matchSensor, merge, openWork } from './matching.ts';
import type { WaitingHit } from './state.ts';

/** ×3 in 60 s (brief §4). */
const HITS_NEEDED = 3;
const HITS_WITHIN_TICKS = MINUTE;
const SAME_SCENE_METRES = 30;
/** How far the sources other than cameras are believed (estimates): a sensor, a citizen, somebody who is paid to look. */
const SENSOR_TRUST = 0.9;
const CALL_TRUST = 0.8;
const REPORT_TRUST = 0.95;

type Of<K extends Signal['kind']> = Extract<Signal, { kind: K }>;

interface Finding {
  by: Actor;
  type: string;
  at: Position;
  area: number;
  source: string;
  confidence: number;
  camera?: string;
  evidence: readonly Evidence[];
}

function discover(desk: Desk, finding: Finding, device: string | null): CaseId {
  const id = newCaseId(desk);
  openWork(desk, id, finding.type, finding.at, device);
  act(desk, id, { kind: 'discover', ...finding });
  return id;
}

/** A personal record that came with a detection goes beside the log; the desk knows only that there is one. The first of a case stays. */
function keepRecord(desk: Desk, id: CaseId, area: number, record: ResidentRecord | undefined): void {
  if (record === undefined || desk.state.residents[id] !== undefined) return;
  desk.state.residents[id] = area;
  desk.residents.push({ case: id, record });
}

const hitEvidence = (camera: string, hit: WaitingHit): Evidence => ({
  kind: 'hit',
  id: hit.id,
  tick: hit.tick,
  confidence: hit.confidence,
  value: hit.count,
  unit: 'objects',
  camera,
});

/** One frame says little: it waits for two more of the same scene, or belongs to a case that is known. */
export function takeHit(desk: Desk, signal: Of<'hit'>): void {
  const { camera, type, at, area, id, tick, confidence, count } = signal;
  const hit: WaitingHit = { id, tick, at, area, confidence, count };
  const match = matchCamera(desk, type, camera, at);
  if (match !== null) {
    merge(desk, match, id, hitEvidence(camera, hit));
    return;
  }
  const key = `${camera}|${type}`;
  const waiting = (desk.state.hits[key] ?? []).filter((other) => Math.abs(tick - other.tick) <= HITS_WITHIN_TICKS);
  const scene = [...waiting.filter((other) => distanceMetres(other.at, at) <= SAME_SCENE_METRES), hit];
  if (scene.length < HITS_NEEDED) {
    desk.state.hits[key] = [...waiting, hit];
    return;
  }
  const hits = scene.slice(-HITS_NEEDED).sort((a, b) => a.tick - b.tick);
  desk.state.hits[key] = waiting.filter((other) => !scene.includes(other));
  const mean = hits.reduce((sum, one) => sum + one.confidence, 0) / hits.length;
  discover(
    desk,
    {
      by: 'rule:three-hits',
      type,
      at: hits[0]!.at,
      area,
      source: 'ai_camera',
      confidence: Math.round(mean * 1000) / 1000,
      camera,
      evidence: hits.map((one) => hitEvidence(camera, one)),
    },
    camera,
  );
}

export function takeTrip(desk: Desk, signal: Of<'trip'>): void {
  const { sensor, type, at, area, id, tick, value, unit, resident } = signal;
  const evidence: Evidence = { kind: 'trip', id, tick, value, unit };
  const match = matchSensor(desk, type, sensor) ?? matchPlace(desk, type, at);
  const source = caseTypeByCode(type).source === 'data' ? 'data' : 'iot_sensor';
  const finding = { by: 'rule:sensor-trip', type, at, area, source, confidence: SENSOR_TRUST } as const;
  const found =
    match === null ? discover(desk, { ...finding, evidence: [evidence] }, sensor) : merge(desk, match, id, evidence);
  keepRecord(desk, found, area, resident);
}

export function takeCall(desk: Desk, signal: Of<'call'>): void {
  const { line, type, at, area, id, tick, text } = signal;
  const evidence: Evidence = { kind: 'call', id, tick, text };
  const match = matchPlace(desk, type, at);
  if (match !== null) {
    merge(desk, match, id, evidence);
    return;
  }
  const source = line === '12345' ? 'hotline' : 'call';
  discover(desk, { by: 'user:citizen', type, at, area, source, confidence: CALL_TRUST, evidence: [evidence] }, null);
}

export function takeReport(desk: Desk, signal: Of<'report'>): void {
  const { type, at, area, id, tick, text, resident } = signal;
  const evidence: Evidence = { kind: 'report', id, tick, text };
  const match = matchPlace(desk, type, at);
  const source = caseTypeByCode(type).source === 'patrol_qr' ? 'patrol_qr' : 'patrol';
  const finding = { by: 'user:patrol', type, at, area, source, confidence: REPORT_TRUST } as const;
  const found =
    match === null ? discover(desk, { ...finding, evidence: [evidence] }, null) : merge(desk, match, id, evidence);
  keepRecord(desk, found, area, resident);
}

/** Frames that found no company in their minute are let go. */
export function dropOldHits(desk: Desk): void {
  const { hits } = desk.state;
  for (const key in hits) {
    const kept = hits[key]!.filter((hit) => desk.tick - hit.tick <= HITS_WITHIN_TICKS);
    if (kept.length === 0) delete hits[key];
    else hits[key] = kept;
  }
}
