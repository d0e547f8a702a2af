import type { ReactNode } from 'react';
import { BoardProvider, useFetchedBoard } from './use-board.ts';

/** In an action session everything below sees what it works on; in a review meeting nothing is fetched. */
export const SessionProvider = ({ children }: { children: ReactNode }) => (
  <BoardProvider value={useFetchedBoard()}>{children}</BoardProvider>
);
