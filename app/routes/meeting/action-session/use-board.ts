import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { askedInOrder, askedUntilAnswered } from '#app/components/ask-json.ts';
import type { SessionShown } from '#domain/action-session/command.ts';
import { isOpen } from '#domain/action-session/standing.ts';
import type { SessionBoard } from '#server/actions/read-session-board.ts';
import { useRoom } from '../room-context.ts';

const EMPTY: SessionBoard = { rev: -1, captures: [], ideas: [], outcome: null, owners: [], trackers: [] };
const SOON_MS = 150;
const AGAIN_MS = 800;

/** What the session works on, fetched again whenever the room's `rev` has moved, and until it came. Null until it first did. */
export function useFetchedBoard(): SessionBoard | null {
  const { room } = useRoom();
  // what is changed from outside of the room raises no `rev`, and is counted anew all the same
  const { ideas, decided, outcome } = useSession();
  const [board, setBoard] = useState<SessionBoard | null>(null);
  const isSession = room.kind === 'action';
  const ask = useMemo(
    () => askedInOrder<SessionBoard>(`/meetings/${room.id}/session.json`, setBoard),
    [room.id],
  );
  useEffect(() => {
    if (!isSession) return;
    const asked = askedUntilAnswered(ask, AGAIN_MS);
    const timer = setTimeout(asked.ask, room.rev === 0 ? 0 : SOON_MS * Math.random());
    return () => {
      clearTimeout(timer);
      asked.stop();
    };
  }, [isSession, ask, room.rev, ideas, decided, outcome]);
  return board;
}

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

/** True while the room has ideas and this screen has none of them: “there is none” would be untrue. */
export const useIdeasAreComing = (): boolean => {
  const { ideas } = useBoard();
  const isComing = useBoardIsComing();
  const { unsealed, ideas: known } = useSession();
  return unsealed && ideas.length === 0 && (isComing || known > 0);
};

/** True while the room counts other ideas, or others decided on, than this screen: nothing final is said upon it. */
export const useBoardIsBehind = (): boolean => {
  const { ideas } = useBoard();
  const isComing = useBoardIsComing();
  const session = useSession();
  const decided = ideas.filter((idea) => !isOpen(idea)).length;
  return isComing || ideas.length !== session.ideas || decided !== session.decided;
};

/** True until this screen has all the room had when its open idea was opened: a form drawn before would change under the hand. */
export const useOpenIdeaIsComing = (): boolean => {
  const { rev } = useRoom().room;
  const { openIdea } = useSession();
  const openedAt = useMemo(() => rev, [openIdea]);
  return useBoard().rev < openedAt;
};
