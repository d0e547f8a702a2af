import type { Extension } from '@hocuspocus/server';
import { CLOSE } from '#collab/document/close-reasons.ts';
import type { OpenSocket } from './open-socket.ts';
import type { CollabOptions } from './options.ts';
import { Refusal } from './refusal.ts';

/** A throw in these stops what they stand before; Hocuspocus catches it, yet would leave the WebSocket open and dead. */
const STOPPING = new Set<string>([
  'onConnect',
  'onAuthenticate',
  'onTokenSync',
  'onCreateDocument',
  'onLoadDocument',
  'afterLoadDocument',
  'connected',
  'beforeHandleMessage',
  'beforeHandleAwareness',
  'beforeSync',
]);

/** A throw here keeps the document in memory. */
const KEEPING = 'beforeUnloadDocument';

type Hook = (payload: unknown) => unknown;

/**
 * Wraps every hook of an extension. A throw in a stopping hook ends its socket by name; in any other it is logged and goes
 * no further: there it would be an unhandled rejection and end the process.
 */
export const guardHooks = <Context>(
  extension: Extension<Context>,
  log: CollabOptions['log'],
): Extension<Context> => {
  const guarded: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(extension)) {
    guarded[name] = typeof value === 'function' ? guardHook(name, value.bind(extension) as Hook, log) : value;
  }
  return guarded as Extension<Context>;
};

const guardHook =
  (name: string, hook: Hook, log: CollabOptions['log']): Hook =>
  async (payload) => {
    try {
      return await hook(payload);
    } catch (error) {
      if (!(error instanceof Refusal) && name !== KEEPING) log.error(`collab ${name}`, error);
      if (error instanceof Refusal && error.cause) log.error(`collab ${name}`, error.cause);
      if (STOPPING.has(name)) {
        const reason = error instanceof Refusal ? error.reason : CLOSE.broken;
        socketOf(payload)?.refuse(reason);
        throw quiet(reason);
      }
      if (name === KEEPING) throw quiet(CLOSE.broken);
      return undefined;
    }
  };

/** Without a message, so that Hocuspocus does not print it. */
const quiet = ({ code, name }: { code: number; name: string }) =>
  Object.assign(new Error(''), { code, reason: name });

const socketOf = (payload: unknown): OpenSocket | undefined => {
  const { context, connection } = payload as { context?: Context; connection?: { context?: Context } };
  return context?.socket ?? connection?.context?.socket;
};

interface Context {
  socket?: OpenSocket;
}
