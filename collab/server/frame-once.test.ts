import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { frameOnce, writeFrame } from './frame-once.ts';

it('[D4] a message of any length arrives as it was, between what ws writes itself, and is framed once for all', async () => {
  const messages = [0, 1, 125, 126, 65_535, 65_536, 300_000].map((length) => new Uint8Array(length).fill(7));
  const http = createServer().listen(0, '127.0.0.1');
  const server = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  http.on('upgrade', (request, stream, head) =>
    server.handleUpgrade(request, stream, head, (webSocket) => {
      for (const message of messages) {
        webSocket.ping();
        writeFrame(stream, message);
      }
      webSocket.close(4400, 'enough');
    }),
  );
  await new Promise((resolve) => http.once('listening', resolve));
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const got: Buffer[] = [];
  client.on('message', (data: Buffer) => got.push(data));
  const code = await new Promise((resolve) => client.once('close', resolve));
  expect(got.map((data) => new Uint8Array(data))).toEqual(messages);
  expect(code).toBe(4400);
  const [message] = messages;
  if (message) expect(frameOnce(message)).toBe(frameOnce(message));
  http.close();
});
