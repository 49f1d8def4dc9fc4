// A server that has loaded its code and waits to be told its folder and port: restarting fifty times should cost fifty starts, not fifty loads.
import { startServer } from '@onescreen/server';
import { configOf } from './consoleKit.ts';

process.once('message', async (order: { dataDir: string; port: number }) => {
  const { url } = await startServer({ ...configOf(order.dataDir), port: order.port });
  process.send?.({ url });
});
process.send?.({ loaded: true });
