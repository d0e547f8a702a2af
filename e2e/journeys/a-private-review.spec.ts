import { encodeStateAsUpdate } from 'yjs';
import { openTab } from '../faults/writers.ts';
import { expect, test } from '../fixtures.ts';

/** Nowhere else in the workspace, so that any trace of it is a leak. */
const TITLE = 'The quiet zanzibar matter';
const CANARY = 'ombrellone';

test('Otto, an outsider, cannot learn of a private review by any door', async ({ priya, otto, soak }) => {
  await priya.page.goto('/reviews/new');
  await priya.page.getByLabel('Title').fill(TITLE);
  await priya.page.getByLabel('The day it happened').fill('2026-11-02');
  await priya.page.getByLabel('Who may read it').selectOption('private');
  await priya.page.getByRole('button', { name: 'Start writing' }).click();
  await expect(priya.page).toHaveURL(/\/reviews\/[0-9a-f-]{36}\/write$/);
  const review = new URL(priya.page.url()).pathname.replace(/\/write$/, '');
  await priya.page.locator('[data-place^="section:"]').first().click();
  await priya.page.keyboard.type(` ${CANARY} `);
  await expect(priya.page.getByText('Saved', { exact: true })).toBeVisible();

  const nowhere = `/reviews/${crypto.randomUUID()}`;
  await test.step('every page of it answers like one that never was', async () => {
    for (const part of [
      '',
      '/write',
      '/timeline',
      '/evidence',
      '/people',
      '/about',
      '/meeting',
      '/actions',
    ]) {
      const theirs = await otto.asks(`${review}${part}`);
      const none = await otto.asks(`${nowhere}${part}`);
      expect(theirs.status, part).toBe(404);
      expect(theirs.text, part).not.toContain(TITLE);
      expect(withoutIds(theirs.text), part).toBe(withoutIds(none.text));
      expect((await otto.asks(`${review}${part}.data`)).text, part).not.toContain(TITLE);
    }
  });

  await test.step('exports and the API know nothing of it', async () => {
    for (const kind of ['md', 'html', 'json'])
      expect((await otto.asks(`${review}/export.${kind}`)).status).toBe(404);
    expect((await otto.asks(`/api/v1${review}`)).status).toBe(404);
    expect((await otto.asks('/api/v1/reviews')).text).not.toContain(TITLE);
    expect((await priya.asks('/api/v1/reviews')).text).toContain(TITLE);
  });

  await test.step('it is in no list, search or suggestion', async () => {
    const lists = [
      '/',
      '/library',
      '/library?words=zanzibar',
      `/library?words=${CANARY}`,
      '/reviews/find.json?q=zanz',
    ];
    for (const path of lists) {
      expect((await otto.asks(path)).text, path).not.toContain(TITLE);
      expect((await otto.asks(path)).text, path).not.toContain(review);
    }
  });

  await test.step('what it says does not come over a socket', async () => {
    const { documents } = (await priya.asks(`/api/v1${review}`)).json() as { documents: { name: string }[] };
    const [document] = documents;
    const tab = openTab({ origin: soak.origin, cookie: otto.cookie, document: document?.name ?? '' });
    await expect.poll(() => tab.link.get().reason).not.toBeNull();
    expect(tab.link.get().everSynced).toBe(false);
    expect(new TextDecoder().decode(encodeStateAsUpdate(tab.doc))).not.toContain(CANARY);
    tab.close();
  });
});

/** Ids and nonces differ between any two answers; nothing else may. */
const withoutIds = (page: string) =>
  page.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/[A-Za-z0-9+/]{22}==/g, 'nonce');
