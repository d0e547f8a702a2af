/**
 * The address a request came from: the socket's, or with `proxies` in front the one the outermost trusted proxy saw.
 * Anything a client writes into X-Forwarded-For itself lies further left and is never read.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  proxies: number,
): string {
  if (proxies === 0 || !forwardedFor) return socketAddress ?? 'unknown';
  const hops = forwardedFor.split(',').map((hop) => hop.trim());
  return hops.at(-Math.min(proxies, hops.length)) ?? 'unknown';
}
