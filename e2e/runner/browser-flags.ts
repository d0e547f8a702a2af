/** Flags a headless Chromium needs as root in a container without a network. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(process.env.SOAK_FLAGS?.split(' ') ?? []),
];
