import type { News } from './news.ts';

/**
 * How nodes hear each other quickly. It carries and decides nothing: whatever is lost here is found in the database a little
 * later, faces excepted.
 */
export interface Relay {
  /** Tells the other nodes, or nobody when there is no way just now. Never waits, never throws. */
  tell(news: News): void;
  hear(listener: (news: News, node: string) => void): void;
  /** The way is there, or there again: whatever was told meanwhile has been missed. */
  onBack(listener: () => void): void;
  /** "none": this program is alone, by its settings. */
  state(): 'none' | 'up' | 'away';
  /** Resolves while there is a way to the others; rejects otherwise. */
  reach(): Promise<void>;
  close(): Promise<void>;
}

/** For a program that is alone. */
export const NO_RELAY: Relay = {
  tell: () => {},
  hear: () => {},
  onBack: () => {},
  state: () => 'none',
  reach: async () => {},
  close: async () => {},
};
