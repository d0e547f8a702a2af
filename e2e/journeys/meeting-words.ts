import type { Page } from '@playwright/test';
import type { Person } from '../fixtures.ts';
import type { Program } from '../program.ts';

/** What a journey through a whole meeting asks of it, and how its time goes by. */

export interface State {
  rev: number;
  state: {
    stages: { kind: string; title: string; minutes: number; state: string; spentMs: number }[];
    captures: { words: string; claim: string }[];
    facilitators: { name: string }[];
    lead: { relieved: unknown };
  };
}

export const stateOf = async (person: Person, room: string) =>
  (await person.asks(`${room}/state.json`)).json() as State;

/** The room of a review's first meeting. */
export async function roomOf(person: Person, review: string): Promise<string> {
  const answer = await person.asks(`/api/v1/reviews/${review}`);
  const { meetings } = answer.json() as { meetings: { id: string }[] };
  return `/meetings/${meetings[0]?.id}`;
}

export const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim();

/** What stands under Captured on this screen, newest first. */
export async function capturedOn(page: Page): Promise<string[]> {
  await page.getByRole('tab', { name: /^Captured/ }).click();
  return page.getByRole('tabpanel').locator('.capture > div > span:not(.own)').allInnerTexts();
}

/** The program's clock goes on, and every page in the room looks at it again, as a page does that is looked at again. */
export function minutesOf(soak: Program, pages: () => Page[]): (minutes: number) => Promise<void> {
  let ahead = 0;
  return async (minutes) => {
    ahead += minutes;
    await soak.moveClockTo(new Date(Date.now() + ahead * 60_000));
    for (const page of pages())
      await Promise.all([
        page.waitForResponse((answer) => answer.url().endsWith('/now'), { timeout: 90_000 }),
        page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
      ]);
  };
}
