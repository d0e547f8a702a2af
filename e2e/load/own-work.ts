import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
  args: { data?: { type?: string } };
}

/** What of a page's thread is script's doing; what the browser lays out because script asks is in it. */
const SCRIPT = new Set([
  'EventDispatch',
  'FunctionCall',
  'RunMicrotasks',
  'TimerFire',
  'FireAnimationFrame',
  'FireIdleCallback',
  'EvaluateScript',
]);
const LONGEST_MS = 300;

/** From a trace of Chromium's own: milliseconds of script from each key pressed to the next, at most 0.3 s later. */
export async function ownWork(browser: Browser, page: Page, press: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await press();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const isKey = ({ name, args }: TraceEvent) => name === 'EventDispatch' && args.data?.type === 'keydown';
  const keys = trace.traceEvents.filter(isKey).sort((a, b) => a.ts - b.ts);
  const [first] = keys;
  const scripts = trace.traceEvents
    .filter(({ name, pid, tid }) => SCRIPT.has(name) && pid === first?.pid && tid === first.tid)
    .sort((a, b) => a.ts - b.ts);
  return keys.map(({ ts }, at) => {
    const until = Math.min(keys[at + 1]?.ts ?? Number.POSITIVE_INFINITY, ts + LONGEST_MS * 1000);
    let [work, covered] = [0, ts];
    for (const one of scripts) {
      if (one.ts < ts || one.ts >= until) continue;
      const end = one.ts + (one.dur ?? 0);
      // one runs within another: each moment counts once
      work += Math.max(0, end - Math.max(covered, one.ts));
      covered = Math.max(covered, end);
    }
    return work / 1000;
  });
}
