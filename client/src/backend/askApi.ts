// The one door through which the screen asks anything by HTTP. Behind it stands a server, or a recording that answers by itself.

/** Answers what `fetch` would answer. `path` is relative to the page, such as `api/runs`. Rejects when there is no answer at all. */
export type Backend = (path: string, init?: RequestInit) => Promise<Response>;

export const serverBackend: Backend = (path, init) => fetch(path, init);

let backend = serverBackend;

/** Says who answers from now on. The screen's start calls it, and whoever opens a recording. */
export function answerBy(next: Backend): void {
  backend = next;
}

/** Asks as `fetch` does, whoever answers. */
export const askApi: Backend = (path, init) => backend(path, init);

/** Asks for JSON; null when nobody answered. */
export const askForJson = (path: string, signal?: AbortSignal): Promise<Response | null> =>
  askApi(path, { headers: { accept: 'application/json' }, ...(signal === undefined ? {} : { signal }) }).catch(
    () => null,
  );
