// Notes and bookmarks on a run's time line: everybody reads them, who is signed in writes, and changes their own.
import type { Person } from '@onescreen/shared/people';
import type { RunNote } from '@onescreen/shared/recordings';
import { noteDraftSchema, noteText } from '@onescreen/shared/recordings';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Store } from '../../store/index.ts';
import { notFound } from '../problems.ts';
import { read } from '../query.ts';
import { ofRun, recordOf } from '../runRecord.ts';
import type { Doorkeeper } from '../who.ts';

const ofNote = ofRun.extend({ note: z.string().min(1).max(64) });
const newText = z.strictObject({ text: noteText });

export function noteRoutes(app: FastifyInstance, store: Store, door: Doorkeeper): void {
  const require = (request: FastifyRequest): Person => door.require(request, 'annotate');

  /** The note that the address names, when this person may change it. Throws ProblemError. */
  async function ownNote(request: FastifyRequest): Promise<RunNote & { run: string }> {
    const person = require(request);
    const { run } = await recordOf(store, request.params);
    const { note: id } = read(ofNote, request.params);
    const note = (await store.notes(run)).find((one) => one.id === id);
    if (note === undefined) throw notFound(`The note ${id} of ${run}`);
    if (note.author !== person.name) door.require(request, 'moderate');
    return { ...note, run };
  }

  app.get('/api/runs/:run/notes', async ({ params }) => {
    const { run } = await recordOf(store, params);
    return { run, notes: await store.notes(run) };
  });
  app.post('/api/runs/:run/notes', async (request, reply) => {
    const { name } = require(request);
    const { run } = await recordOf(store, request.params);
    const note = await store.addNote(run, { ...read(noteDraftSchema, request.body), author: name });
    return reply.code(201).send(note);
  });
  app.put('/api/runs/:run/notes/:note', async (request) => {
    const { run, id } = await ownNote(request);
    const changed = await store.changeNote(run, id, read(newText, request.body).text);
    if (changed === null) throw notFound(`The note ${id} of ${run}`);
    return changed;
  });
  app.delete('/api/runs/:run/notes/:note', async (request, reply) => {
    const { run, id } = await ownNote(request);
    await store.removeNote(run, id);
    return reply.code(204).send();
  });
}
