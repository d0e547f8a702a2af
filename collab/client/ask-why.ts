/** What plain HTTP says when no WebSocket comes through. */
export type Why = 'fine' | 'signed-out' | 'cannot-save' | 'unreachable';

/**
 * A WebSocket that is refused looks to a page like a lost network. `GET /collab` answers what the upgrade would:
 * 204 fine, 401 signed out, 503 no database.
 */
export const askWhy = async (): Promise<Why> => {
  try {
    const answer = await fetch('/collab', { cache: 'no-store', signal: AbortSignal.timeout(4000) });
    if (answer.status === 401) return 'signed-out';
    if (answer.status === 503) return 'cannot-save';
    return answer.status === 204 ? 'fine' : 'unreachable';
  } catch {
    return 'unreachable';
  }
};
