// A segment's payload out of its stored form, checked against both hashes.
import { RecordingError } from './errors.ts';
import { MAX_PAYLOAD_BYTES, type SegmentMeta } from './format.ts';
import { damagedSegment, segmentName } from './partErrors.ts';
import type { ByteTools } from './source.ts';

/** Inflates no more than the segment says and `MAX_PAYLOAD_BYTES` allows. Throws RecordingError `segment-damaged`, `segment-too-large`. */
export async function unpackSegment(
  segment: SegmentMeta & { stored: Uint8Array },
  tools: ByteTools,
): Promise<Uint8Array> {
  if (segment.payloadBytes > MAX_PAYLOAD_BYTES) {
    throw new RecordingError(
      'segment-too-large',
      `${segmentName(segment)} says that it holds ${segment.payloadBytes} bytes, more than any segment can`,
      segment.index,
    );
  }
  if (tools.sha256Hex(segment.stored) !== segment.storedDigest) throw damagedSegment(segment);
  const payload = await tools.inflate(segment.stored, Math.max(1, segment.payloadBytes));
  if (payload === null || payload.length !== segment.payloadBytes || tools.sha256Hex(payload) !== segment.digest)
    throw damagedSegment(segment);
  return payload;
}
