/** A path on this site to go on to, or `/` for anything that could lead elsewhere. */
export function safeRedirect(to: unknown): string {
  if (typeof to !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(to) || to.includes('\\')) return '/';
  const base = 'http://here.invalid';
  if (!URL.canParse(to, base)) return '/';
  const url = new URL(to, base);
  return url.origin === base ? url.pathname + url.search + url.hash : '/';
}
