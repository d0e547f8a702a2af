import { useCallback, useMemo, useRef, useState } from 'react';
import { isAround } from '#domain/meeting/around/command.ts';
import type { CommandName, RecordedName } from '#domain/meeting/command.ts';
import { COMMAND_RULES, factsOfMeeting, mayCommand } from '#domain/meeting/may-command.ts';
import { phaseAt, type Room } from '#domain/meeting/meeting.ts';
import { stageDetails } from '#domain/meeting/own-room.ts';
import { captureShown, newest, parkedShown, projectRoom, turnShown } from '#domain/meeting/project-room.ts';
import type { PersonShown } from '#domain/meeting/projection.ts';
import { inOrder } from '#domain/meeting/queue-order.ts';
import type { WriteUp } from '#domain/write-up.ts';
import type { Rehearsal } from '#server/meetings/around/read-rehearsal.ts';
import type { RoomCommand, RoomContext, Sent } from '../room-context.ts';
import type { Asked } from '../use-commands.ts';
import { rehearse } from './rehearse.ts';

interface Page {
  rehearsal: Rehearsal;
  me: PersonShown;
  now: number;
  zone: string;
  reviewTitle: string;
  writeUp: WriteUp;
  momentZone: string;
  opensOn: string | null;
}

/** As if its time had come: the room is open, and it starts when the facilitator does. */
const begun = ({ room }: Rehearsal, now: number): Room => ({
  ...room,
  meeting: { ...room.meeting, phase: 'lobby', plan: { ...room.meeting.plan, startsAt: new Date(now) } },
});

const CONNECTED: RoomContext['link'] = {
  phase: 'connected',
  mode: null,
  synced: true,
  everSynced: true,
  unacknowledged: 0,
  notTaken: false,
  reason: null,
  blocked: false,
};

/** Everything the room's faces read and do, from the plan and this page alone: no command, no socket, no sight leaves it. */
export function useRehearsal(page: Page): { facts: RoomContext; anew: () => void } {
  const { rehearsal, me } = page;
  const { actor } = rehearsal;
  const [began] = useState(() => Date.now());
  const clock = useMemo(() => ({ now: () => page.now + (Date.now() - began) }), [page.now, began]);
  const [room, setRoom] = useState(() => begun(rehearsal, page.now));
  const [brought, setBrought] = useState(rehearsal.brought);
  const newestRoom = useRef(room);

  const set = useCallback((next: Room) => {
    newestRoom.current = next;
    setRoom(next);
  }, []);
  const people = useMemo(
    () => new Map([...rehearsal.people, me].map((person) => [person.id, person])),
    [rehearsal.people, me],
  );
  const send = useCallback(
    async (asked: Asked): Promise<Sent> => {
      const command = typeof asked === 'function' ? asked(projectRoom(newestRoom.current, people)) : asked;
      if (command.command === 'touch') {
        const { brought: id, touched } = command;
        setBrought((before) => ({
          ...before,
          questions: before.questions.map((one) => (one.id === id ? { ...one, touched } : one)),
        }));
        return { done: true };
      }
      if (isAround(command.command)) return { done: false, sentence: NOT_HERE };
      if (!isRecorded(command)) return { done: true };
      const next = rehearse(newestRoom.current, command, actor, {
        now: new Date(clock.now()),
        uuid: () => crypto.randomUUID(),
        shuffle,
      });
      if ('refused' in next) return { done: false, sentence: next.refused };
      set(next);
      return { done: true };
    },
    [actor, clock, set, people],
  );
  const may = useCallback(
    (name: CommandName): true | string => {
      const now = new Date(clock.now());
      // what is one's own and kept nowhere else is not tried here
      if (name === 'attend' || name === 'take-over') return NOT_HERE;
      const answer = mayCommand(factsOfMeeting(room.meeting, now), actor, name, now);
      if (answer === true) return true;
      return 'forbidden' in answer ? answer.forbidden : answer.refused;
    },
    [room.meeting, actor, clock],
  );
  const state = useMemo(() => projectRoom(room, people), [room, people]);
  const facts: RoomContext = {
    room: state,
    phase: phaseAt(room.meeting, new Date(clock.now())),
    own: {
      actor,
      readyFor: room.ready.includes(actor.id) && 'current' in room.meeting ? room.meeting.current : null,
      ideas: room.ownIdeas,
      texts: [],
      unconfirmed: [],
      attendance: null,
      note: '',
      mayPlanSession: false,
      soakWaitsFor: null,
      opensAt: null,
    },
    captures: newest(room.captures).map((capture) => captureShown(capture, people)),
    parked: newest(room.parked).map((parked) => parkedShown(parked, people)),
    waiting: inOrder(room.queue).map((entry) => turnShown(entry, people)),
    facilitator: {
      notes: rehearsal.notes,
      stages: stageDetails(room.stages),
      notSpokenYet: [],
      seen: [],
      signs: [],
      brought,
    },
    survey: null,
    rehearses: true,
    me,
    people: [],
    facesMissing: false,
    link: CONNECTED,
    clock,
    writeUp: page.writeUp,
    reviewTitle: page.reviewTitle,
    zone: page.zone,
    opensOn: page.opensOn,
    momentZone: page.momentZone,
    send,
    may,
  };
  return {
    facts,
    anew: () => {
      set(begun(rehearsal, clock.now()));
      setBrought(rehearsal.brought);
    },
  };
}

const NOT_HERE = 'Not in a rehearsal: this would reach others, or stay.';

const isRecorded = (command: RoomCommand): command is Extract<RoomCommand, { command: RecordedName }> =>
  Object.hasOwn(COMMAND_RULES, command.command) &&
  COMMAND_RULES[command.command as CommandName].manner !== 'quiet';

function shuffle<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
