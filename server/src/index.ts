// Public names of the server, one by one.
export { ConfigError, DEFAULT_PORT, readConfig } from './config.ts';
export type { ServerConfig } from './config.ts';
export { startServer } from './server.ts';
export type { RunningServer, ServerParts } from './server.ts';
