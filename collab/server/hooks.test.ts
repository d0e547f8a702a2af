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
    const broken: Extension<unknown> = {
      [hook]: async () => {
        if (throws) throw new Error(`a bug in ${hook}`);
      },
    };
    server = await startCollab(engine.db, {
      extensions: [broken],
      durations: { compactQuiet: 20, compactLongest: 20 },
    });
    const mine = server.open(await server.document(), await server.person());
    write(mine, 'typed while it was broken');
    await new Promise((resolve) => setTimeout(resolve, 150));
    throws = false;
    await until(() => isSaved(mine) && !mine.hasUnsentWords(), 'recovered');
    expect(textOf(await server.collab.port.read(mine.name))).toBe('typed while it was broken');
    expect(uncaught).toEqual([]);
  });
});
