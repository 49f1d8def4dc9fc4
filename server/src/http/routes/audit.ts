// Who did what, and who came in: for those whose duty it is, of their own area and below. Never with a personal record in it.
import { areaByCode, areas, CITY_CODE, hasArea } from '@onescreen/shared/geography';
import type { Entry } from '@onescreen/shared/log';
import type { Person } from '@onescreen/shared/people';
import { isInArea } from '@onescreen/shared/people';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Store } from '../../store/index.ts';
import { notFound } from '../problems.ts';
import { read, wholeNumber } from '../query.ts';
import type { Doorkeeper } from '../who.ts';

const MOST_ROWS = 1000;
const DEFAULT_ROWS = 200;

const ofRun = z.object({ run: z.string().min(1).max(200) });
const limit = wholeNumber(1, MOST_ROWS).default(DEFAULT_ROWS);
const page = z.object({
  before: wholeNumber(1, Number.MAX_SAFE_INTEGER).default(Number.MAX_SAFE_INTEGER),
  limit,
  by: z
    .string()
    .regex(/^user:\S{1,64}$/u, 'is not user:NAME')
    .optional(),
});

export function auditRoutes(app: FastifyInstance, store: Store, door: Doorkeeper): void {
  app.get('/api/runs/:run/audit', async (request, reply) => {
    const person = door.require(request, 'audit');
    const { run } = read(ofRun, request.params);
    if ((await store.run(run)) === null) throw notFound(`The run ${run}`);
    const asked = read(page, request.query);
    reply.header('cache-control', 'no-store');
    return { run, ...(await auditOf(store, person, run, asked)) };
  });
  app.get('/api/audit/sign-ins', async (request, reply) => {
    const person = door.require(request, 'audit');
    const asked = read(z.object({ limit }), request.query);
    reply.header('cache-control', 'no-store');
    const signIns = await store.signIns(MOST_ROWS);
    return { signIns: signIns.filter(({ area }) => maySee(person, area)).slice(0, asked.limit) };
  });
}

const isOfCity = ({ area }: Person): boolean => area === CITY_CODE;

/** What has no known area concerns the whole city. */
const maySee = (person: Person, area: string | null): boolean =>
  isOfCity(person) || (area !== null && hasArea(area) && isInArea(person, areaByCode(area).index));

/** `next`: the `before` of the next page; null at the end. */
async function auditOf(
  store: Store,
  person: Person,
  run: string,
  { before, limit: most, by }: z.output<typeof page>,
): Promise<{ entries: Entry[]; next: number | null }> {
  const entries: Entry[] = [];
  for (let next = before; ; ) {
    const rows = await store.audit(run, next, most, by);
    for (const entry of rows) {
      next = entry.seq;
      if (isOfCity(person) || maySee(person, await areaOf(store, entry))) entries.push(entry);
      if (entries.length === most) return { entries, next };
    }
    if (rows.length < most) return { entries, next: null };
  }
}

/** Where it was done: the scope of whoever gave a command; the place of the case whose record was looked at. */
async function areaOf(store: Store, entry: Entry): Promise<string | null> {
  if ('scope' in entry) return entry.scope;
  if (!('case' in entry) || entry.case === undefined) return null;
  const [first] = await store.entriesOfCase(entry.run, entry.case);
  return first?.kind === 'case.discovered' ? (areas[first.area]?.code ?? null) : null;
}
