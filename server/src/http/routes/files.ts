// Runs as one-file recordings: out as a download, in as a body that is streamed to disk and checked whole.
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { RecordingError, recordingWords } from '@onescreen/shared/recordings';
import type { FastifyInstance } from 'fastify';
import { exportRun } from '../../recordings/exportRun.ts';
import { importRun } from '../../recordings/importRun.ts';
import type { LiveRuns } from '../../recordings/runReader.ts';
import { type Store, StoreError } from '../../store/index.ts';
import { malformed, ProblemError, problemOf } from '../problems.ts';
import { recordOf } from '../runRecord.ts';
import type { Doorkeeper } from '../who.ts';
import { summaryOf } from './runs.ts';

export interface FileParts {
  store: Store;
  live: LiveRuns;
  door: Doorkeeper;
  importDir: string;
  mostImportBytes: number;
}

const BYTES = 'application/octet-stream';
const TOO_LARGE = { zh: '录制文件超过允许的大小。', en: 'The recording is larger than this server takes.' };
const DISK_FULL = { zh: '服务器磁盘空间不足。', en: 'There is no space left on the server.' };

export function fileRoutes(app: FastifyInstance, parts: FileParts): void {
  const { store, live, door, mostImportBytes } = parts;
  // A body of bytes is not read into memory: whoever wants it takes it from the stream.
  app.addContentTypeParser(BYTES, (_request, payload, done) => done(null, payload));

  app.get('/api/runs/:run/file', async ({ params }, reply) => {
    const record = await recordOf(store, params);
    const name = record.run.replaceAll(/[^\w.-]/g, '_');
    return reply
      .type(BYTES)
      .header('cache-control', 'no-store')
      .header('content-disposition', `attachment; filename="${name}.onescreen"`)
      .send(Readable.from(exportRun(store, live, record)));
  });
  app.post('/api/runs/file', { bodyLimit: mostImportBytes }, async (request, reply) => {
    const { name } = door.require(request, 'curate');
    const { body } = request;
    if (!(body instanceof Readable)) throw new ProblemError(malformed(`the body is not ${BYTES}`));
    if (Number(request.headers['content-length'] ?? 0) > mostImportBytes) throw tooLarge(mostImportBytes);
    const { record, engine } = await takeIn(body, parts, (file) => importRun(store, file, `user:${name}`));
    return reply.code(201).send({ ...summaryOf(record), engine });
  });
}

/** Keeps the body in a file while `take` reads it. Throws ProblemError in words for what is wrong with it. */
async function takeIn<T>(
  body: Readable,
  { importDir, mostImportBytes }: FileParts,
  take: (file: string) => Promise<T>,
): Promise<T> {
  await mkdir(importDir, { recursive: true });
  const folder = await mkdtemp(path.join(importDir, 'import-'));
  const file = path.join(folder, 'recording');
  try {
    await pipeline(body, upTo(mostImportBytes), createWriteStream(file));
    return await take(file);
  } catch (error) {
    throw problemIn(error);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Passes bytes on until they are too many. */
function upTo(most: number): Transform {
  let passed = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      passed += chunk.length;
      if (passed > most) done(tooLarge(most));
      else done(null, chunk);
    },
  });
}

const tooLarge = (most: number): ProblemError =>
  new ProblemError(problemOf(413, 'too-large', TOO_LARGE, `At most ${most} bytes are taken.`));

function problemIn(error: unknown): unknown {
  if (error instanceof RecordingError)
    return new ProblemError(problemOf(422, `recording-${error.code}`, recordingWords(error), error.message));
  const isFull =
    (error instanceof StoreError && error.code === 'disk-full') ||
    (error instanceof Error && 'code' in error && error.code === 'ENOSPC');
  return isFull ? new ProblemError(problemOf(507, 'disk-full', DISK_FULL)) : error;
}
