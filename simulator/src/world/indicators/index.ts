export { createIndicatorWorld } from './indicatorWorld.ts';
export { createSampleBuffer } from './sampleBuffer.ts';
export type { IndicatorWorld, IndicatorWorldOptions, IndicatorWorldState, SampleBuffer, SampleSink } from './types.ts';
