import { type ComponentType, lazy } from 'react';

const AGAIN_MS = 3_000;

/** A part that comes when it is first shown, and is asked for until it does: a network that is away for a moment takes nothing else of the page along. */
export const lazily = <Props extends object>(load: () => Promise<ComponentType<Props>>) =>
  lazy(async () => {
    for (;;)
      try {
        return { default: await load() };
      } catch {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
      }
  });
