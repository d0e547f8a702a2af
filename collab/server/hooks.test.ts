import type { Extension } from '@hocuspocus/server';
import { afterEach, expect, it } from 'vitest';
import { withDatabase } from '#db/testing.ts';
import { isSaved, startCollab, type TestCollab, textOf, until, write } from './testing.ts';

const HOOKS = [
  'onConnect',
  'onAuthenticate',
  'onTokenSync',
  'onCreateDocument',
  'onLoadDocument',
  'afterLoadDocument',
  'connected',
  'beforeHandleMessage',
  'afterHandleMessage',
  'beforeHandleAwareness',
  'beforeSync',
  'onStateless',
  'onChange',
  'onStoreDocument',
  'afterStoreDocument',
  'onAwarenessUpdate',
  'onDisconnect',
  'beforeUnloadDocument',
  'afterUnloadDocument',
  'onUpgrade',
  'onRequest',
] as const;

/** Hocuspocus calls these only as a server of its own, or for messages our guard does not let through. */
const NEVER_CALLED: readonly string[] = ['onTokenSync', 'onStateless', 'onUpgrade', 'onRequest'];
const ON_LEAVING: readonly string[] = ['onDisconnect', 'beforeUnloadDocument', 'afterUnloadDocument'];

withDatabase((engine) => {
  let server: TestCollab;
  const uncaught: unknown[] = [];
  const listen = (error: unknown) => uncaught.push(error);
  afterEach(async () => {
    await server.stop();
    process.off('unhandledRejection', listen);
  });

  it.each(HOOKS)('[D1] a throw in %s ends at most its own connection, which comes back', async (hook) => {
    process.on('unhandledRejection', listen);
    let throws = true;
    let thrown = 0;
    const broken: Extension<unknown> = {
      [hook]: async () => {
        if (!throws) return;
        thrown += 1;
        throw new Error(`a bug in ${hook}`);
      },
    };
    server = await startCollab(engine.db, {
      extensions: [broken],
      durations: { compactQuiet: 20, compactLongest: 20 },
    });
    const name = await server.document();
    const person = await server.person();
    const first = server.open(name, person);
    write(first, 'typed while it was broken');
    const leaves = ON_LEAVING.includes(hook);
    if (leaves) {
      await until(() => isSaved(first) && !first.hasUnsentWords(), 'saved before leaving');
      first.close();
    }
    await until(() => thrown > 0 || (NEVER_CALLED.includes(hook) && isSaved(first)), 'it has thrown');
    throws = false;
    const mine = leaves ? server.open(name, person) : first;
    await until(() => isSaved(mine) && !mine.hasUnsentWords(), 'recovered');
    expect(textOf(await server.collab.port.read(name))).toBe('typed while it was broken');
    expect(uncaught).toEqual([]);
  });
});
