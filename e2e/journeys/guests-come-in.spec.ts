import type { RoomState } from '#domain/meeting/own-room.ts';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { objections, widerThanThePage } from '../axe.ts';
import { expect, type Person, test } from '../fixtures.ts';
import { COMPANION, readingOrder, WHOLE_ROOM } from '../reading-order.ts';
import { answered, choosesFace, goOnTo, letsGuestsCome, makesGuestCode, pictures } from './room-words.ts';

test.use({ workspaceOf: 'guests' });
test.setTimeout(180_000);

test('[C2] [G1] [G2] [G3] [M12] [U2] someone without an account comes in by the code, takes part beside the wall, and is let go', async ({
  felicity,
  amir,
  browserOf,
}) => {
  // a phone where nobody is signed in
  const phone = await browserOf('grace');
  await phone.context.clearCookies();
  phone.mayHear(/the server responded with a status of 422/);
  const stranger = phone.page;
  await letsGuestsCome(amir, REVIEWS.wrongHost);

  const review = (await felicity.asks(`/api/v1/reviews/${REVIEWS.wrongHost}`)).json();
  await felicity.page.goto(`/meetings/${(review as { meetings: { id: string }[] }).meetings[0]?.id}`);
  const typed = await makesGuestCode(felicity);
  expect(await objections(felicity.page)).toEqual([]);
  await felicity.page.getByRole('button', { name: 'Done' }).click();

  await test.step('a code that fits nothing says so and keeps the name; the right one opens the room', async () => {
    await stranger.setViewportSize({ width: 320, height: 640 });
    await stranger.goto('/guest');
    expect(await objections(stranger)).toEqual([]);
    await stranger.getByLabel('Code').fill('ABCD EFGH');
    await stranger.getByLabel('Your name in this meeting').fill('Lena');
    await Promise.all([
      stranger.waitForResponse((answer) => answer.status() === 422),
      stranger.getByRole('button', { name: 'Come in' }).click(),
    ]);
    await expect(stranger.getByText('This code opens no meeting just now.', { exact: false })).toBeVisible();
    await expect(stranger.getByLabel('Your name in this meeting')).toHaveValue('Lena');
    await stranger.getByLabel('Code').fill(typed);
    await stranger.getByRole('button', { name: 'Come in' }).click();
    await expect(stranger.getByText('The room is open')).toBeVisible();
  });

  await test.step('they see what is on stage, raise a hand and note, and the facilitator sees who it is', async () => {
    await felicity.page.getByRole('button', { name: 'Start', exact: true }).click();
    await goOnTo(felicity, 'Load, and a story that fitted');
    await expect(stranger.locator('#stage-title')).toHaveText('Load, and a story that fitted');
    await expect(stranger.locator('.screen-say')).not.toBeEmpty();
    await stranger.getByRole('button', { name: 'Raise a hand' }).click();
    await stranger.getByRole('button', { name: 'Raise it' }).click();
    await expect(felicity.page.locator('.queue')).toContainText('Lena');
    await stranger.getByRole('button', { name: 'Insight' }).click();
    await stranger.locator('.composer textarea').fill('It was quieter than I thought.');
    await stranger.getByRole('button', { name: 'Keep it' }).click();
    await expect(stranger.getByText('Kept.').first()).toBeVisible();
    const { state } = (
      await felicity.asks(`${new URL(felicity.page.url()).pathname}/state.json`)
    ).json() as RoomState;
    const [begun] = state.current?.targets ?? [];
    expect(begun).toBeDefined();
    expect(state.captures[0]).toMatchObject({ stage: state.current?.stage, target: begun });
    const noted = stranger.getByRole('region', { name: 'What you noted' });
    await noted.getByRole('button', { name: 'Change' }).click();
    await noted.getByLabel('Your words').fill('It was quieter than I had thought.');
    await noted.getByRole('button', { name: 'Keep' }).click();
    await expect(noted).toContainText('It was quieter than I had thought.');
    await stranger.getByRole('button', { name: 'Different view' }).click();
    await stranger.locator('.composer textarea').fill('To us it was anything but slow.');
    await stranger.getByRole('button', { name: 'Keep it' }).click();
    await expect(noted).toContainText('anything but slow');
    const room = (
      await felicity.asks(`${new URL(felicity.page.url()).pathname}/state.json`)
    ).json() as RoomState;
    const view = room.state.captures.find(({ kind }) => kind === 'different-view');
    expect(await stranger.locator('.screen-say').textContent()).toContain(view?.claim);
    expect(view?.claim).not.toBe('');
    for (const target of await stranger.locator('.companion .bar > .btn').all())
      expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(48);
    expect(await objections(stranger)).toEqual([]);
    expect(await widerThanThePage(stranger)).toBe(0);
    expect(await readingOrder(stranger), 'a companion is read from the stage to its controls').toEqual(
      COMPANION,
    );
    expect(await readingOrder(felicity.page), 'whoever leads').toEqual(WHOLE_ROOM);
  });

  await test.step('nobody pulls them from what they type, and what they put in is theirs to take out after the end too', async () => {
    const unsaid = 'What nobody has said yet';
    await steers(felicity, ({ stages }) => ({
      command: 'stage-add',
      kind: 'unsaid',
      title: unsaid,
      minutes: 5,
      prompt: '',
      after: stages.at(-2)?.id,
    }));
    await steers(felicity, ({ stages }) => ({
      command: 'go',
      stage: stages.find(({ title }) => title === unsaid)?.id,
    }));
    const field = stranger.getByLabel('What is still unsaid', { exact: true });
    await field.pressSequentially('Nobody asked us');
    await steers(felicity, () => ({ command: 'next' }));
    await expect(stranger.locator('.around')).toContainText('You are writing. The group is at');
    await expect(field).toBeFocused();
    await field.pressSequentially(', who answer the phone.');
    await expect(stranger.locator('#stage-title')).toHaveText(unsaid);
    await stranger.getByRole('button', { name: /^Return/ }).click();
    await expect(stranger.locator('#stage-title')).not.toHaveText(unsaid);
    await pictures(stranger, 'guest-left-behind');
    await stranger.getByRole('button', { name: 'Go on writing' }).click();
    await expect(field).toHaveValue('Nobody asked us, who answer the phone.');
    expect(await objections(stranger)).toEqual([]);
    expect(await widerThanThePage(stranger)).toBe(0);
    await stranger.getByRole('button', { name: 'Put it in the box' }).click();
    await expect(stranger.locator('.put-here')).toContainText('who answer the phone');
  });

  await test.step('nothing else here is open to them', async () => {
    const room = new URL(stranger.url()).pathname;
    for (const path of ['/', '/library', `${room}/record`, `${room}/guests`]) {
      const answer = await stranger.request.get(path, { maxRedirects: 0 });
      expect([302, 401], path).toContain(answer.status());
    }
  });

  await test.step('a tablet everybody shares asks whose hand it is', async () => {
    await choosesFace(stranger, 'Shared tablet');
    await stranger.getByRole('button', { name: 'Raise a hand for someone here' }).click();
    await stranger.getByLabel('For whom, in the room here').fill('Noor');
    await stranger.getByRole('button', { name: 'Raise it' }).click();
    await expect(felicity.page.locator('.queue')).toContainText('Noor');
    const done = stranger.getByRole('button', { name: 'Noor has the turn. They are done' });
    for (let turns = 0; turns < 2 && !(await done.isVisible()); turns += 1)
      await answered(felicity, 'next-speaker', () =>
        felicity.page
          .locator('.speaking')
          .getByRole('button', { name: /^Next speaker/ })
          .click(),
      );
    await done.click();
    await expect(felicity.page.locator('.speaking')).toHaveCount(0);
  });

  await test.step('after the end what is in the box can be taken out', async () => {
    await choosesFace(stranger, 'Companion');
    await felicity.page.keyboard.press('Shift+E');
    const dialog = felicity.page.locator('dialog[open]');
    await expect(dialog).toContainText('It can be shown for a day, from the record');
    await expect(dialog).toContainText('What nobody has said yet');
    await dialog.getByRole('button', { name: 'End it' }).click();
    await expect(stranger.getByText('Thank you for coming')).toBeVisible();
    expect(await objections(stranger)).toEqual([]);
    await stranger.getByRole('button', { name: 'Take it out' }).click();
    await expect(stranger.locator('.came-late')).toContainText('who answer the phone');
    await expect(stranger.locator('.put-here')).toHaveCount(0);
  });
});

/** By the room's door, at once. */
async function steers(person: Person, command: (state: RoomState['state']) => object): Promise<void> {
  const room = new URL(person.page.url()).pathname;
  const { state } = (await person.asks(`${room}/state.json`)).json() as RoomState;
  const answer = await person.asks(`${room}/commands`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...command(state), expectedRev: state.rev, key: crypto.randomUUID() }),
  });
  expect(answer.status, answer.text).toBe(200);
}
