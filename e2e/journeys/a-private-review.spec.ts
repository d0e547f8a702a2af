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
  await priya.page.locator('.ProseMirror').first().click();
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
    expect((await priya.asks('/reviews/find.json?q=zanz')).text).toContain(TITLE);
  });

  await test.step('what it says does not come over a socket', async () => {
    const { documents } = (await priya.asks(`/api/v1${review}`)).json() as { documents: { name: string }[] };
    const [document] = documents;
    expect(await otto.page.goto('/')).not.toBeNull();
    const heard = await otto.page.evaluate(listenTo, {
      url: `${soak.origin.replace('http', 'ws')}/collab`,
      name: document?.name ?? '',
    });
    expect(heard).toContain('permission-denied');
    expect(heard).not.toContain(CANARY);
  });
});

/** Ids and nonces differ between any two answers; nothing else may. */
const withoutIds = (page: string) =>
  page.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/[A-Za-z0-9+/]{22}==/g, 'nonce');

/** In the browser: asks Hocuspocus for a document, as its provider does, and gives everything that comes back. */
function listenTo({ url, name }: { url: string; name: string }): Promise<string> {
  const encoder = new TextEncoder();
  const text = (words: string) => [encoder.encode(words).length, ...encoder.encode(words)];
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.binaryType = 'arraybuffer';
    let heard = '';
    const done = () => resolve(heard);
    socket.onopen = () => {
      // authenticate, then ask for everything
      socket.send(new Uint8Array([...text(name), 2, 0, ...text('')]));
      socket.send(new Uint8Array([...text(name), 0, 0, 1, 0]));
    };
    socket.onmessage = (event) => {
      heard +=
        typeof event.data === 'string' ? event.data : new TextDecoder().decode(event.data as ArrayBuffer);
    };
    socket.onclose = done;
    setTimeout(done, 3_000);
  });
}
