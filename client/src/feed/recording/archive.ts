// A recording as the screen reads it: its particulars, one decoded segment at a time, and the line of one series over the whole of it.
// The same for a file, an address and a run of a server.

import type { RunInfo, Segment } from '@onescreen/shared/log';
import { decodeSegment } from '@onescreen/shared/log';
import type {
  ByteTools,
  Recording,
  RecordingTotals,
  RunNote,
  SegmentMeta,
  TracksMeta,
} from '@onescreen/shared/recordings';
import { decodeTrackOf, nameEntry, openRecording, TRACK_POINT_TICKS, trackIndex } from '@onescreen/shared/recordings';
import { openRun } from './runArchive.ts';
import type { RecordingAddress } from './sources.ts';
import { blobSource, urlSource } from './sources.ts';

/** What is known of a recording before any of its segments is read. */
export interface Contents {
  info: RunInfo;
  digest: string;
  totals: RecordingTotals;
  segments: readonly SegmentMeta[];
  tracks: readonly TracksMeta[];
  notes: readonly RunNote[];
  /** Why it is not whole, in one sentence; null when it is. */
  trouble: string | null;
  bytes: number;
}

export interface SeriesLine {
  ticks: number[];
  /** NO_DATA where there was no value yet. */
  quanta: Int32Array;
}

export interface Archive {
  readonly contents: Contents;
  /** Decoded, with the run's name back in its entries. Throws RecordingError, CodecError, SourceError. */
  segment(index: number): Promise<Segment>;
  /** A point a minute, as far as tracks were written. */
  line(indicator: number, area: number, series: number): Promise<SeriesLine>;
}

/** What an archive reads from: a recording, or a server that has the same parts. */
export interface Parts {
  payload(index: number): Promise<Uint8Array>;
  track(block: number, track: number): Promise<Uint8Array>;
}

export async function openArchive(address: RecordingAddress, tools: ByteTools): Promise<Archive> {
  if (address.kind === 'run') {
    const { contents, parts } = await openRun(address.base, tools);
    return archiveOf(contents, parts, tools);
  }
  const source = address.kind === 'file' ? blobSource(address.file) : await urlSource(address.url);
  const recording = await openRecording(source, tools, 'any');
  return archiveOf(contentsOf(recording), recording, tools);
}

const contentsOf = ({ header, index, bytes, trouble }: Recording): Contents => ({
  info: header.info,
  digest: index.digest,
  totals: index.totals,
  segments: index.segments,
  tracks: index.tracks,
  notes: index.notes,
  trouble: trouble?.message ?? null,
  bytes,
});

function archiveOf(contents: Contents, parts: Parts, tools: ByteTools): Archive {
  const { run } = contents.info;
  return {
    contents,
    async segment(index) {
      const segment = decodeSegment(await parts.payload(index));
      const records = segment.records.map((record) => ({
        ...record,
        entries: record.entries.map((entry) => nameEntry(entry, run)),
      }));
      return { ...segment, records };
    },
    async line(indicator, area, series) {
      const track = trackIndex(indicator, area);
      const blocks = await Promise.all(
        contents.tracks.map(async (_, block) => {
          const bytes = await tools.inflate(await parts.track(block, track), MOST_TRACK_BYTES);
          return bytes === null ? new Int32Array(0) : decodeTrackOf(track, bytes, series);
        }),
      );
      const ticks = blocks.flatMap((points, block) =>
        Array.from(points, (_, k) => contents.tracks[block]!.fromTick + (k + 1) * TRACK_POINT_TICKS - 1),
      );
      const quanta = new Int32Array(ticks.length);
      let at = 0;
      for (const points of blocks) {
        quanta.set(points, at);
        at += points.length;
      }
      return { ticks, quanta };
    },
  };
}

/** 234 streets, 120 points, at most five bytes each. */
const MOST_TRACK_BYTES = 256 * 1024;
