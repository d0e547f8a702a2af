import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openRoom } from '#collab/client/open-room.ts';
import { roomName } from '#collab/document/document-names.ts';
import type { Projection } from '#collab/document/projection.ts';
import { withDatabase } from '#db/testing.ts';
import { asId, type MeetingId } from '#domain/ids.ts';
import { startCollab, type TestCollab, until, webSocketOf } from './testing.ts';
import { joinRaw } from './testing-raw.ts';

interface Stage {
  stage: number;
}

withDatabase((engine) => {
  const states = new Map<string, Projection<Stage>>();
  let asked = 0;
  let looks = 0;
  let server: TestCollab;
  beforeAll(async () => {
    const projectRoom = async (meeting: MeetingId) => {
      asked += 1;
      return states.get(meeting) ?? null;
    };
    const roomRevs = async (meetings: readonly MeetingId[]) => {
      looks += 1;
      return new Map(meetings.map((meeting) => [meeting, states.get(meeting)?.rev ?? -1]));
    };
    server = await startCollab(engine.db, { projectRoom, roomRevs, durations: { roomHeal: 100 } });
  });
  afterAll(() => server.stop());

  const enter = async (meeting: MeetingId, name = 'Felicity Okafor') => {
    const person = await server.person(name);
    const link = { WebSocketPolyfill: webSocketOf(person, server.origin) };
    const me = { id: person.id, name, hue: 3 };
    return openRoom<Stage>({ name: roomName(meeting), me, url: server.url, link });
  };
  const meetingAt = (rev: number) => {
    const meeting = asId<MeetingId>(randomUUID());
    states.set(meeting, { rev, value: { stage: rev } });
    return meeting;
  };

  it('[M5] a late joiner has the newest state at once, and every change follows', async () => {
    const meeting = meetingAt(4);
    const room = await enter(meeting);
    await until(() => room.projection.get()?.rev === 4, 'there');
    states.set(meeting, { rev: 5, value: { stage: 1 } });
    server.collab.port.roomChanged(meeting);
    await until(() => room.projection.get()?.rev === 5, 'followed');
    expect(room.projection.get()?.value).toEqual({ stage: 1 });
    expect(await engine.db.selectFrom('document_updates').select('seq').execute()).toEqual([]);
    room.close();
  });

  it('many changes at once are a few writes that end with the newest', async () => {
    const meeting = meetingAt(1);
    const room = await enter(meeting);
    await until(() => room.projection.get(), 'there');
    const before = asked;
    for (let rev = 2; rev <= 400; rev++) {
      states.set(meeting, { rev, value: { stage: rev } });
      server.collab.port.roomChanged(meeting);
    }
    await until(() => room.projection.get()?.rev === 400, 'newest');
    expect(asked - before).toBeLessThan(8);
    // what comes along is shown without being asked for, and never takes the room back
    const then = asked;
    server.collab.port.roomChanged(meeting, { rev: 402, value: { stage: 402 } });
    server.collab.port.roomChanged(meeting, { rev: 401, value: { stage: 401 } });
    await until(() => room.projection.get()?.rev === 402, 'as it came along');
    expect(asked).toBe(then);
    room.close();
  });

  it('a change nobody told of is there within the healing', async () => {
    const meeting = meetingAt(1);
    const room = await enter(meeting);
    await until(() => room.projection.get(), 'there');
    const before = asked;
    const looked = looks;
    await until(() => looks > looked + 2, 'looked again');
    expect(asked, 'a room that stands still is not projected again').toBe(before);
    states.set(meeting, { rev: 2, value: { stage: 2 } });
    await until(() => room.projection.get()?.rev === 2, 'healed', 2000);
    room.close();
  });

  it('nobody in it can write it; faces and where they look are shown, one each', async () => {
    const meeting = meetingAt(1);
    const room = await enter(meeting, 'Ana');
    const other = await enter(meeting, 'Ben');
    other.setPresence({ following: true, where: 'remote' });
    await until(() => room.people.get().length === 2, 'both');
    await until(() => room.people.get()[1]?.where === 'remote', 'said where');
    expect(room.people.get().map(({ user }) => user.name)).toEqual(['Ana', 'Ben']);
    expect(room.link.get().mode).toBe('read');
    expect(server.collab.port.present(roomName(meeting))).toHaveLength(2);
    for (const one of [room, other]) one.close();
  });

  it('a page whose timers sleep is asked for a sign of life, and stays', async () => {
    const server = await startCollab(engine.db, {
      projectRoom: async () => ({ rev: 1, value: {} }),
      durations: { silence: 300, keepAlive: 50 },
    });
    const sleeper = await joinRaw(server, await server.person(), roomName(meetingAt(1)));
    let signs = 0;
    sleeper.socket.on('message', (data: Buffer) => {
      if (data.length !== 1 || data[0] !== 9) return;
      signs += 1;
      sleeper.send(new Uint8Array([10]));
    });
    let code: number | null = null;
    void sleeper.closed.then((given) => {
      code = given;
    });
    // one each 50 ms at most: three silences long
    await until(() => signs > 18, 'many signs of life');
    expect(code).toBeNull();
    await server.stop();
    expect(await sleeper.closed).toBe(1012);
  });
});
