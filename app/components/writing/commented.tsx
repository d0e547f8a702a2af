import { createContext, useContext } from 'react';
import type { MarkedStretch } from './mark-runs.ts';

/** What of a block's words is commented on, by the block's key. */
export type Commented = ReadonlyMap<string, readonly MarkedStretch[]>;

const Stretches = createContext<Commented>(new Map());

export const CommentedProvider = Stretches.Provider;

const NOTHING: readonly MarkedStretch[] = [];

export const useCommented = (key: string): readonly MarkedStretch[] =>
  useContext(Stretches).get(key) ?? NOTHING;
