import type { Document } from '@hocuspocus/server';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { type Projection, readProjection } from '#collab/document/projection.ts';
import { createRooms } from '#collab/server/rooms.ts';
import { findMeeting, listRoomRevs } from '#db/meetings.ts';
import { loadRoom } from '#db/rooms.ts';
import { withDatabase } from '#db/testing.ts';
import type { Command } from '#domain/meeting/command.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import type { RoomProjection } from '#domain/meeting/projection.ts';
import type { App, SignedIn } from '../app.ts';
import { aMeetingWith } from './inputs/testing.ts';
import { runCommand } from './run-command.ts';
import { projectedRoom } from './show-room.ts';

const LONG = Boolean(process.env.SOAK_LONG);
const [PEOPLE, STEPS, HOURS] = LONG ? [100, 3_000, 2] : [12, 120, 2];
const BEGAN = Date.parse('2026-11-18T09:12:00Z');

/** Mulberry32: the same meeting again for the same seed. */
function chanceOf(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (count: number) => Math.floor(next() * count);
  const of = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  return { below, of, isOneIn: (count: number) => below(count) === 0 };
}
type Chance = ReturnType<typeof chanceOf>;

/** What somebody might press as the room stands; much of it is refused, as in meetings. */
function anyPress(chance: Chance, room: Room, steers: boolean): Command {
  const gone = '00000000-0000-4000-8000-000000000099';
  const stage = chance.of(room.stages)?.id ?? (gone as never);
  const here = 'current' in room.meeting ? room.meeting.current : stage;
  const speaking = room.queue.find(({ state }) => state === 'speaking')?.id ?? null;
  const words = `words ${chance.below(1_000_000)}`;
  const id = `00000000-0000-4000-8000-${String(chance.below(1e9)).padStart(12, '0')}`;
  const all: Command[] = [
    { command: 'seen' },
    { command: 'ready', ready: !chance.isOneIn(3) },
    { command: 'raise-hand', type: chance.isOneIn(2) ? 'question' : 'new-point', words },
    { command: 'lower-hand', entry: chance.of(room.queue)?.id ?? gone },
    { command: 'capture', kind: chance.isOneIn(2) ? 'insight' : 'question', words },
    { command: 'park', words },
    { command: 'change-parked', parked: chance.of(room.parked)?.id ?? gone, words },
    { command: 'confirm-capture', capture: chance.of(room.captures)?.id ?? gone },
    { command: 'withdraw-capture', capture: chance.of(room.captures)?.id ?? gone },
    { command: 'write', stage: here, words },
    { command: 'unsigned', stage: here, id, words },
    { command: 'answer', stage: here, id, choice: chance.isOneIn(3) ? 'no' : 'yes' },
    { command: 'seal', words },
  ];
  const steering: Command[] = [
    ...([{ command: 'next' }, { command: 'back' }, { command: 'undo' }] as const),
    ...([{ command: 'pause' }, { command: 'resume' }, { command: 'resume' }] as const),
    { command: 'go', stage },
    { command: 'timer-add', seconds: chance.isOneIn(2) ? 60 : -60 },
    { command: 'next-speaker', speaking },
    { command: 'next-speaker', speaking },
    { command: 'stage-change', stage, minutes: 1 + chance.below(20) },
    { command: 'stage-move', stage, after: null },
    { command: 'reveal', stage: here, few: true },
    { command: 'poll-close', stage: here },
    { command: 'queue-close' },
    { command: 'queue-open' },
    { command: 'round-start' },
  ];
  return chance.of(steers && !chance.isOneIn(4) ? steering : all) as Command;
}

/** One of two programs: a room's document as `rooms.ts` keeps it. */
function aNode(app: App, meeting: string) {
  const open = () => Object.assign(new Y.Doc(), { name: `room:${meeting}` }) as unknown as Document;
  const node = { document: open() };
  const restart = () => {
    node.document = open();
  };
  const rooms = createRooms({
    log: { info: () => {}, error: (what, error) => expect.unreachable(`${what}: ${error}`) },
    projectRoom: (id) => projectedRoom(app.db, id, app.clock.now()),
    roomRevs: (ids) => listRoomRevs(app.db, ids),
    spacingMs: 1,
    judgeMs: 20_000,
    document: () => node.document,
    openNames: () => [`room:${meeting}`],
  });
  return { rooms, node, restart };
}
type ANode = ReturnType<typeof aNode>;

/** A tab: what its socket has brought, and the higher revision of that and of what its presses were answered. */
class Tab {
  readonly person: SignedIn;
  #doc = new Y.Doc();
  #inbox: Uint8Array[] = [];
  #leave: (() => void) | null = null;
  at: ANode | null = null;
  shown: Projection<unknown> | null = null;

  constructor(person: SignedIn) {
    this.person = person;
  }

  join(at: ANode): void {
    this.drop();
    const { document } = at.node;
    const hear = (update: Uint8Array) => void this.#inbox.push(update);
    this.#inbox = [Y.encodeStateAsUpdate(document, Y.encodeStateVector(this.#doc))];
    document.on('update', hear);
    this.#leave = () => document.off('update', hear);
    this.at = at;
  }

  /** What was on its way is lost. */
  drop(): void {
    this.#leave?.();
    this.#leave = null;
    this.#inbox = [];
    this.at = null;
  }

  read(most = Number.POSITIVE_INFINITY): void {
    const before = readProjection(this.#doc)?.rev ?? -1;
    for (const update of this.#inbox.splice(0, most)) Y.applyUpdate(this.#doc, update);
    const brought = readProjection(this.#doc);
    expect(brought?.rev ?? -1, 'no socket takes the room back').toBeGreaterThanOrEqual(before);
    this.take(brought);
  }

  take(state: Projection<unknown> | null): void {
    if (state && state.rev >= (this.shown?.rev ?? -1)) this.shown = state;
  }
}

/** Who was seen meanwhile is no change of the room (M10). */
const besidesPresence = (projection: Projection<unknown> | null) =>
  projection && { ...(projection.value as RoomProjection), ready: null, lead: null };

withDatabase((engine) => {
  const seeds = LONG ? [4, Date.now() % 1_000_000_007] : [4];
  test.each(seeds)(
    '[M4] [M5] two hours of random presses, cut connections and changes of node: every tab ends with what the rows say (seed %i)',
    { timeout: 3_600_000 },
    async (seed) => {
      process.stdout.write(`two hours of ${PEOPLE} people in ${STEPS} steps, seed ${seed}\n`);
      const chance = chanceOf(seed);
      const kinds = ['section', 'round', 'unsaid', 'poll', 'silent-writing', 'open-floor'] as const;
      const field = await aMeetingWith(engine.db, kinds);
      const { app, felicity, priya, meeting_: id } = field;
      const nodes = [aNode(app, id), aNode(app, id)] as const;
      const handed: Projection<unknown>[] = [];
      let pressedAt: ANode = nodes[0];
      app.collab = {
        ...app.collab,
        roomChanged: (_, shown) => {
          if (shown) handed.push(shown);
          pressedAt.rooms.changed(id, shown);
          // what one node tells the other is sometimes lost
          for (const other of nodes) if (other !== pressedAt && !chance.isOneIn(4)) other.rooms.changed(id);
        },
      };
      const people = [felicity, priya];
      while (people.length < PEOPLE) people.push(await field.person(`Member ${people.length}`));
      const tabs = people.map((person) => new Tab(person));
      for (const tab of tabs) tab.join(chance.of(nodes) as ANode);
      const roomNow = async () => {
        const meeting = await findMeeting(app.db, id);
        if (!meeting) throw new Error('gone');
        return loadRoom(app.db, meeting, null, app.clock.now());
      };
      let presses = 0;
      const press = async (tab: Tab, command: Command) => {
        pressedAt = tab.at ?? nodes[0];
        // what this tab has seen, not what is newest
        const expectedRev = tab.shown?.rev ?? 0;
        presses += 1;
        const key = `step-${seed}-${presses}`;
        const answer = await runCommand(app, tab.person, id, { command, expectedRev, key });
        if ('state' in answer && tab.at) tab.take({ rev: answer.rev, value: answer.state });
        return answer;
      };
      let accepted = 0;
      let compared = 0;
      for (let step = 0; step < STEPS; step += 1) {
        field.at(new Date(BEGAN + (step * HOURS * 3_600_000) / STEPS).toISOString());
        const room = await roomNow();
        const before = handed.length;
        const crowd = chance.isOneIn(6) ? 2 + chance.below(6) : 1;
        const pressing = Array.from({ length: crowd }, () => {
          const tab = (chance.isOneIn(2) ? tabs[0] : chance.of(tabs)) as Tab;
          tab.read();
          return press(tab, anyPress(chance, room, tab.person === felicity && !chance.isOneIn(3)));
        });
        for (const answer of await Promise.all(pressing)) if (!('refused' in answer)) accepted += 1;
        // what a command hands on is what would have been read
        const read = handed.length > before ? await projectedRoom(app.db, id, app.clock.now()) : null;
        const newest = handed.slice(before).find(({ rev }) => rev === read?.rev);
        if (newest) {
          compared += 1;
          expect(besidesPresence(newest)).toEqual(besidesPresence(read));
        }
        const tab = chance.of(tabs) as Tab;
        if (chance.isOneIn(3)) tab.drop();
        else if (!tab.at || chance.isOneIn(8)) tab.join(chance.of(nodes) as ANode);
        if (chance.isOneIn(4)) (chance.of(tabs) as Tab).read(chance.below(5));
        if (chance.isOneIn(40)) {
          const restarted = chance.of(nodes) as ANode;
          for (const one of tabs) if (one.at === restarted) one.drop();
          restarted.restart();
        }
        if (chance.isOneIn(20)) for (const { rooms } of nodes) await rooms.heal();
      }
      await press(tabs[0] as Tab, { command: 'timer-start' });
      await field.does(felicity, { command: 'end' });
      const rows = await projectedRoom(app.db, id, app.clock.now());
      for (const { rooms, node } of nodes)
        await expect
          .poll(
            async () => {
              await rooms.heal();
              return readProjection(node.document)?.rev;
            },
            { timeout: 20_000 },
          )
          .toBe(rows?.rev);
      for (const tab of tabs) {
        if (!tab.at) tab.join(chance.of(nodes) as ANode);
        tab.read();
        expect(tab.shown).toEqual(rows);
      }
      expect(accepted).toBeGreaterThan(STEPS / 2);
      expect(compared).toBeGreaterThan(STEPS / 3);
    },
  );
});
