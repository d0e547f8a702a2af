// Longer than 300 lines: one hour, told in its order, with everybody in it.
import type { Page } from '@playwright/test';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { objections, widerThanThePage } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { COMPANION, readingOrder, WALL, WHOLE_ROOM } from '../reading-order.ts';
import { capturedOn, minutesOf, oneLine, roomOf, stateOf } from './meeting-words.ts';
import {
  answered,
  captures,
  capturesFor,
  choosesFace,
  endsIt,
  goesOn,
  goesTo,
  knowsOf,
  letsGuestsCome,
  makesGuestCode,
  pictures,
  pressesTwice,
  putsUnsigned,
  seals,
  showsOnScreen,
  standsAt,
} from './room-words.ts';

test.use({ workspaceOf: 'eleven' });
test.skip(!process.env.SOAK_LONG, 'in npm run test:long: eleven browsers take two cores some minutes');

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const VIEW = 'To me it was not stuck, only slow. I kept quiet, as two people were busy with it.';
const IDEAS = {
  phone: 'Print how long an ordinary wait is.',
  vera: 'A second standby.',
  root: 'The name of the host in every prompt.',
};
const UNSIGNED = ['I had seen it before and said nothing.', 'I would have stopped it too.'];
const HOW_IT_FEELS = 'What would an ordinary wait have looked like?';
const AFTERWARDS = 'We learned most after we had ended.';
const UNSAID = 'What is still unsaid?';
const AWAY_MINUTES = 2;
const UNSAID_MINUTES = 4;
const PARKED = 'What slow staging disks cost us.';

test('[M3] [M17] [C2] [C6] [U4] [M19] [M21] eleven at once through an hour: every screen says what the record says', async ({
  felicity,
  amir,
  grace,
  priya,
  tomas,
  otto,
  vera,
  root,
  stranger,
  browserOf,
  soak,
}) => {
  test.setTimeout(1_800_000);
  const phone = await browserOf('otto', PHONE);
  const wall = await browserOf('grace', { viewport: { width: 1920, height: 1080 } });
  await wall.context.clearCookies();
  const laptops = [felicity, amir, grace, priya, tomas, otto, vera, root];
  const signedIn = [...laptops, phone];
  const inRoom = (): Page[] =>
    [...signedIn.map(({ page }) => page), stranger].filter((page) => page.url() !== 'about:blank');
  const minutesPass = minutesOf(soak, inRoom);
  const room = await roomOf(felicity, REVIEWS.wrongHost);

  /** Nobody is behind, nobody is elsewhere: all eleven screens, the wall's too. */
  const everyoneIsAt = async (stage: string) => {
    const { rev, state } = await stateOf(felicity, room);
    for (const page of inRoom()) {
      await knowsOf(page, rev);
      await standsAt(page, stage);
    }
    await expect(wall.page.locator('.screen-face h1')).toHaveText(stage);
    return state;
  };
  const stages = (await stateOf(felicity, room)).state.stages;
  const titleOf = (kind: string, nth = 0): string =>
    stages.filter((stage) => stage.kind === kind)[nth]?.title ?? `no ${kind}`;
  const minutesIn = (title: string) => stages.find((stage) => stage.title === title)?.minutes ?? 0;
  let at = titleOf('purpose');
  /** What is left of the stage's minutes goes by, then all of them are at the next. */
  const goesOnTo = async (title: string, gone = 0) => {
    await minutesPass(minutesIn(at) - gone);
    at = title;
    await goesTo(felicity, title);
    await everyoneIsAt(title);
  };

  await test.step('all eleven come in: a phone as a companion, a screen on the wall, a guest by the code', async () => {
    expect(
      stages.reduce((sum, { minutes }) => sum + minutes, 0),
      'the template of an hour',
    ).toBe(60);
    await letsGuestsCome(amir, REVIEWS.wrongHost);
    for (const { page } of signedIn) await page.goto(room);
    await choosesFace(phone.page, 'Companion');
    await expect(phone.page.locator('.companion')).toBeVisible();
    const code = await makesGuestCode(felicity);
    await felicity.page.getByRole('button', { name: 'Done' }).click();
    await stranger.goto('/guest');
    await stranger.getByLabel('Code').fill(code);
    await stranger.getByLabel('Your name in this meeting').fill('Lena');
    await stranger.getByRole('button', { name: 'Come in' }).click();
    await expect(stranger.getByText('The room is open')).toBeVisible();
    await wall.page.goto(await showsOnScreen(felicity));
    await felicity.page.getByRole('button', { name: 'Done' }).click();
    // the phone is Otto's second
    for (const { page } of laptops) await expect(page.locator('.rtop .here')).toContainText('9 here');
    await pictures(wall.page, 'wall-before');
  });

  await test.step('Felicity takes Amir beside her, and starts', async () => {
    await felicity.page.locator('summary', { hasText: 'More' }).click();
    await felicity.page.getByRole('button', { name: 'Who facilitates…' }).click();
    await answered(felicity, 'roles', () => felicity.page.getByLabel('Amir', { exact: true }).check());
    await felicity.page.getByRole('button', { name: 'Done' }).click();
    await expect(amir.page.locator('.role')).toHaveText('Facilitating');
    await answered(felicity, 'start', () =>
      felicity.page.getByRole('button', { name: 'Start', exact: true }).click(),
    );
    await everyoneIsAt(titleOf('purpose'));
  });

  await test.step('Grace, the scribe, keeps a question for Vera, which is nobody else’s before Vera says so', async () => {
    await goesOnTo(titleOf('section'));
    await capturesFor(grace, vera, HOW_IT_FEELS);
    expect((await otto.asks(`${room}/state.json`)).text).not.toContain(HOW_IT_FEELS);
    await answered(vera, 'confirm-capture', () =>
      vera.page.getByRole('button', { name: 'Yes, show it as mine' }).click(),
    );
    for (const { page } of laptops) {
      await page.getByRole('tab', { name: /^Captured/ }).click();
      await expect(page.getByRole('tabpanel')).toContainText(HOW_IT_FEELS);
    }
  });

  await test.step('Priya tells the walk and lights its moments; Tomas sees one differently, beside its claim', async () => {
    await goesOnTo(titleOf('walk'));
    for (let moments = 0; moments < 3; moments += 1)
      await answered(priya, 'spotlight', () =>
        priya.page.getByRole('button', { name: 'Next moment', exact: true }).click(),
      );
    const { state } = await stateOf(felicity, room);
    await everyoneIsAt(titleOf('walk'));
    const say = await priya.page.locator('.on-stage.lit .say').innerText();
    for (const { page } of signedIn) await expect(page.locator('.on-stage.lit .say')).toHaveText(say);
    for (const page of [stranger, wall.page])
      await expect(page.locator('.screen-say').first()).toContainText(say.slice(0, 40));
    await captures(tomas, 'Different view', VIEW);
    for (const { page } of signedIn)
      await expect(page.locator('.tells').filter({ hasText: VIEW })).toContainText(
        'A different view, kept as said',
      );
    const kept = (await stateOf(felicity, room)).state.captures.find(({ words }) => words === VIEW);
    expect(kept?.claim).toContain(say.slice(0, 40));
    expect(state.stages.filter((stage) => stage.state === 'now')).toHaveLength(1);
  });

  await test.step('each face is read in its order, axe finds nothing, nothing is cut off at 320 px and at 200 %', async () => {
    const faces: [string, Page, string[]][] = [
      ['facilitator', felicity.page, WHOLE_ROOM],
      ['participant', otto.page, WHOLE_ROOM],
      ['companion', phone.page, COMPANION],
      ['guest', stranger, COMPANION],
      ['wall', wall.page, WALL],
    ];
    for (const [name, page, order] of faces) {
      expect(await readingOrder(page), name).toEqual(order);
      expect(await objections(page), name).toEqual([]);
      await pictures(page, name);
    }
    for (const [name, page] of faces.slice(0, 4)) {
      const size = page.viewportSize() ?? PHONE.viewport;
      for (const width of [320, 390, 640]) {
        await page.setViewportSize({ width, height: 640 });
        expect(await widerThanThePage(page), `${name} at ${width}`).toBe(0);
      }
      await page.setViewportSize({ width: 390, height: 844 });
      await pictures(page, `${name}-390`);
      await page.setViewportSize(size);
    }
  });

  await test.step('Felicity drops; Amir goes on, takes over, and hands back to her', async () => {
    await felicity.page.goto('about:blank');
    // the last word her page sent is in by then: it says when she was seen
    for (const { page } of [otto, amir])
      await expect(page.locator('.rtop .here')).toContainText('8 here', { timeout: 60_000 });
    await minutesPass(AWAY_MINUTES);
    for (const page of [otto.page, phone.page, stranger])
      await expect(
        page.getByText('Felicity is reconnecting; the meeting goes on. Amir facilitates too.'),
      ).toBeVisible({
        timeout: 40_000,
      });
    await expect(otto.page.getByRole('button', { name: 'Take over' })).toHaveCount(0);
    await goesOn(amir);
    const takeOver = amir.page.getByRole('button', { name: 'Take over' });
    await expect(takeOver).toBeVisible({ timeout: 90_000 });
    await answered(amir, 'take-over', () => takeOver.click());
    for (const page of [otto.page, phone.page, stranger])
      await expect(page.getByText('Amir has taken over from Felicity.')).toBeVisible();
    await pictures(amir.page, 'taken-over');
    await felicity.page.goto(room);
    await expect(felicity.page.getByText(/^Amir has taken over while you were away/)).toBeVisible();
    await answered(amir, 'hand-back', () =>
      amir.page.getByRole('button', { name: 'Hand back to Felicity' }).click(),
    );
    const { facilitators, lead } = await everyoneIsAt(titleOf('walk'));
    expect([facilitators.map(({ name }) => name), lead.relieved]).toEqual([['Felicity', 'Amir'], null]);
    for (const page of inRoom()) await expect(page.getByText(/has taken over/)).toHaveCount(0);
  });

  await test.step('three ideas are sealed: all see how many, nobody but their author a word of them', async () => {
    await seals(phone, IDEAS.phone);
    await seals(vera, IDEAS.vera);
    await seals(root, IDEAS.root);
    for (const { page } of signedIn)
      await expect(page.locator('.sealed').first()).toContainText('3 ideas sealed', { timeout: 40_000 });
    for (const page of [...inRoom(), wall.page])
      for (const idea of Object.values(IDEAS)) expect(await page.content()).not.toContain(idea);
    await goesOnTo(titleOf('walk', 1), AWAY_MINUTES);
    for (const { kind, title } of stages)
      if (kind === 'accounts' || kind === 'finding') await goesOnTo(title);
  });

  await test.step('the guest raises a hand and has the turn', async () => {
    await goesOnTo(titleOf('open-floor'));
    await stranger.getByRole('button', { name: 'Raise a hand' }).click();
    await stranger.getByRole('button', { name: 'Raise it' }).click();
    await felicity.page.getByRole('tab', { name: /^Queue/ }).click();
    await expect(felicity.page.locator('.queue')).toContainText('Lena');
    await answered(felicity, 'next-speaker', () =>
      felicity.page.getByRole('button', { name: /^Next speaker/ }).click(),
    );
    await expect(wall.page.getByText('Lena is speaking')).toBeVisible();
    await answered({ page: stranger }, 'finish-turn', () =>
      stranger.getByRole('button', { name: 'You have the turn. I am done' }).click(),
    );
    await expect(wall.page.getByText('Lena is speaking')).toHaveCount(0);
  });

  await test.step('a stage is added on the fly; two put something in without a name, and Felicity is warned', async () => {
    await felicity.page.locator('summary', { hasText: 'More' }).click();
    await felicity.page.getByRole('button', { name: 'Change the agenda…' }).click();
    await felicity.page.getByLabel('What the new stage is').selectOption('unsaid');
    await answered(felicity, 'stage-add', () =>
      felicity.page.getByRole('button', { name: 'Add', exact: true }).click(),
    );
    await felicity.page.getByRole('button', { name: 'Done' }).click();
    await goesOnTo(UNSAID, UNSAID_MINUTES);
    await putsUnsigned(phone.page, UNSIGNED[0] ?? '');
    await putsUnsigned(stranger, UNSIGNED[1] ?? '');
    // the warning comes from the door, so that programs hear it too
    felicity.mayHear(/status of 422/);
    await pressesTwice(felicity.page, 'Open the box');
    await expect(felicity.page.locator('main').getByRole('alert')).toContainText('Fewer than three');
    for (const page of [otto.page, wall.page]) expect(await page.content()).not.toContain(UNSIGNED[0]);
    await pictures(felicity.page, 'few');
    await answered(felicity, 'reveal', () =>
      felicity.page.getByRole('button', { name: 'Show them all the same' }).click(),
    );
    await everyoneIsAt(UNSAID);
    for (const page of inRoom()) {
      await expect(page.locator('.shown-texts li')).toHaveCount(2);
      await expect(page.locator('.shown-texts .who')).toHaveCount(0);
    }
    for (const words of UNSIGNED) await expect(wall.page.locator('.screen-texts')).toContainText(words);
    await pictures(phone.page, 'phone-unsaid');
  });

  await test.step('“Who sees it differently?” shows the view beside its claim, to the guest as well', async () => {
    await minutesPass(UNSAID_MINUTES);
    await goesOnTo(titleOf('different-views'));
    for (const page of inRoom())
      await expect(page.locator('.views li').filter({ hasText: VIEW })).toContainText('The write-up says');
    await goesOnTo(titleOf('open-questions'));
    await root.page.getByRole('button', { name: /^Park this/ }).click();
    await root.page.getByLabel('What should not be lost, though not now?').fill(PARKED);
    await answered(root, 'park', () => root.page.getByRole('button', { name: 'Park it' }).click());
    await goesOnTo(titleOf('close'));
  });

  await test.step('Felicity ends it, opens it again for what Priya still has to say, and ends it', async () => {
    await endsIt(felicity);
    await everyoneIsAt('Thank you for coming');
    await pictures(otto.page, 'ended');
    await answered(felicity, 'reopen', () =>
      felicity.page.getByRole('button', { name: 'Open it again' }).click(),
    );
    await everyoneIsAt(titleOf('close'));
    await captures(priya, 'Insight', AFTERWARDS);
    await everyoneIsAt(titleOf('close'));
    for (const { page } of laptops)
      expect(await capturedOn(page), page.url()).toEqual([AFTERWARDS, VIEW, HOW_IT_FEELS]);
    await minutesPass(minutesIn(titleOf('close')));
    await endsIt(felicity);
    await everyoneIsAt('Thank you for coming');
  });

  await test.step('each of them opens the record, and it says what their screens said', async () => {
    const { state } = await stateOf(felicity, room);
    const claim = oneLine(state.captures.find(({ words }) => words === VIEW)?.claim ?? '');
    const said = [HOW_IT_FEELS, AFTERWARDS, claim, VIEW, PARKED, ...UNSIGNED].sort();
    const went = state.stages.map(
      ({ title, minutes, spentMs }) => `${title} ${minutes}, ${Math.max(1, Math.round(spentMs / 60_000))}`,
    );
    for (const { page, name } of signedIn) {
      await page.goto(`${room}/record`);
      const kept = await page.locator('.said-there .kept .said').allInnerTexts();
      expect(kept.map(oneLine).sort(), name).toEqual(said);
      const rows = await page.locator('.as-it-went li').allInnerTexts();
      expect(rows.map(oneLine), name).toEqual(went);
      await expect(page.getByText('Amir took over from Felicity')).toBeVisible();
      await expect(page.getByText('Amir handed back to Felicity')).toBeVisible();
      await expect(page.getByText('3 ideas were sealed')).toBeVisible();
    }
    await tomas.page.goto(`/reviews/${REVIEWS.wrongHost}`);
    await expect(tomas.page.locator('.kept-view').filter({ hasText: VIEW })).toContainText(
      claim.slice(0, 40),
    );
  });
});
