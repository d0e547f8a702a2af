import { createContext, useContext, useEffect, useState } from 'react';
import type { SessionShown } from '#domain/action-session/command.ts';
import type { SessionBoard } from '#server/actions/read-session-board.ts';
import { useRoom } from '../room-context.ts';

const EMPTY: SessionBoard = { captures: [], ideas: [], outcome: null, owners: [], trackers: [] };
const SOON_MS = 150;

/** What the session works on, fetched again whenever the room's `rev` has moved. Null until it first came. */
export function useFetchedBoard(): SessionBoard | null {
  const { room } = useRoom();
  const [board, setBoard] = useState<SessionBoard | null>(null);
  const isSession = room.kind === 'action';
  useEffect(() => {
    if (!isSession) return;
    const asking = new AbortController();
    const timer = setTimeout(
      async () => {
        const fetched = await ask(room.id, asking.signal);
        if (fetched) setBoard(fetched);
      },
      room.rev === 0 ? 0 : SOON_MS * Math.random(),
    );
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [isSession, room.id, room.rev]);
  return board;
}

/** Null when it did not come, also where a newer question cut this one off while its answer was being read. */
const ask = (meeting: string, signal: AbortSignal): Promise<SessionBoard | null> =>
  fetch(`/meetings/${meeting}/session.json`, { signal })
    .then((answer) => (answer.ok ? (answer.json() as Promise<SessionBoard>) : null))
    .catch(() => null);

const Board = createContext<SessionBoard | null>(null);

export const BoardProvider = Board.Provider;

export const useBoard = (): SessionBoard => useContext(Board) ?? EMPTY;

/** True before the board first came: nothing on it is known to be empty. */
export const useBoardIsComing = (): boolean => useContext(Board) === null;

const NOTHING_YET: SessionShown = {
  unsealed: false,
  openIdea: null,
  ideas: 0,
  decided: 0,
  groups: 0,
  outcome: null,
};

/** The session's part of the room's projection. */
export const useSession = (): SessionShown => (useRoom().room.session as SessionShown | null) ?? NOTHING_YET;
