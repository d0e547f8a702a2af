import { REVIEWS } from '#server/demo/content/ids.ts';
import { objections } from '../axe.ts';
import { expect, test } from '../fixtures.ts';

test('[M22] Grace brings a question and something without her name; Felicity sees the one, rehearses alone, and leaves nothing behind', async ({
  felicity,
  grace,
}) => {
  const { meetings } = (await felicity.asks(`/api/v1/reviews/${REVIEWS.wrongHost}`)).json() as {
    meetings: { id: string }[];
  };
  const meeting = `/meetings/${meetings[0]?.id}`;
  await grace.page.goto(`${meeting}/before`);
  const question = 'What did customers hear, and when?';
  await grace.page.getByLabel('Your question').fill(question);
  await grace.page.getByRole('button', { name: 'Bring it' }).click();
  await expect(grace.page.getByRole('list', { name: 'What you brought' })).toContainText(question);
  await grace.page.getByLabel('What is still unsaid').fill('Nobody asks at night.');
  await grace.page.getByRole('button', { name: 'Put it in the box' }).click();
  await expect(grace.page.getByText('only this tab knows they are yours')).toBeVisible();

  await felicity.page.goto(`${meeting}/before`);
  await expect(felicity.page.locator('.brought')).toContainText(question);
  expect(await felicity.page.content()).not.toContain('Nobody asks at night.');
  expect(await objections(felicity.page)).toEqual([]);

  const stateNow = async () => {
    const { rev, state } = (await felicity.asks(`${meeting}/state.json`)).json() as {
      rev: number;
      state: { phase: string };
    };
    return { rev, phase: state.phase };
  };
  const before = await stateNow();
  const posted: string[] = [];
  felicity.page.on('request', (request) => request.method() === 'POST' && posted.push(request.url()));
  await felicity.page.getByRole('link', { name: 'Rehearse it' }).click();
  await felicity.page.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(felicity.page.locator('#stage-title')).toHaveText('Welcome and purpose');
  await felicity.page.keyboard.press('ArrowRight');
  await felicity.page.keyboard.press('ArrowRight');
  await expect(felicity.page.getByText(/^Moved to/)).toBeVisible();
  await felicity.page
    .getByRole('checkbox', { name: /Touched/ })
    .first()
    .check();
  await felicity.page.getByRole('link', { name: 'Leave' }).click();
  await expect(felicity.page.getByRole('heading', { name: 'Before the meeting' })).toBeVisible();
  expect(await stateNow()).toEqual(before);
  expect(posted).toEqual([]);
});
