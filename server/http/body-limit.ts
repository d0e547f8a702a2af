import type { MiddlewareHandler } from 'hono';

export interface BodyLimit {
  bytes: number;
  /** What is said of more. */
  sentence: string;
}

/**
 * Refuses a body by the length it declares, before any of it is read. One that does not declare it is refused as well
 * (browsers always do): reading along to count would have to rebuild the request.
 */
export function bodyLimit(limitFor: (path: string) => BodyLimit): MiddlewareHandler {
  return async (c, next) => {
    if (c.req.header('transfer-encoding') !== undefined)
      return c.text('Please send this with its length (Content-Length).', 411);
    const { bytes, sentence } = limitFor(c.req.path);
    return Number(c.req.header('content-length') ?? 0) > bytes ? c.text(sentence, 413) : next();
  };
}
