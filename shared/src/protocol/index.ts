export { PROTOCOL_VERSION } from './console.ts';
export type * from './console.ts';
export type * from './ingest.ts';
