import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type WebSocket from 'ws';
import { withDatabase } from '#db/testing.ts';
import { startCollab, type TestCollab } from './testing.ts';
import { pathAt } from './testing-raw.ts';

withDatabase((engine) => {
  let server: TestCollab;
  beforeAll(async () => {
    server = await startCollab(engine.db, { caps: { socketsPerPerson: 3 } });
  });
  afterAll(() => server.stop());

  const answer = (socket: WebSocket) =>
    new Promise<number>((resolve) => {
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.on('open', () => resolve(101));
      socket.on('error', () => {});
    });

  describe.each(['collab', 'yjs'] as const)('at the door of %s', (name) => {
    let door = '';
    beforeAll(async () => {
      door = pathAt(name, await server.document());
    });

    it.each([
      ['absent', undefined],
      ['null', 'null'],
      ['foreign', 'http://evil.test'],
      ['a suffix of ours', 'http://soak.test.evil.test'],
      ['ours as a suffix', 'http://evilsoak.test'],
      ['another port', 'http://soak.test:81'],
      ['another scheme', 'https://soak.test'],
    ])('[bad input 1] an upgrade whose Origin is %s is refused with 403', async (_what, origin) => {
      const person = await server.person();
      const headers = { cookie: `who=${person.id}`, ...(origin && { origin }) };
      expect(await answer(server.socket(person, { door, headers }))).toBe(403);
    });

    it('[bad input 1] another path is refused, the right one opens', async () => {
      const person = await server.person();
      expect(await answer(server.socket(person, { door: '/admin' }))).toBe(403);
      expect(await answer(server.socket(person, { door: '/collab/../admin' }))).toBe(403);
      expect(await answer(server.socket(person, { door }))).toBe(101);
    });

    it('[bad input 2] no sign-in, an unknown one and one that has been revoked are refused with 403', async () => {
      const person = await server.person();
      expect(await answer(server.socket(null, { door }))).toBe(403);
      expect(await answer(server.socket({ ...person, id: 'x' as typeof person.id }, { door }))).toBe(403);
      server.signedIn.delete(person.id);
      expect(await answer(server.socket(person, { door }))).toBe(403);
      expect(await server.collab.explain(`who=${person.id}`)).toBe(401);
    });

    it('one person opens so many sockets and no more', async () => {
      const person = await server.person();
      const answers = [];
      for (let socket = 0; socket < 4; socket++) answers.push(await answer(server.socket(person, { door })));
      expect(answers).toEqual([101, 101, 101, 403]);
    });
  });
});
