// The header of a file: as it stands there, or, where it is damaged, as the first entry of the run says it once more.
import { CodecError, decodeSegment } from '../log/index.ts';
import { RecordingError } from './errors.ts';
import type { IndexedSegment, RecordingHeader } from './format.ts';
import { headerSchema, MAX_HEADER_BYTES, NOTICE } from './format.ts';
import { parseJson } from './readIndex.ts';
import type { PartSource } from './recording.ts';
import type { ByteTools } from './source.ts';
import { unpackSegment } from './unpack.ts';

/** In version 1 it is JSON, since version 2 one zlib stream of it. Throws RecordingError `damaged`. */
export async function readHeader(stored: Uint8Array, version: number, tools: ByteTools): Promise<RecordingHeader> {
  const bytes = version === 1 ? stored : await tools.inflate(stored, MAX_HEADER_BYTES);
  if (bytes === null) throw new RecordingError('damaged', 'the recording is damaged: its header cannot be read');
  return parseJson(bytes, headerSchema, 'its header');
}

/** The run gets a name after its first segment; what else only the header said is lost. Null when that segment cannot be read either. */
export async function recoverHeader(
  source: PartSource,
  first: IndexedSegment,
  tools: ByteTools,
): Promise<RecordingHeader | null> {
  try {
    const payload = await unpackSegment({ ...first, stored: await source.segment(first) }, tools);
    const entry = decodeSegment(payload).records[0]?.entries[0];
    if (entry?.kind !== 'run.started') return null;
    const info = { ...entry.info, run: `run-${first.digest.slice(0, 8)}` };
    const header = { simulated: true, notice: NOTICE, program: '', info, scenarioText: null, parent: null };
    return headerSchema.safeParse(header).data ?? null;
  } catch (error) {
    if (error instanceof RecordingError || error instanceof CodecError) return null;
    throw error;
  }
}
