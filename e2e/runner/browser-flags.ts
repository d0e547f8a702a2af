/** Flags a headless Chromium needs as root in a container without a network. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * For pages that live for seconds: what V8's two optimizing compilers gain is never had back (four first visits to a room: 9.0 s
 * of processor time, 12 to 13 with them, in one run on 2026-11-30). Not where pages are measured.
 */
export const SHORT_LIVED = [...BROWSER_FLAGS, '--js-flags=--no-opt --no-maglev'];
