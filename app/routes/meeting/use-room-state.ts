import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { askedInOrder, askedUntilAnswered } from '#app/components/ask-json.ts';
import type { LinkState } from '#collab/client/link.ts';
import { type OpenRoom, openRoom, type PresentPerson } from '#collab/client/open-room.ts';
import { createStore, type Store } from '#collab/client/store.ts';
import { roomName } from '#collab/document/document-names.ts';
import type { RoomState } from '#domain/meeting/own-room.ts';
import type { PersonShown, RoomProjection } from '#domain/meeting/projection.ts';

const NOT_YET: LinkState = {
  phase: 'connecting',
  mode: null,
  synced: false,
  everSynced: false,
  unacknowledged: 0,
  notTaken: false,
  reason: null,
  blocked: false,
};
const nobody: Store<readonly PresentPerson[]> = createStore<readonly PresentPerson[]>([]);
const noneMissing: Store<boolean> = createStore(false);
const noLink: Store<LinkState> = createStore(NOT_YET);

/** The room as this page knows it: what the socket brings, what commands answer, and what is this person's alone over HTTP. */
export function useRoomState(initial: RoomState, me: PersonShown) {
  const meeting = initial.state.id;
  const [room, setRoom] = useState(initial.state);
  const [rest, setRest] = useState(initial);
  const [opened, setOpened] = useState<OpenRoom<RoomProjection> | null>(null);
  const newest = useRef(room);

  const take = useCallback((state: RoomProjection) => {
    // Answers and the socket overtake one another: the higher `rev` is the truth.
    if (state.rev < newest.current.rev) return;
    newest.current = state;
    setRoom(state);
  }, []);

  // what is one's own has no `rev`: asked at every change, now and then, and after each press, its answers are told apart by number
  const ask = useMemo(
    () =>
      askedInOrder<RoomState>(`/meetings/${meeting}/state.json`, (state) => {
        setRest(state);
        take(state.state);
      }),
    [meeting, take],
  );
  const refresh = useCallback(async () => void (await ask()), [ask]);

  useEffect(() => {
    const joined = openRoom<RoomProjection>({
      name: roomName(meeting),
      me: { id: me.id, name: me.name, hue: me.hue },
    });
    const stop = joined.projection.subscribe(() => {
      const projection = joined.projection.get();
      // of one revision an answer's count of those present is the newer one
      if (projection && projection.value.rev > newest.current.rev) take(projection.value);
    });
    // noted for them by somebody, say: only they may see it (C2), so it does not come with the projection
    const own = askedUntilAnswered(ask, SOON_MS);
    const stopOwn = joined.ownChanges.subscribe(own.ask);
    setOpened(joined);
    return () => {
      stop();
      stopOwn();
      own.stop();
      joined.close();
      setOpened(null);
    };
  }, [meeting, me.id, me.name, me.hue, take, ask]);

  const people = useSyncExternalStore(
    (opened?.people ?? nobody).subscribe,
    (opened?.people ?? nobody).get,
    nobody.get,
  );
  const facesMissing = useSyncExternalStore(
    (opened?.facesMissing ?? noneMissing).subscribe,
    (opened?.facesMissing ?? noneMissing).get,
    noneMissing.get,
  );
  const link = useSyncExternalStore(
    (opened?.link ?? noLink).subscribe,
    (opened?.link ?? noLink).get,
    noLink.get,
  );
  useRefreshing(refresh, room, rest, link);
  return {
    room,
    rest,
    people,
    facesMissing,
    link,
    opened,
    take,
    refresh,
    /** As it is this instant, whatever has been drawn. */
    latest: useCallback(() => newest.current, []),
  };
}

const SOON_MS = 800;
const BLOCKED_MS = 5000;
const NOW_AND_THEN_MS = 30_000;

/** What the projection does not hold is fetched again when it may have changed: soon for those who steer, now and then for all. */
function useRefreshing(refresh: () => Promise<void>, room: RoomProjection, rest: RoomState, link: LinkState) {
  const isCut =
    room.waitingCount > room.waiting.length ||
    room.parkedCount > room.parked.length ||
    Object.values(room.captureCounts).reduce((sum, count) => sum + count, 0) > room.captures.length;
  const facilitates = room.facilitators.some(({ id }) => id === rest.own.actor.id);
  // what is mine belongs to a stage (M10), and when the ideas open hangs on the meeting's start and end (S2)
  const isElsewhere = room.current?.stage !== rest.state.current?.stage || room.phase !== rest.state.phase;
  const behind = room.rev !== rest.rev && (rest.own.actor.steers || facilitates || isCut || isElsewhere);
  useEffect(() => {
    if (!behind) return;
    const timer = setTimeout(refresh, SOON_MS * (1 + Math.random()));
    return () => clearTimeout(timer);
  }, [behind, refresh, room.rev]);
  useEffect(() => {
    // Where the network lets no socket through, the room still moves: it is asked for.
    const every = link.blocked || link.phase === 'stopped' ? BLOCKED_MS : NOW_AND_THEN_MS;
    const timer = setInterval(refresh, every * (1 + Math.random() / 4));
    return () => clearInterval(timer);
  }, [refresh, link.blocked, link.phase]);
}
