import type { MiddlewareHandler } from 'hono';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const OVERRIDES = ['x-http-method-override', 'x-method-override', 'x-http-method'];

/**
 * What changes something must come from our own pages: a foreign Origin is always refused; an absent one is refused
 * when the sign-in cookie is carried. Without a cookie a Bearer token, or the form that signs in, stands in.
 * @param allowed origins of this program, read at each request (the port may be known late)
 */
export function originRule(
  allowed: () => readonly string[],
  hasSignInCookie: (cookie: string) => boolean,
): MiddlewareHandler {
  return async (c, next) => {
    if (SAFE_METHODS.has(c.req.method)) return next();
    const origin = c.req.header('origin');
    const refusal = (sentence: string) => c.text(sentence, 403);
    if (OVERRIDES.some((name) => c.req.header(name) !== undefined))
      return refusal('A method cannot be overridden here.');
    if (origin !== undefined && !allowed().includes(origin))
      return refusal('This came from another site, so nothing was changed.');
    const signingIn = c.req.path === '/sign-in';
    if (origin === undefined && !signingIn && hasSignInCookie(c.req.header('cookie') ?? ''))
      return refusal('This did not say which page it came from, so nothing was changed.');
    return next();
  };
}
