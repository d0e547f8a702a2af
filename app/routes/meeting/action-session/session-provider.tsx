import { type ReactNode, useEffect } from 'react';
import { useRoom } from '../room-context.ts';
import { loadSessionStage } from './session-stage-soon.tsx';
import { BoardProvider, useFetchedBoard } from './use-board.ts';

/** In an action session everything below sees what it works on; in a review meeting nothing is fetched. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const isSession = useRoom().room.kind === 'action';
  // no step of the agenda waits later for a network that has gone meanwhile
  useEffect(() => {
    if (isSession) void loadSessionStage().catch(() => {});
  }, [isSession]);
  return <BoardProvider value={useFetchedBoard()}>{children}</BoardProvider>;
}
