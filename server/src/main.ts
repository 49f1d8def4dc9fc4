// The server as a program: settings in, one line of JSON out when it is ready, a clean end on SIGTERM and SIGINT.
import { PeopleError } from './auth/peopleFile.ts';
import { ConfigError, readConfig } from './config.ts';
import { type RunningServer, startServer } from './server.ts';
import { StoreError } from './store/index.ts';

/** Exit code when a setting, the port or the data folder is wrong: there is no use in starting again. */
const EXIT_WRONG_SETTING = 2;

/** Tells whoever started this program where to go: over its channel, or as one line. */
function tellReady({ url, operatorUrl, ingestToken }: RunningServer): void {
  // The ingest token goes out only when no one gave one, because then no one else knows it.
  const ingest = process.env.ONESCREEN_INGEST_TOKEN === undefined ? { ingestToken } : {};
  const ready = { ready: true, url, operatorUrl, ...ingest };
  if (process.send === undefined) process.stdout.write(`${JSON.stringify(ready)}\n`);
  else process.send(ready);
}

function endOn(signal: NodeJS.Signals, server: RunningServer): void {
  process.once(signal, () => {
    server.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  });
}

function fail(error: unknown): never {
  const expected = error instanceof ConfigError || error instanceof StoreError || error instanceof PeopleError;
  const text = error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`onescreen server: ${text}\n`);
  process.exit(expected ? EXIT_WRONG_SETTING : 1);
}

// What no one waited for is still told; it is not worth the city's screen.
process.on('unhandledRejection', (reason) => {
  process.stderr.write(
    `onescreen server: not handled: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}\n`,
  );
});

try {
  const server = await startServer(readConfig(process.argv.slice(2), process.env));
  endOn('SIGTERM', server);
  endOn('SIGINT', server);
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  tellReady(server);
} catch (error) {
  fail(error);
}
