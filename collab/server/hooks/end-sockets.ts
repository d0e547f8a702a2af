import type { Extension } from '@hocuspocus/server';
import { CLOSE } from '#collab/document/close-reasons.ts';
import type { Context } from '../context.ts';

/**
 * Where Hocuspocus ends one document's connection by itself, its WebSocket would stay open and the page believe it is
 * connected, for good. So the WebSocket ends too, unless the page left the document on its own.
 */
export const endSockets = (): Extension<Context> => ({
  extensionName: 'end-sockets',
  async onDisconnect({ context, documentName }) {
    if (context.socket && !context.socket.left.has(documentName)) context.socket.refuse(CLOSE.broken);
  },
});
