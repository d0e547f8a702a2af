import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';

/** The small build: axe's own `source` is the large one, which takes each page twice as long to read. */
const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** In the dark only contrasts can differ, so only they are looked at. */
const LOOKS: { colorScheme: 'light' | 'dark'; options: RunOptions }[] = [
  { colorScheme: 'light', options: { resultTypes: ['violations'] } },
  { colorScheme: 'dark', options: { resultTypes: ['violations'], runOnly: ['color-contrast'] } },
];

/**
 * What axe objects to on this page as it stands, in light and in dark, one line each; [] is what a test asks for.
 * Asked directly, not through a builder: no page here has frames, and axe is read once for both looks.
 */
export async function objections(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(SOURCE);
  for (const { colorScheme, options } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    const violations = await page.evaluate(async (asked) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, asked);
      return violations.map(({ id, nodes }) => ({
        id,
        places: nodes.map((node) => node.target.join(' ')),
      }));
    }, options);
    for (const { id, places } of violations)
      found.push(`${colorScheme}: ${id}, ${places.length} times, at ${places.slice(0, 2).join(', ')}`);
  }
  return found;
}

/** How many pixels of the page lie beyond its window's width; a phone's page has 0. */
export const widerThanThePage = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
