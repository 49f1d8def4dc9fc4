// The addresses under `api/runs` as a server has them, answered out of recordings that are open in this page, by the same shared folds.
import { areaByCode } from '@onescreen/shared/geography';
import { RecordingError, readHistory, recordingWords } from '@onescreen/shared/recordings';
import type { Problem } from '@onescreen/shared/reports';
import {
  alarmAnswer,
  caseAnswer,
  casesAnswer,
  entriesAnswer,
  kpiAnswer,
  kpiFile,
  ledgerAnswer,
  malformed,
  notFound,
  overridesAnswer,
  ProblemError,
  problemOf,
  readAlarmQuery,
  readCaseId,
  readEntriesQuery,
  readHistoryQuery,
  readKpiQuery,
  readMomentQuery,
  scoresAnswer,
} from '@onescreen/shared/reports';
import { exportFile } from './exportFile.ts';
import type { LocalRun } from './localRun.ts';
import { summaryOf } from './summary.ts';

export interface LocalQuestion {
  method: string;
  /** Relative to the page, such as `api/runs/r1/kpis?by=street`. */
  path: string;
  /** Parsed JSON; null without a body. */
  body: unknown;
}
/** Plain data, so that it may come from a worker. */
export interface LocalAnswer {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string | Blob;
}

type Query = Readonly<Record<string, string>>;
interface Asked {
  run: LocalRun;
  id: string;
  /** The last part of the address, where it names something. */
  name: string;
  query: Query;
  body: unknown;
}
type Route = (asked: Asked) => Promise<LocalAnswer> | LocalAnswer;

const json = (value: unknown, status = 200): LocalAnswer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(value),
});
const problemAnswer = (problem: Problem): LocalAnswer => ({
  status: problem.status,
  headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  body: JSON.stringify(problem),
});
const fileAnswer = (type: string, name: string, body: string | Blob): LocalAnswer => ({
  status: 200,
  headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  body,
});

const ONLY_A_FILE = {
  zh: '当前没有服务器，只能播放录制；此操作需要连接服务器。',
  en: 'There is no server here, only a recording: this needs a server.',
};
const onlyAFile = (): ProblemError => new ProblemError(problemOf(409, 'no-server', ONLY_A_FILE));

/** By method and what comes after the run; `*` is the name of one. */
const routes: Readonly<Record<string, Route>> = {
  'GET ': ({ run }) => json({ ...summaryOf(run), info: run.recording.header.info }),
  'GET recording': ({ run }) => {
    const { header, index } = run.recording;
    const parts = <T extends { offset: number }>(rows: readonly T[]): T[] => rows.map((row) => ({ ...row, offset: 0 }));
    const served = { ...index, segments: parts(index.segments), tracks: parts(index.tracks), notes: run.notes.list() };
    return json({ header, index: served, open: null, state: 'finished', parent: header.parent });
  },
  'GET entries': async ({ run, id, query }) => {
    const { after, limit } = readEntriesQuery(query);
    const { lastSeq } = await run.fold();
    return json(entriesAnswer(id, lastSeq, after, await run.entriesAfter(after, limit)));
  },
  'GET history': async ({ run, id, query }) => {
    const { area, only, span } = readHistoryQuery(query);
    return json({ run: id, area, ...(await readHistory(run.recording, { area: areaByCode(area).index, only }, span)) });
  },
  'GET moments': async ({ run, id }) => {
    const { tick, seq, columns } = (await run.fold()).moments;
    return json({ run: id, tick, seq, moments: columns });
  },
  'GET cameras': async ({ run, id }) => json({ run: id, truth: (await run.fold()).truth }),
  'GET cases': async ({ run, id }) => json(casesAnswer(id, (await run.fold()).state)),
  'GET cases/*': async ({ run, id, name }) => {
    const wanted = readCaseId({ case: name });
    return json(caseAnswer(id, (await run.fold()).books.ledger.tick, wanted, await run.entriesOfCase(wanted)));
  },
  'GET kpis': async ({ run, query }) => {
    const asked = readKpiQuery(query);
    const { books } = await run.fold();
    const { info } = run.recording.header;
    if (asked.format === 'json') {
      const loop = await run.booksAt(asked.to, (_books, then) => ({ ...then }));
      return json(kpiAnswer(info, books, loop, asked));
    }
    const { name, table } = kpiFile(info, books, asked);
    return fileAnswer('text/csv; charset=utf-8', name, table);
  },
  'GET alarms': ({ run, id, query }) => {
    const asked = readAlarmQuery(query);
    return run.booksAt(asked.to, (books) => json(alarmAnswer(id, books, asked)));
  },
  'GET ledger': async ({ run, id }) => json(ledgerAnswer(id, (await run.fold()).books)),
  'GET scores': ({ run, id, query }) => run.booksAt(readMomentQuery(query), (books) => json(scoresAnswer(id, books))),
  'GET overrides': ({ run, id, query }) =>
    run.booksAt(readMomentQuery(query), (books) => json(overridesAnswer(id, books))),
  'GET notes': ({ run, id }) => json({ run: id, notes: run.notes.list() }),
  'POST notes': ({ run, body }) => json(run.notes.add(body), 201),
  'PUT notes/*': ({ run, name, body }) => json(run.notes.change(name, body)),
  'DELETE notes/*': ({ run, name }) => {
    run.notes.remove(name);
    return { status: 204, headers: {}, body: '' };
  },
  'GET file': async ({ run, id }) => {
    const { recording, source, tools, notes } = run;
    const copy = await exportFile(recording, source, tools, notes.list());
    return fileAnswer('application/octet-stream', `${id.replaceAll(/[^\w.-]/g, '_')}.onescreen`, copy);
  },
};

/** Answers for the runs that `runOf` knows. Never throws for what the question or the recording is to blame for. */
export async function answerLocally(
  { method, path, body }: LocalQuestion,
  runOf: (id: string) => LocalRun | null,
): Promise<LocalAnswer> {
  try {
    const { pathname, searchParams } = new URL(path, 'http://recording/');
    const [, , id = '', what = '', name = '', ...more] = pathname.slice(1).split('/').map(decodeURIComponent);
    const run = runOf(id);
    if (run === null) throw notFound(`The run ${id}`);
    const route = more.length > 0 ? undefined : routes[`${method} ${name === '' ? what : `${what}/*`}`];
    if (route === undefined) throw method === 'GET' ? notFound(`The address ${pathname}`) : onlyAFile();
    return await route({ run, id, name, query: Object.fromEntries(searchParams), body });
  } catch (error) {
    if (error instanceof ProblemError) return problemAnswer(error.problem);
    if (error instanceof RecordingError)
      return problemAnswer(problemOf(422, error.code, recordingWords(error), error.message));
    if (error instanceof URIError) return problemAnswer(malformed(error.message));
    throw error;
  }
}
