// The recording that version 2 of the file wrote (scripts/generate/golden.ts): it plays for ever, and its parts say the same of the run.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import { evolveCases } from '@onescreen/shared/cases';
import { indicators } from '@onescreen/shared/catalogue';
import type { CityState } from '@onescreen/shared/city';
import { applyChanges, NO_DATA, seriesOf } from '@onescreen/shared/city';
import type { Entry, Segment } from '@onescreen/shared/log';
import { decodeSegment } from '@onescreen/shared/log';
import type { Recording } from '@onescreen/shared/recordings';
import { nameEntry, openRecording, readBlockLog, readHistory } from '@onescreen/shared/recordings';
import { beforeAll, describe, expect, test } from 'vitest';
import { countedSource, countedTools } from './recordingKit.ts';

const golden = (version: number): Buffer =>
  readFileSync(new URL(`../../../golden/version-${version}.onescreen`, import.meta.url));
const file = golden(2);
const open = (bytes: Uint8Array): Promise<Recording> => openRecording(countedSource(bytes), countedTools());
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Values, states and ages as one text: three lists of 23 000 numbers take a second to compare one by one. */
const bytesOf = ({ quanta, states, changedTick }: CityState): string =>
  [quanta, states, changedTick].map((column) => sha256(new Uint8Array(column.buffer))).join();

/** What whoever wrote it said of it. */
const DIGEST = '4bae62f4163b131bdcd21fd774897e353ba5c18c2c6879af568aea6ba5c3a742';

let recording: Recording;
let segments: Segment[];
let entries: Entry[];
beforeAll(async () => {
  recording = await open(file);
  segments = [];
  for (const { index } of recording.index.segments) segments.push(decodeSegment(await recording.payload(index)));
  entries = segments.flatMap(({ records }) => records.flatMap((record) => record.entries));
});

describe('the golden recording of version 2', () => {
  test('has a parent, notes, two blocks, and people who may and who may not', () => {
    const { header, index } = recording;
    expect(header).toMatchObject({ simulated: true, parent: { run: 'golden-1', forkTick: 0 }, scenarioText: null });
    expect(header.info).toMatchObject({
      run: 'golden-2',
      scenario: 'xujing-day',
      policy: 'batch',
      durationTicks: 9000,
    });
    expect(index.digest).toBe(DIGEST);
    expect(index.totals).toEqual({ ticks: 9000, entries: 1986, cases: 9, closed: 1 });
    expect(index.notes.map(({ tick, toTick, author }) => [tick, toTick, author])).toEqual([
      [600, undefined, 'wang'],
      [7100, 7300, 'li'],
    ]);
    expect(index.tracks.map(({ fromTick, toTick }) => [fromTick, toTick])).toEqual([
      [0, 7199],
      [7200, 8999],
    ]);
    for (const kind of ['run.started', 'command.received', 'command.refused', 'case.closed', 'run.finished'] as const)
      expect(entries.some((entry) => entry.kind === kind)).toBe(true);
  });

  test('folds from each keyframe to the next: cases by its entries, the city by its changes', () => {
    const cases = structuredClone(segments[0]!.cases);
    const city = structuredClone(segments[0]!.city);
    for (const segment of segments) {
      expect(segment.cases).toEqual(cases);
      expect(bytesOf(segment.city)).toBe(bytesOf(city));
      for (const { tick, changes, entries: own } of segment.records) {
        applyChanges(city, tick, changes);
        for (const entry of own) evolveCases(cases, entry);
      }
    }
    expect(cases.seq).toBe(1986);
  });

  test('has in its blocks the log of its segments', async () => {
    const logs = [...(await readBlockLog(recording, 0)), ...(await readBlockLog(recording, 1))];
    expect(logs).toEqual(entries.map((entry) => nameEntry(entry, 'golden-2')));
  });

  test('has in its tracks the numbers of its keyframes', async () => {
    const span = { fromTick: 0, toTick: 9000 };
    for (const area of [0, 11]) {
      const history = await readHistory(recording, { area }, span);
      expect(history.ticks).toEqual(Array.from({ length: 150 }, (_, minute) => minute * 60 + 59));
      const known = indicators.filter(
        ({ index, id }) => seriesOf(index, area) >= 0 && history.series[id]!.at(-1) !== null,
      );
      expect(known.length).toBeGreaterThan(5);
      for (const { index, id } of known) {
        const series = seriesOf(index, area);
        const line = await readHistory(recording, { area, only: index }, span);
        expect(line.series).toEqual({ [id]: history.series[id] });
        for (const { header, city } of segments.slice(1))
          expect(line.series[id]![header.fromTick / 60 - 1] ?? NO_DATA).toBe(city.quanta[series]);
      }
    }
  });

  // By the words of docs/format.md alone, so that a mistake in the reader is not repeated here.
  test('is laid out as the document says', () => {
    expect([...file.subarray(0, 12)]).toEqual([...Buffer.from('ONESCREEN\r\n\x1a')]);
    expect([...file.subarray(-12)]).toEqual([...Buffer.from('ENDSCREEN\r\n\x1a')]);
    expect(file.readUInt32LE(12)).toBe(2);
    const tail = file.length - 48;
    const indexBytes = file.subarray(tail - file.readUInt32LE(tail), tail);
    expect(sha256(indexBytes)).toBe(file.subarray(tail + 4, tail + 36).toString('hex'));
    const index = JSON.parse(indexBytes.toString('utf8'));
    let at = 20 + file.readUInt32LE(16);
    expect(sha256(file.subarray(20, at))).toBe(index.headerDigest);
    expect(JSON.parse(inflateSync(file.subarray(20, at)).toString('utf8'))).toMatchObject({
      info: { run: 'golden-2' },
    });
    let digest = '0'.repeat(64);
    const kinds: number[] = [];
    while (at < tail - indexBytes.length) {
      const [kind, metaBytes, contentBytes] = [
        file.readUInt8(at),
        file.readUInt32LE(at + 1),
        file.readUInt32LE(at + 5),
      ];
      const meta = JSON.parse(file.subarray(at + 9, at + 9 + metaBytes).toString('utf8'));
      const content = file.subarray(at + 9 + metaBytes, at + 9 + metaBytes + contentBytes);
      expect(sha256(content)).toBe(meta.storedDigest);
      if (kind === 1) {
        const payload = inflateSync(content);
        expect([payload.length, sha256(payload)]).toEqual([meta.payloadBytes, meta.digest]);
        digest = sha256(Buffer.from(digest + meta.digest, 'hex'));
      } else {
        const { lengths } = meta as { lengths: number[] };
        const logAt = lengths.slice(0, -1).reduce((sum, one) => sum + one, 0);
        const [version, first] = inflateSync(content.subarray(logAt)).toString('utf8').split('\n');
        expect(JSON.parse(version!)).toEqual({ version: 2 });
        expect(JSON.parse(first!)).toMatchObject({ run: '', seq: expect.any(Number) });
      }
      kinds.push(kind);
      at += 9 + metaBytes + contentBytes;
    }
    expect(kinds).toEqual([...Array(24).fill(1), 2, ...Array(6).fill(1), 2]);
    expect(digest).toBe(DIGEST);
  });
});

test('the golden recording of version 1 has no parent, no blocks and no notes, and plays', async () => {
  const first = await open(golden(1));
  expect(first.header.parent).toBeNull();
  expect(first.index).toMatchObject({ tracks: [], notes: [] });
  for (const { index } of first.index.segments) decodeSegment(await first.payload(index));
});
