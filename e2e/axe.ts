import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What axe objects to on this page as it stands, in light and in dark, one line each; [] is what a test asks for.
 * In the dark only contrasts can differ, so only they are looked at. Legacy mode and violations alone say the
 * same of a page without frames, in half the time (write page: 16 s, then 9 s, on two cores, 2026-11-25).
 */
export async function objections(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({
        resultTypes: ['violations'],
        ...(colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {}),
      })
      .analyze();
    for (const { id, nodes } of violations) {
      const [first, second] = nodes.map((node) => node.target.join(' '));
      found.push(
        `${colorScheme}: ${id}, ${nodes.length} times, at ${[first, second].filter(Boolean).join(', ')}`,
      );
    }
  }
  return found;
}

/** How many pixels of the page lie beyond its window's width; a phone's page has 0. */
export const widerThanThePage = (page: Page): Promise<number> =>
  page.evaluate(() =>
    Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  );
