// Public names of the server, one by one.

export type { ServerConfig } from './config.ts';
export { ConfigError, DEFAULT_PORT, readConfig } from './config.ts';
export type { RunningServer, ServerParts } from './server.ts';
export { startServer } from './server.ts';
