import { expect, type Page } from '@playwright/test';

/** room.md: read aloud are the agenda, the stage, the floor, the controls; before them the ways to skip, and what this is. */
export const WHOLE_ROOM = [
  'navigation Within the room',
  'banner',
  'complementary Agenda',
  'main',
  'complementary Floor',
  'region Controls',
];
export const COMPANION = ['navigation Within the room', 'banner', 'main', 'region Controls'];
export const WALL = ['main'];

const LANDMARK = /^- '?(banner|navigation|complementary|main|region|contentinfo)(?: "([^"]*)")?/;

/**
 * The landmarks of a face of the room, in the order in which the accessibility tree has them. Beside it: the first heading is the
 * page's own, and in the middle the stage's title comes before all that is on stage.
 */
export async function readingOrder(page: Page): Promise<string[]> {
  const tree = await page.locator('body').ariaSnapshot();
  const first = /heading .*\[level=(\d)\]/.exec(tree)?.[1];
  const title = page.locator('main #stage-title, main h1').first();
  const words = (await title.innerText()).trim();
  const inMain = await page.locator('main').ariaSnapshot();
  expect(/heading .*/.exec(inMain)?.[0], 'the first heading in the middle').toContain(words);
  const isWall = (await page.locator('main h1').count()) > 0;
  if (!isWall) expect(first === '1' || first === undefined, 'the page’s own heading comes first').toBe(true);
  return tree.split('\n').flatMap((line) => {
    const found = LANDMARK.exec(line);
    return found ? [[found[1], found[2]].filter(Boolean).join(' ')] : [];
  });
}
