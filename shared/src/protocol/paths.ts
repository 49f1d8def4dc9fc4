// Where the sockets are. Two paths on one port, because they bound their messages differently (2 MB and 64 KiB).

/** `path` option of socket.io for screens; namespace `/console`. */
export const CONSOLE_PATH = '/socket.io';
/** `path` option of socket.io for simulators and real feeds; namespace `/ingest`. */
export const INGEST_PATH = '/ingest/socket.io';
