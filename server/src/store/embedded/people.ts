// What the store keeps for and about people: personal records beside the log, who asked for what, who signed in.
import type { Entry } from '@onescreen/shared/log';
import type { ResidentRecord } from '@onescreen/shared/protocol';
import type { SignIn, Store } from '../types.ts';
import type { Connection, Parameter } from './connection.ts';
import type { EntryRow } from './rows.ts';
import { entryOf } from './rows.ts';

const ENTRY = 'SELECT run, seq, tick, kind, body FROM entries';
/** Asked by its seqs: without them SQLite reads the whole run rather than the index and sorting. Parameters: run, run, case. */
export const STORY = `${ENTRY} WHERE run = ? AND seq IN (SELECT seq FROM entries WHERE run = ? AND subject = ?) ORDER BY seq`;
/** Word for word as in the partial index, so that the index is used. */
const OF_PEOPLE = "kind IN ('command.received', 'command.refused', 'record.looked')";
const NEWEST_FIRST = 'ORDER BY seq DESC LIMIT ?';
/** Parameters: run, before, limit. */
export const AUDIT = `${ENTRY} WHERE run = ? AND seq < ? AND ${OF_PEOPLE} ${NEWEST_FIRST}`;
/** Parameters: run, before, person, limit. */
export const AUDIT_OF_ONE = `${ENTRY} WHERE run = ? AND seq < ? AND ${OF_PEOPLE} AND json_extract(body, '$.by') = ? ${NEWEST_FIRST}`;

type PeopleReads = Pick<Store, 'resident' | 'entriesOfCase' | 'audit' | 'noteSignIn' | 'signIns'>;

export function peopleReads(connection: Connection): PeopleReads {
  const entries = (sql: string, ...parameters: Parameter[]): Entry[] =>
    connection.all<EntryRow>(sql, ...parameters).map(entryOf);

  return {
    async resident(run, id) {
      const row = connection.get<{ body: string }>('SELECT body FROM residents WHERE run = ? AND case_id = ?', run, id);
      return row === undefined ? null : (JSON.parse(row.body) as ResidentRecord);
    },
    entriesOfCase: async (run, id) => entries(STORY, run, run, id),
    audit: async (run, beforeSeq, limit, by) =>
      by === undefined ? entries(AUDIT, run, beforeSeq, limit) : entries(AUDIT_OF_ONE, run, beforeSeq, by, limit),
    noteSignIn: async ({ atMs, what, name, role, area }) =>
      connection.run(
        'INSERT INTO sign_ins (at_ms, what, name, role, area) VALUES (?, ?, ?, ?, ?)',
        atMs,
        what,
        name,
        role,
        area,
      ),
    signIns: async (limit) =>
      connection
        .all<SignInRow>('SELECT at_ms, what, name, role, area FROM sign_ins ORDER BY ordinal DESC LIMIT ?', limit)
        .map(({ at_ms: atMs, ...rest }): SignIn => ({ atMs, ...rest })),
  };
}

interface SignInRow extends Omit<SignIn, 'atMs'> {
  at_ms: number;
}
