import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CDPSession, chromium } from '@playwright/test';
import { crowdFile } from '../crowd.server.ts';
import { discardProgram, startProgram } from '../program.ts';
import { BROWSER_FLAGS } from '../runner/browser-flags.ts';
import { exampleMeeting, signedIn } from './example.ts';
import type { Figure } from './figure.ts';
import { press } from './followers.ts';

/** `SOAK_MINUTES` of them to try it out. */
const MINUTES = Number(process.env.SOAK_MINUTES ?? 180);
/** Until then pages load what they load once: code, pictures, what is kept of a list. */
const WARM_UP = 20;
const PEOPLE = 12;
/** The page's clock goes on in steps, so that its socket and what it asked for keep up with it. */
const STEP_S = 5;

/** What a facilitator's tab holds after three hours of a meeting more than after twenty minutes, in a real page whose clock is hastened. */
export async function measureTabMemory(executablePath: string): Promise<Figure> {
  const program = await startProgram({
    asStarted: true,
    args: [`--crowd=${PEOPLE}`],
    dataDir: await mkdtemp(join(tmpdir(), 'soak-tab-')),
  });
  const { origin } = program;
  const cookies = JSON.parse(await readFile(crowdFile(program.dataDir), 'utf8')) as string[];
  const felicity = await signedIn(origin, 'felicity');
  const { id: meeting, rev } = await exampleMeeting(origin, felicity);
  let now = await press(origin, felicity, meeting, { command: 'start', expectedRev: rev });
  const leads = async (body: object) => {
    now = await press(origin, felicity, meeting, { expectedRev: now, ...body });
  };
  const browser = await chromium.launch({ executablePath, args: BROWSER_FLAGS });
  const context = await browser.newContext();
  const [name = '', value = ''] = felicity.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: origin }]);
  const page = await context.newPage();
  await page.clock.install();
  await page.goto(`${origin}/meetings/${meeting}`);
  // asked from here: the page's own timers stand still between two steps
  const reaches = async () => {
    const shown = () => page.locator('.room').getAttribute('data-rev');
    while (Number(await shown()) < now) await page.clock.runFor(STEP_S * 100);
  };
  const cdp = await context.newCDPSession(page);
  let warm = 0;
  for (let minute = 0; minute < MINUTES; minute += 1) {
    if (minute === WARM_UP) warm = await heldMb(cdp);
    now = await aMinute(minute, { origin, meeting, felicity, cookies, leads, rev: () => now });
    for (let second = 0; second < 60; second += STEP_S) await page.clock.runFor(STEP_S * 1_000);
    await reaches();
  }
  const grown = (await heldMb(cdp)) - warm;
  await browser.close();
  await discardProgram(program);
  return {
    what: `memory a room's tab gained from minute ${WARM_UP} to ${MINUTES} (${warm.toFixed(0)} MB then)`,
    limit: 20,
    measured: grown,
    unit: 'MB',
  };
}

interface Meeting {
  origin: string;
  meeting: string;
  felicity: string;
  cookies: readonly string[];
  leads(body: object): Promise<void>;
  rev(): number;
}

/** About as much as is pressed in a minute: hands and turns, something kept, something lit, ready marks; a new stage every five minutes. */
async function aMinute(
  minute: number,
  { origin, meeting, felicity, cookies, leads, rev }: Meeting,
): Promise<number> {
  const does = (at: number, body: object) => press(origin, cookies[at % cookies.length] ?? '', meeting, body);
  await does(minute, { command: 'raise-hand', type: 'question', words: `Why so, in minute ${minute}?` });
  // whoever waits speaks, and may ask again when their minute comes
  const state = await fetch(`${origin}/meetings/${meeting}/state.json`, { headers: { cookie: felicity } });
  const { speaking } = ((await state.json()) as { state: { speaking: { id: string } | null } }).state;
  await leads({ command: 'next-speaker', speaking: speaking?.id ?? null });
  let newest = await does(minute + 1, { command: 'ready', ready: minute % 2 === 0 });
  newest = await does(minute + 2, {
    command: 'capture',
    kind: 'insight',
    words: `Seen in minute ${minute}.`,
  });
  if (minute % 3 === 0)
    newest = await does(minute + 3, { command: 'park', words: `Later, of minute ${minute}` });
  await leads({ command: 'timer-add', seconds: minute % 2 === 0 ? 60 : -60, expectedRev: newest });
  if (minute % 5 === 4) await leads({ command: minute % 50 < 25 ? 'next' : 'back' });
  return rev();
}

/** Used by its scripts and its page, once everything that can go has gone. */
async function heldMb(cdp: CDPSession): Promise<number> {
  for (let time = 0; time < 3; time += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = (await cdp.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    embedderHeapUsedSize?: number;
    backingStorageSize?: number;
  };
  return (usedSize + (embedderHeapUsedSize ?? 0) + (backingStorageSize ?? 0)) / 1_000_000;
}
