import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { run } from './step.ts';

/** Chromium without the parts for a window: all journeys take 423 s in it, 702 s in the whole browser (2026-11-29, two cores). */
const SHELL = '/usr/bin/chromium-headless-shell';
const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
];

/** Path of the Chromium the journeys run in, if there is one. */
export const installedBrowser = (): string | null =>
  [SHELL, chromium.executablePath(), ...SYSTEM].find((path) => path && existsSync(path)) ?? null;

/** Path of a Chromium: Playwright's own, the system's, or one installed now. Null, with a sentence, when there is no way. */
export async function prepareBrowser(say: (line: string) => void): Promise<string | null> {
  const here = installedBrowser();
  if (here) return here;
  say('No Chromium here; asking Playwright for one.');
  await run('playwright', ['install', 'chromium']);
  if (!installedBrowser() && process.getuid?.() === 0) {
    say('Playwright has none for this machine; asking the system’s packages.');
    await run('apt-get', ['update', '-q']);
    for (const name of ['chromium-headless-shell', 'chromium'])
      if (!installedBrowser()) await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', name]);
  }
  const path = installedBrowser();
  if (!path)
    say('The journeys need a Chromium: `npx playwright install chromium`, or your system’s package.');
  return path;
}
