// The recordings that are open in this page, and whether there is a server beside them. Whoever asks for a run is sent to the right one.
import { createSeen } from '../store/sight.ts';
import type { Backend } from './askApi.ts';
import { answerBy, serverBackend } from './askApi.ts';
import type { RecordingPlace } from './place.ts';
import type { Words } from './tell.ts';

export interface OpenedState {
  hasServer: boolean;
  /** By the name under which a run is asked about. */
  places: Readonly<Record<string, RecordingPlace>>;
}

export const useOpened = createSeen<OpenedState>(() => ({ hasServer: true, places: {} }));

export type Opening = { ok: true; run: string; trouble: Words | null } | { ok: false; why: Words };

const NOT_READ: Words = { zh: '录制文件未能打开，请重试。', en: 'The recording could not be opened. Try again.' };

/** The run behind `api/runs/NAME…`; null for any other address. */
function runOf(path: string): string | null {
  const name = /^api\/runs\/([^/?]+)/.exec(path)?.[1];
  return name === undefined ? null : decodeURIComponent(name);
}

/** Opens a recording in this page. Never rejects; says why when it cannot. */
export async function openRecordingAt(place: RecordingPlace): Promise<Opening> {
  try {
    const { localDesk } = await import('./local/host.ts');
    const opening = await localDesk.open({ place, taken: await namesOfServer() });
    if (!opening.ok) return opening;
    useOpened.setState(({ places }) => ({ places: { ...places, [opening.run]: place } }));
    return opening;
  } catch {
    return { ok: false, why: NOT_READ };
  }
}

async function listOfServer(init?: RequestInit): Promise<{ current: unknown; runs: { run: string }[] }> {
  const nothing = { current: null, runs: [] };
  if (!useOpened.getState().hasServer) return nothing;
  const answer = await serverBackend('api/runs', init);
  if (!answer.ok) throw new Error(`api/runs: ${answer.status}`);
  return (await answer.json()) as typeof nothing;
}

const namesOfServer = async (): Promise<string[]> => {
  const { runs } = await listOfServer().catch(() => ({ runs: [] as { run: string }[] }));
  return runs.map(({ run }) => run);
};

async function locally(path: string, init?: RequestInit): Promise<Response> {
  const { localDesk } = await import('./local/host.ts');
  const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null;
  const answer = await localDesk.answer({ method: init?.method ?? 'GET', path, body });
  init?.signal?.throwIfAborted();
  const { status, headers } = answer;
  return new Response(status === 204 ? null : answer.body, { status, headers });
}

/** Everything that is open here, newest first, above what the server has. */
async function allRuns(init?: RequestInit): Promise<Response> {
  const { current, runs } = await listOfServer(init);
  const names = Object.keys(useOpened.getState().places).reverse();
  const here = names.map(async (run) => {
    const { info: _, ...summary } = (await (await locally(`api/runs/${encodeURIComponent(run)}`)).json()) as object & {
      info: unknown;
    };
    return { ...summary, isHere: true };
  });
  return Response.json({ current, runs: [...(await Promise.all(here)), ...runs] });
}

const NOBODY = { person: null, signIn: { token: false, oidc: null } };
const NO_SERVER = {
  type: 'urn:onescreen:no-server',
  title: 'There is no server here, only a recording: this needs a server.',
  zh: '当前没有服务器，只能播放录制；此操作需要连接服务器。',
  status: 404,
};

/** Answers for what is open here, and hands all else on to the server, if there is one. */
const backend: Backend = async (path, init) => {
  const { places, hasServer } = useOpened.getState();
  const run = runOf(path);
  if (run !== null && places[run] !== undefined) return locally(path, init);
  if (path === 'api/runs' && Object.keys(places).length > 0) return allRuns(init);
  if (hasServer) return serverBackend(path, init);
  if (path === 'api/session') return Response.json(NOBODY);
  return new Response(JSON.stringify(NO_SERVER), {
    status: NO_SERVER.status,
    headers: { 'content-type': 'application/problem+json' },
  });
};

/** From now on recordings can be opened in this page. `hasServer`: whether there is anybody else to ask. */
export function answerForRecordings(hasServer: boolean): void {
  useOpened.setState({ hasServer });
  answerBy(backend);
}
