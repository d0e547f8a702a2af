import { build } from 'vite';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { expect, type Person, test } from '../fixtures.ts';

const A = `/reviews/${REVIEWS.wrongHost}`;
const ENTRY = 'virtual:a-plain-editor';

/** The packages as they are, for a page that is not ours. */
async function plainClient(): Promise<string> {
  const source = `export { WebsocketProvider } from 'y-websocket'; export * as Y from 'yjs';`;
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'a-plain-editor',
        resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : null),
        load: (id) => (id === `\0${ENTRY}` ? source : null),
      },
    ],
    build: { write: false, minify: false, lib: { entry: ENTRY, formats: ['es'], fileName: 'client' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

const PAGE = `<!doctype html><title>Another editor</title><textarea></textarea><p></p><script type="module">
  import { WebsocketProvider, Y } from '/another-editor.js';
  const [name] = location.hash.slice(1).split(' ');
  const door = new WebsocketProvider(location.origin.replace('http', 'ws') + '/yjs', name, new Y.Doc(), { disableBc: true });
  const said = document.querySelector('p');
  const words = door.doc.getXmlFragment('standfirst');
  door.on('sync', (is) => { said.textContent = is ? 'joined' : 'lost'; });
  door.on('connection-close', () => { said.textContent = 'refused'; });
  door.doc.on('update', () => { document.querySelector('textarea').value = words.toString().replace(/<[^>]*>/g, ''); });
  document.querySelector('textarea').addEventListener('change', () => words.get(0).get(0).insert(0, 'Another editor was here. '));
</script>`;

async function opensAnotherEditor(person: Person, origin: string, document: string) {
  const client = await plainClient();
  await person.context.route(`${origin}/another-editor`, (route) =>
    route.fulfill({ contentType: 'text/html', body: PAGE }),
  );
  await person.context.route(`${origin}/another-editor.js`, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: client }),
  );
  const page = await person.context.newPage();
  await page.goto(`${origin}/another-editor#${document}`);
  return page;
}

const writeUpOf = async (person: Person) => {
  const review = (await person.asks(`/api/v1/reviews/${REVIEWS.wrongHost}`)).json() as {
    documents: { kind: string; name: string }[];
  };
  return review.documents.find(({ kind }) => kind === 'write-up')?.name ?? '';
};

test('another editor, with the plain y-websocket client, writes beside Soak’s own by the sign-in of its page', async ({
  amir,
  priya,
  soak,
}) => {
  await amir.page.goto(`${A}/write`);
  const standfirst = amir.page.locator('[data-field="standfirst"], .standfirst').first();
  await expect(standfirst).toContainText(/\w/);
  const other = await opensAnotherEditor(priya, soak.origin, await writeUpOf(priya));
  await expect(other.locator('p')).toHaveText('joined');
  await expect(other.locator('textarea')).not.toHaveValue('');
  await expect(
    amir.page.getByRole('img', { name: /Priya/ }).or(amir.page.locator('[title*="Priya"]')).first(),
  ).toBeVisible();
  await other.locator('textarea').evaluate((area) => area.dispatchEvent(new Event('change')));
  await expect(standfirst).toContainText('Another editor was here.');
  await amir.page.goto(A);
  await expect(amir.page.getByText('Another editor was here.').first()).toBeVisible();
});

test('a page of another site opens nothing with the sign-in of its visitor', async ({ priya, soak }) => {
  priya.mayHear(/WebSocket/);
  const document = await writeUpOf(priya);
  const elsewhere = soak.origin.includes('127.0.0.1') ? soak.origin.replace(/:\d+$/, ':1') : soak.origin;
  await priya.context.route(`${elsewhere}/**`, (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Elsewhere</title><p></p>' }),
  );
  const page = await priya.context.newPage();
  await page.goto(`${elsewhere}/`);
  const code = await page.evaluate(
    (address) =>
      new Promise<number>((resolve) => {
        new WebSocket(address).onclose = (event) => resolve(event.code);
      }),
    `${soak.origin.replace('http', 'ws')}/yjs/${document}`,
  );
  expect(code).toBe(1006);
});
