import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRoom } from '#collab/client/open-room.ts';
import { CLOSE } from '#collab/document/close-reasons.ts';
import { roomName } from '#collab/document/document-names.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import { withDatabase } from '#db/testing.ts';
import { asId, type MeetingId, type PersonId } from '#domain/ids.ts';
import type { Identified } from '../options.ts';
import { isSaved, startCollab, type TestCollab, textOf, until, webSocketOf, write } from '../testing.ts';
import { joinRaw, presenceFrame } from '../testing-raw.ts';
import { readNews } from './news.ts';
import { createBus } from './testing-relay.ts';

const ALL_DAY = 86_400_000;

withDatabase((engine) => {
  const bus = createBus();
  const revs = new Map<MeetingId, number>();
  const rooms = {
    projectRoom: async (meeting: MeetingId) => ({ rev: revs.get(meeting) ?? 0, value: { of: meeting } }),
    roomRevs: async () => revs,
  };
  // nothing is found by looking now and then: what arrives was told
  const told = { logPoll: ALL_DAY, rightsPoll: ALL_DAY, roomHeal: ALL_DAY, nodeSilence: 1500 };
  let one: TestCollab;
  let other: TestCollab;
  let whileOpening: (() => Promise<void>) | null = null;
  const extensions = [
    {
      afterLoadDocument: async () => {
        const meanwhile = whileOpening;
        whileOpening = null;
        await meanwhile?.();
      },
    },
  ];
  beforeAll(async () => {
    one = await startCollab(engine.db, { ...rooms, relay: bus.node(), durations: told });
    other = await startCollab(engine.db, { ...rooms, relay: bus.node(), durations: told, extensions });
  });
  afterAll(async () => {
    await one.stop();
    await other.stop();
  });

  const person = async (name: string): Promise<Identified> => {
    const made = await one.person(name);
    other.signedIn.set(made.id, made);
    return made;
  };
  const onBoth = async () => {
    const name = await one.document('At first. ');
    const here = one.open(name, await person('Ana Ruiz'));
    const there = other.open(name, await person('Ben Tal'));
    await until(() => isSaved(here) && isSaved(there), 'both are there');
    return { name, here, there };
  };
  const namesSeenBy = (document: { awareness: { getStates(): Map<number, unknown> } }) =>
    [...document.awareness.getStates().values()].flatMap((state) => {
      const { user } = state as { user?: { name: string } };
      return user ? user.name : [];
    });

  describe('words', () => {
    it('[D4] a row told by its number is read in the database; no word of it travels', async () => {
      const { here, there } = await onBoth();
      write(here, 'never in Redis');
      await until(() => textOf(there.doc).includes('never in Redis'), 'read there');
      write(there, ', nor this');
      await until(() => textOf(here.doc).includes('nor this'), 'read here');
      expect(bus.told.filter((text) => /Redis|nor this/.test(text))).toEqual([]);
    });

    it('[D4] a number nobody has committed shows nothing', async () => {
      const { name, here, there } = await onBoth();
      const before = textOf(there.doc);
      bus.node().tell({ kind: 'rows', document: name, seqs: [2 ** 40] });
      write(here, '!');
      await until(() => textOf(there.doc).endsWith('!'), 'the next one came');
      expect(textOf(there.doc)).toBe(`${before}!`);
    });

    it('[D5] a telling that was lost is healed by the next one', async () => {
      const { here, there } = await onBoth();
      bus.lose = ({ kind }) => kind === 'rows';
      write(here, 'lost ');
      await until(() => !here.hasUnsentWords(), 'acknowledged');
      bus.lose = () => false;
      write(here, 'found');
      await until(() => textOf(there.doc) === 'At first. lost found', 'healed');
    });

    it('[D5] what was told to nobody is there once the way is back, with no further edit', async () => {
      const { here, there } = await onBoth();
      bus.cut();
      write(here, 'from here ');
      write(there, 'from there ');
      await until(() => !here.hasUnsentWords() && !there.hasUnsentWords(), 'both acknowledged');
      expect(textOf(here.doc)).not.toBe(textOf(there.doc));
      bus.mend();
      await until(() => textOf(here.doc) === textOf(there.doc), 'equal again');
      expect(textOf(here.doc)).toContain('from there');
    });

    it('[D5] the program’s own edit reaches the other node as any', async () => {
      const { name, here, there } = await onBoth();
      await one.collab.port.edit(name, null, (doc) => doc.getText('words').insert(0, 'Once. '));
      await one.collab.port.editOnce(
        name,
        null,
        (doc) => doc.getText('words').insert(0, 'Twice. '),
        async () => true,
      );
      await until(() => textOf(there.doc).startsWith('Twice. Once. '), 'there');
      expect(textOf(here.doc)).toBe(textOf(there.doc));
    });
  });

  describe('faces', () => {
    it('[M18] whoever is on another node is seen, also by those who come later, and goes when they go', async () => {
      const { name, here, there } = await onBoth();
      there.setPresence({ typing: true });
      await until(() => namesSeenBy(here).includes('Ben Tal'), 'seen');
      const late = one.open(name, await person('Cleo Lund'));
      await until(() => namesSeenBy(late).includes('Ben Tal'), 'seen by a late one');
      await until(() => namesSeenBy(there).includes('Cleo Lund'), 'and sees them');
      there.close();
      await until(() => !namesSeenBy(here).includes('Ben Tal'), 'gone');
      expect(one.collab.port.present(name)).toHaveLength(2);
    });

    it('[M18] a document opened on one node asks who is there on the others', async () => {
      const name = await one.document();
      const here = one.open(name, await person('Ana Ruiz'));
      await until(() => isSaved(here), 'first');
      const there = other.open(name, await person('Ben Tal'));
      await until(() => namesSeenBy(there).includes('Ana Ruiz'), 'asked and answered');
    });

    it('[bad input 19] nobody speaks for a tab that is on another node', async () => {
      const { name, here, there } = await onBoth();
      await until(() => namesSeenBy(here).includes('Ben Tal'), 'seen');
      const liar = await joinRaw(one, await person('Mallory'), name);
      liar.send(presenceFrame(name, [[there.doc.clientID, { typing: true }]]));
      expect(await liar.closed).toBe(CLOSE.malformed.code);
      expect(namesSeenBy(there)).not.toContain('Mallory');
    });

    it('[bad input 19] a face told of under another name takes nobody’s tab from them', async () => {
      const { name, here, there } = await onBoth();
      await until(() => namesSeenBy(there).includes('Ana Ruiz'), 'seen');
      const user = { id: randomUUID(), name: 'Mallory', hue: 3 };
      const face = { client: here.doc.clientID, clock: 1_000_000, state: { user } };
      bus.node().tell({ kind: 'faces', document: name, faces: [face] });
      write(there, 'later');
      await until(() => textOf(here.doc).endsWith('later'), 'heard');
      here.setPresence({ typing: true });
      write(here, ' still here');
      await until(() => textOf(there.doc).endsWith('still here'), 'goes on');
      await until(() => there.awareness.getStates().get(here.doc.clientID)?.typing === true, 'is seen');
      expect(namesSeenBy(there)).toContain('Ana Ruiz');
      expect(namesSeenBy(there)).not.toContain('Mallory');
      expect(here.status.get().reason).toBeNull();
    });

    it('[M18] who moves to the other node is seen throughout, however late the first one misses them', async () => {
      const name = await one.document();
      const here = one.open(name, await person('Ana Ruiz'));
      const cleo = other.open(name, await person('Cleo Lund'));
      await until(() => isSaved(here) && isSaved(cleo), 'both are there');
      const ben = await person('Ben Tal');
      const speak = async (server: TestCollab, clock: number) => {
        const tab = await joinRaw(server, ben, name);
        tab.send(presenceFrame(name, [[4242, { block: `at ${clock}` }]], clock));
        return tab;
      };
      const isSeenAt = (clock: number) =>
        [here, cleo].every(({ awareness }) => awareness.getStates().get(4242)?.block === `at ${clock}`);
      const dead = await speak(other, 1);
      await until(() => isSeenAt(1), 'seen on both');
      const alive = await speak(one, 2);
      await until(() => isSeenAt(2), 'seen anew on both');
      dead.socket.terminate();
      await dead.closed;
      const late = other.open(name, await person('Dana Weiss'));
      await until(() => namesSeenBy(late).includes('Ana Ruiz'), 'a late one has heard who is there');
      expect(namesSeenBy(late)).toContain('Ben Tal');
      expect(isSeenAt(2)).toBe(true);
      alive.socket.close();
      await until(() => !namesSeenBy(cleo).includes('Ben Tal'), 'gone for good');
    });

    it('[M18] a node takes away nobody it did not tell of last', async () => {
      const { name, here, there } = await onBoth();
      await until(() => namesSeenBy(here).includes('Ben Tal'), 'seen');
      const face = { client: there.doc.clientID, clock: 50, state: null };
      bus.node().tell({ kind: 'faces', document: name, faces: [face] });
      // what is told later comes later
      write(there, 'later');
      await until(() => textOf(here.doc).endsWith('later'), 'heard');
      expect(namesSeenBy(here)).toContain('Ben Tal');
    });

    it('[M18] in a room it is said when faces of other nodes may be missing, and when they are back', async () => {
      const meeting = asId<MeetingId>(randomUUID());
      const enter = (server: TestCollab, who: Identified) =>
        openRoom({
          name: roomName(meeting),
          me: { id: who.id, name: who.name, hue: 3 },
          url: server.url,
          link: { WebSocketPolyfill: webSocketOf(who, server.origin) },
        });
      const here = enter(one, await person('Ana Ruiz'));
      const there = enter(other, await person('Ben Tal'));
      const names = () => here.people.get().map(({ user }) => user.name);
      await until(() => names().includes('Ben Tal'), 'both seen');
      expect(here.facesMissing.get()).toBe(false);
      bus.cut();
      await until(() => here.facesMissing.get() && names().length === 1, 'said, and not pretended');
      bus.mend();
      await until(() => !here.facesMissing.get() && names().includes('Ben Tal'), 'back');
      here.close();
      there.close();
    });
  });

  it('[P7] a right lost on one node is judged on the other at once', async () => {
    const { name, there } = await onBoth();
    one.rights.set(name, 'read');
    other.rights.set(name, 'read');
    await raiseRightsCounter(engine.db);
    one.collab.port.rightsChanged();
    await until(() => there.link.get().mode === 'read', 'reads only');
  });

  it('[D4] a row committed and told after its document was read, and before it was open, is not missed', async () => {
    const name = await one.document('At first. ');
    const here = one.open(name, await person('Ana Ruiz'));
    await until(() => isSaved(here), 'there');
    whileOpening = async () => {
      const told = bus.told.length;
      write(here, 'meanwhile');
      await until(() => bus.told.slice(told).some((text) => text.includes('rows')), 'told');
      // and heard
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    };
    const there = other.open(name, await person('Ben Tal'));
    await until(() => textOf(there.doc) === 'At first. meanwhile', 'read');
  });

  it('[M5] a command on one node moves the room on the other', async () => {
    const meeting = asId<MeetingId>(randomUUID());
    const who = await person('Ana Ruiz');
    const room = openRoom({
      name: roomName(meeting),
      me: { id: who.id, name: who.name, hue: 3 },
      url: other.url,
      link: { WebSocketPolyfill: webSocketOf(who, other.origin) },
    });
    await until(() => room.projection.get()?.rev === 0, 'there');
    revs.set(meeting, 7);
    one.collab.port.roomChanged(meeting);
    await until(() => room.projection.get()?.rev === 7, 'moved');
    one.collab.port.ownChanged(meeting, [asId<PersonId>(randomUUID())]);
    one.collab.port.ownChanged(meeting, [who.id]);
    await until(() => room.ownChanges.get() > 0, 'told of their own');
    expect(room.ownChanges.get(), 'nobody hears of what is another person’s').toBe(1);
    room.close();
  });

  it('what another version of Soak, or somebody else, says is not listened to', () => {
    for (const text of ['', '{', '[]', '{"kind":"rows"}', '{"kind":"rows","document":"x","seqs":[1]}'])
      expect(readNews(text)).toBeNull();
    expect(readNews('{"kind":"here","more":1}')).toBeNull();
  });
});
