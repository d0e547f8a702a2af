import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run } from './step.ts';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

const installed = (): string | null =>
  [chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path)) ?? null;

/** Path of a Chromium: Playwright's own, the system's, or one installed now. Null, with a sentence, when there is no way. */
export async function prepareBrowser(say: (line: string) => void): Promise<string | null> {
  const here = installed();
  if (here) return here;
  say('No Chromium here; asking Playwright for one.');
  await run('playwright', ['install', 'chromium']);
  if (!installed() && process.getuid?.() === 0) {
    say('Playwright has none for this machine; asking the system’s packages.');
    await run('apt-get', ['update', '-q']);
    await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium']);
  }
  const path = installed();
  if (!path)
    say('The journeys need a Chromium: `npx playwright install chromium`, or your system’s package.');
  return path;
}
