import type { MiddlewareHandler } from 'hono';

const PER_ROUND = 4;

/**
 * Lets a few requests begin in one round of the event loop. A thousand that come at once (wrong passwords, a crowd at a
 * meeting's start) would otherwise all begin in one go, before anything else: whoever was writing waited two seconds for "Saved".
 */
export function inRounds(perRound = PER_ROUND): MiddlewareHandler {
  const waiting: (() => void)[] = [];
  let begun = 0;
  let isNextAsked = false;
  const askForNext = () => {
    if (isNextAsked) return;
    isNextAsked = true;
    setImmediate(() => {
      isNextAsked = false;
      const now = waiting.splice(0, perRound);
      begun = now.length;
      if (begun > 0) askForNext();
      for (const begin of now) begin();
    });
  };
  return async (_c, next) => {
    askForNext();
    if (begun < perRound && waiting.length === 0) begun += 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    await next();
  };
}
