import { useCallback, useEffect, useMemo, useState } from 'react';
import { dayOf } from '#app/components/clock-words.ts';
import { useLiveWriteUp } from '#app/components/writing/use-live-write-up.ts';
import type { Presence } from '#collab/document/presence.ts';
import { isAround } from '#domain/meeting/around/command.ts';
import type { Command, CommandName } from '#domain/meeting/command.ts';
import { COMMAND_RULES, factsOfProjection, mayCommand } from '#domain/meeting/may-command.ts';
import { phaseShown } from '#domain/meeting/projection.ts';
import type { RoomPage } from './room.tsx';
import type { RoomCommand, RoomContext, Sent } from './room-context.ts';
import { useServerClock } from './server-clock.ts';
import { type Asked, useCommands } from './use-commands.ts';
import { useRoomState } from './use-room-state.ts';

/** Everything the parts of the room read, put together once. */
export function useRoomFacts(
  page: RoomPage,
  /** One device for several people: it says nobody is here (M10). */
  isShared: boolean,
): {
  facts: RoomContext & { notice: string | null };
  setPresence: (presence: Presence) => void;
  retry: () => void;
} {
  const { initial, me, reviewTitle, zone, momentZone } = page;
  const writeUp = useLiveWriteUp(page.writeUp);
  const clock = useServerClock(initial.state.id, page.now);
  const { room, rest, people, facesMissing, link, opened, take, refresh, latest } = useRoomState(initial, me);
  const post = useCommands(initial.state.id, latest, take);
  const [notice, setNotice] = useNotice();
  const offline = link.everSynced && link.phase !== 'connected';

  const send = useCallback(
    async (asked: Asked): Promise<Sent> => {
      const sent = await post(asked);
      const command = typeof asked === 'function' ? null : asked;
      if (!sent.done && !(command && SAID_IN_PLACE.has(command.command))) setNotice(sent.sentence);
      // What is mine alone comes over HTTP, never through the room everyone reads.
      if (sent.done && command && isPersonal(command)) await refresh();
      return sent;
    },
    [post, refresh, setNotice],
  );
  const may = useCallback(
    (name: CommandName): true | string => {
      if (offline && COMMAND_RULES[name].manner === 'steering')
        return 'The connection is gone; nothing is steered from here.';
      const now = new Date(clock.now());
      const answer = mayCommand(factsOfProjection(room, now), rest.own.actor, name, now);
      if (answer === true) return true;
      return 'forbidden' in answer ? answer.forbidden : answer.refused;
    },
    [offline, clock, room, rest.own.actor],
  );
  useSeen(isShared || room.phase === 'ended' || room.phase === 'cancelled', post);

  const facts = {
    room,
    phase: phaseShown(room, new Date(clock.now())),
    own: rest.own,
    captures: whole(
      room.captures,
      rest.captures,
      Object.values(room.captureCounts).reduce((a, b) => a + b, 0),
    ),
    parked: whole(room.parked, rest.parked, room.parkedCount),
    waiting: whole(room.waiting, rest.waiting, room.waitingCount),
    facilitator: rest.facilitator,
    survey: rest.survey,
    rehearses: false,
    me,
    people,
    facesMissing,
    link,
    clock,
    writeUp,
    reviewTitle,
    zone,
    // the meeting's end sets it: not told of until it is asked anew
    opensOn: rest.own.opensAt && rest.state.phase === room.phase ? dayOf(rest.own.opensAt, zone) : null,
    momentZone,
    send,
    may,
    notice,
  };
  return {
    facts,
    setPresence: useCallback((presence: Presence) => opened?.setPresence(presence), [opened]),
    retry: useMemo(() => () => opened?.retry(), [opened]),
  };
}

/** Their forms show the sentence beside the field. */
const SAID_IN_PLACE: ReadonlySet<string> = new Set([
  'raise-hand',
  'change-hand',
  'capture',
  'change-capture',
  'park',
  'change-parked',
  'seal',
  'change-idea',
  'reveal',
  'poll-close',
  'hide-text',
  'open-brought',
  'change-notes',
  'attend',
  'note',
  'end',
  'open',
  'start',
  'pause',
  'resume',
  'reopen',
]);

const isPersonal = ({ command }: RoomCommand) =>
  isAround(command) ||
  (command in COMMAND_RULES && COMMAND_RULES[command as CommandName].manner !== 'steering');

/** The projection's list where it is whole, else the longer one fetched over HTTP. */
const whole = <Shown>(shown: readonly Shown[], fetched: readonly Shown[], count: number): readonly Shown[] =>
  shown.length >= count ? shown : fetched.length >= shown.length ? fetched : shown;

const NOTICE_MS = 8000;

function useNotice(): [string | null, (sentence: string) => void] {
  const [notice, setNotice] = useState<string | null>(null);
  useEffect(() => {
    if (notice === null) return;
    const timer = setTimeout(() => setNotice(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return [notice, setNotice];
}

const SEEN_EVERY_MS = 15_000;

/** Everyone in the room says that they are still here (M18): a live room may write (P4), and takeover asks this row, never a socket. */
function useSeen(isSilent: boolean, post: (command: Command) => Promise<Sent>) {
  useEffect(() => {
    if (isSilent) return;
    const say = () => void post({ command: 'seen' });
    say();
    const timer = setInterval(say, SEEN_EVERY_MS);
    return () => clearInterval(timer);
  }, [isSilent, post]);
}
