import { useCallback, useEffect, useState } from 'react';
import { listed } from '#app/components/listed.ts';
import type { TurnShown } from '#domain/meeting/projection.ts';
import { remoteWaiting, type SpokenTurn, type WhereOf, withSpeaking } from '#domain/meeting/remote-hands.ts';
import type { RoomContext } from './room-context.ts';

/** For those who steer, where a room talks among itself: who waits remotely. Read from what this tab has seen, and kept nowhere. */
export function useRemoteHands(
  { room, own, people, waiting }: RoomContext,
  say: (sentence: string) => void,
): string | null {
  const { steers } = own.actor;
  const { speaking } = room;
  const [spoken, setSpoken] = useState<readonly SpokenTurn[]>([]);
  const whereOf = useCallback<WhereOf>(
    // a hand for somebody is raised by a person beside them
    ({ by, raisedFor }) =>
      raisedFor === null ? (people.find(({ user }) => user.id === by.id)?.where ?? null) : 'room',
    [people],
  );
  useEffect(() => {
    if (steers) setSpoken((before) => withSpeaking(before, speaking, whereOf));
  }, [steers, speaking, whereOf]);
  const hands = steers && room.phase === 'live' ? remoteWaiting(spoken, waiting, whereOf) : [];
  const sentence = hands.length === 0 ? null : wordsFor(hands);
  useEffect(() => {
    if (sentence) say(sentence);
  }, [sentence, say]);
  return sentence;
}

const NAMED = 2;

function wordsFor(hands: readonly TurnShown[]): string {
  const names = [...new Set(hands.map(({ by }) => by.name))];
  const shown = names.length > NAMED ? [...names.slice(0, NAMED), 'others'] : names;
  return `The last three to speak were in the room. ${listed(shown)} ${shown.length > 1 ? 'are' : 'is'} remote and ${shown.length > 1 ? 'wait' : 'waits'}.`;
}
