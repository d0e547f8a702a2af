/** In a process of its own, so that what it costs to receive a document is not taken for what it costs to send it. */
import { type Door, leanClient } from './lean-client.ts';

process.once('message', async (message) => {
  const began = performance.now();
  const client = leanClient(message as Door);
  await client.synced;
  const ms = performance.now() - began;
  client.close();
  process.send?.({ ms }, undefined, {}, () => process.exit(0));
});
