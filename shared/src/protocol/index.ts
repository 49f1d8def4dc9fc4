export { fromBase64, toBase64 } from './base64.ts';
export { decodeBatch, encodeBatch, MOST_SAMPLES, MOST_SIGNALS } from './batchCodec.ts';
export type { BranchChanges, BranchCommand } from './branch.ts';
export { NO_CHANGES } from './branch.ts';
export type * from './console.ts';
export { PROTOCOL_VERSION } from './console.ts';
export { decodeFrame, encodeFrame } from './frameCodec.ts';
export type * from './ingest.ts';
export type { Inject } from './inject.ts';
export type { KeptWorld } from './keep.ts';
export { keepTicksOf, MOST_WORLD_BYTES } from './keep.ts';
export {
  isRunCommand,
  parseAck,
  parseBranchOrder,
  parseConsoleCommand,
  parseConsoleHello,
  parseControl,
  parseHello,
  parseInterest,
  parseKeptWorld,
  parsePaceStatus,
  parseWelcome,
  requireProtocol,
} from './messages.ts';
export { CONSOLE_PATH, INGEST_PATH } from './paths.ts';
export { isRefusal, ProtocolError, refusalMessage } from './refusals.ts';
export { runInfoSchema } from './schemas.ts';
