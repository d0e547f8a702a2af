/** Flags a headless Chromium needs as root in a container without a network. */
export const BROWSER_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What Playwright turns off as well: Chromium hears the last such flag alone. */
const OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'PreconnectToSearch',
];
/** A process kept ready for a page that never comes, and a document's frame made anew at each one. */
const ANEW = ['SpareRendererForSitePerProcess', 'RenderDocument'];

/**
 * For pages that live for seconds. What V8's two optimizing compilers gain is never had back (four first visits to a room: 9.0 s of
 * processor time, 12 to 13 with them, in one run on 2026-11-30); what is made anew for each page, and compiled code that is kept
 * from the third visit on instead of the first, cost a quarter more (three people, seven pages each: 29.3 to 31.3 s of processor
 * time, 22.5 to 23.2 so, 2026-11-30). Not where pages are measured.
 */
export const SHORT_LIVED = [
  ...BROWSER_FLAGS,
  '--js-flags=--no-opt --no-maglev',
  `--disable-features=${[...OFF, ...ANEW].join(',')}`,
  '--blink-settings=v8CacheOptions=4',
];
