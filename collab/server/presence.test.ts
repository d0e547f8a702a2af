import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type WebSocket from 'ws';
import { CLOSE } from '#collab/document/close-reasons.ts';
import { withDatabase } from '#db/testing.ts';
import { isSaved, startCollab, type TestCollab, until, webSocketOf } from './testing.ts';
import { joinRaw, presenceFrame } from './testing-raw.ts';

withDatabase((engine) => {
  let server: TestCollab;
  beforeAll(async () => {
    server = await startCollab(engine.db);
  });
  afterAll(() => server.stop());

  const withWatcher = async () => {
    const watcher = server.open(await server.document(), await server.person('Ana'));
    await until(() => isSaved(watcher), 'watching');
    const others = () =>
      [...watcher.awareness.getStates()]
        .filter(([id]) => id !== watcher.doc.clientID)
        .map(([, state]) => state);
    return { watcher, others };
  };

  describe.each(['collab', 'yjs'] as const)('at the door of %s', (door) => {
    it('[bad input 18] a name in HTML, a colour in CSS and unknown fields never reach anyone', async () => {
      const { watcher, others } = await withWatcher();
      const liar = await server.person('Ben Tal');
      const raw = await joinRaw(server, liar, watcher.name, door);
      const user = {
        id: 'someone-else',
        name: '<img src=x onerror=alert(1)>',
        color: 'red;background:url(//evil)',
        hue: 'x',
      };
      raw.send(
        presenceFrame(watcher.name, [
          [77, { user, typing: true, secret: 1, cursor: { anchor: 'x' }, block: 7 }],
        ]),
      );
      await until(() => others().length === 1, 'seen');
      expect(others()).toEqual([{ user: { id: liar.id, name: 'Ben Tal', hue: 3 }, typing: true }]);
      expect(server.collab.port.present(watcher.name)).toContain(liar.id);
    });

    it.each([
      ['500 tabs at once', Array.from({ length: 500 }, (_, id) => [id, { typing: true }])],
      [
        'two tabs',
        [
          [1, { typing: true }],
          [2, { typing: true }],
        ],
      ],
      ['1 MB', [[1, { block: 'x'.repeat(1024 * 1024) }]]],
      ['no object', [[1, [1, 2]]]],
    ] as [string, [number, unknown][]][])(
      '[bad input 18] presence of %s ends its connection',
      async (_what, states) => {
        const { watcher, others } = await withWatcher();
        const raw = await joinRaw(server, await server.person(), watcher.name, door);
        raw.send(presenceFrame(watcher.name, states));
        expect(await raw.closed).toBe(CLOSE.malformed.code);
        expect(others()).toEqual([]);
      },
    );

    it('[bad input 18] nobody speaks for another’s tab', async () => {
      const { watcher, others } = await withWatcher();
      watcher.setPresence({ block: 'finding:1' });
      const raw = await joinRaw(server, await server.person('Ben'), watcher.name, door);
      raw.send(presenceFrame(watcher.name, [[watcher.doc.clientID, { block: 'elsewhere' }]], 99));
      expect(await raw.closed).toBe(CLOSE.malformed.code);
      expect(watcher.awareness.getLocalState()).toMatchObject({ block: 'finding:1' });
      expect(others()).toEqual([]);
    });
  });

  it('a plain client repeats what it hears of others, as y-websocket does, and speaks for itself alone', async () => {
    const { watcher, others } = await withWatcher();
    watcher.setPresence({ block: 'finding:1' });
    const raw = await joinRaw(server, await server.person('Ben'), watcher.name, 'yjs');
    const told = () => raw.received.filter(({ type }) => type === 1);
    await until(() => told().length > 0, 'told');
    for (const { rest } of told()) raw.socket.send(Uint8Array.of(1, ...rest));
    raw.send(presenceFrame(watcher.name, [[5, { typing: true }]]));
    await until(() => others().length === 1, 'there');
    expect(watcher.awareness.getLocalState()).toMatchObject({ block: 'finding:1' });
    expect(others()).toMatchObject([{ user: { name: 'Ben' }, typing: true }]);
  });

  it('who leaves is gone at once, and a person with two tabs is one person', async () => {
    const { watcher, others } = await withWatcher();
    const ben = await server.person('Ben');
    const tabs = [server.open(watcher.name, ben), server.open(watcher.name, ben)];
    await until(() => others().length === 2, 'both tabs');
    expect(server.collab.port.present(watcher.name)).toHaveLength(2);
    for (const tab of tabs) tab.close();
    await until(() => others().length === 0, 'gone');
  });

  it('[M18] after a lost connection everybody sees everybody at once, not at the next sign of life', async () => {
    const name = await server.document();
    const ana = await server.person('Ana');
    const sockets: WebSocket[] = [];
    class Cuttable extends webSocketOf(ana, server.origin) {
      constructor(address: string) {
        super(address);
        sockets.push(this);
      }
    }
    const first = server.open(name, ana, { link: { WebSocketPolyfill: Cuttable } });
    const others = [
      server.open(name, await server.person('Ben')),
      server.open(name, await server.person('Cleo')),
    ];
    const nameOf = (state: unknown) => (state as { user?: { name: string } }).user?.name;
    const areSeen = () =>
      [first, ...others].every(
        ({ awareness }) => new Set([...awareness.getStates().values()].map(nameOf)).size === 3,
      );
    await until(areSeen, 'all see all');
    sockets[0]?.terminate();
    await until(() => first.link.get().phase !== 'connected', 'lost');
    await until(() => others.every(({ awareness }) => awareness.getStates().size === 2), 'gone');
    await until(areSeen, 'all see all again', 4000);
  });
});
