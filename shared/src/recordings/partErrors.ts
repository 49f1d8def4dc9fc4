// How a part of a recording that is not as it must be is named.
import { RecordingError } from './errors.ts';
import type { SegmentMeta, TracksMeta } from './format.ts';

export const segmentName = ({ index, fromTick, toTick }: SegmentMeta): string =>
  `segment ${index} (ticks ${fromTick} to ${toTick})`;
export const blockName = (position: number, { fromTick, toTick }: TracksMeta): string =>
  `block ${position} of tracks (ticks ${fromTick} to ${toTick})`;

export const damagedSegment = (segment: SegmentMeta): RecordingError =>
  new RecordingError(
    'segment-damaged',
    `${segmentName(segment)} is damaged: its bytes do not match its name`,
    segment.index,
  );
export const damagedBlock = (position: number, block: TracksMeta): RecordingError =>
  new RecordingError(
    'block-damaged',
    `${blockName(position, block)} is damaged: its bytes do not match its name`,
    position,
  );
