import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { REVIEWS } from '#server/demo/content/ids.ts';
import { company, form } from './company.ts';

const soak = company();
const NEW = '/reviews/import';
/** Amir analyses A; Otto may not write it. */
const a = `/reviews/${REVIEWS.wrongHost}`;
const IMPORT = /^\/reviews\/import\/[0-9a-f-]{36}$/;
const CANARY = '"><img src=x onerror="document.title=1"><script>canary()</script>';

function files(named: Record<string, BlobPart>, fields: Record<string, string> = {}): RequestInit {
  const body = new FormData();
  for (const [name, content] of Object.entries(named)) body.append('files', new Blob([content]), name);
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return { method: 'POST', body };
}

/** An import held for Amir, by its address. */
async function held(markdown: string): Promise<string> {
  const amir = await soak.as('amir');
  const answer = await amir(NEW, form({ pasted: markdown, pastedAs: 'post-mortem' }));
  expect(answer.status).toBe(302);
  const address = answer.headers.get('location') ?? '';
  expect(address).toMatch(IMPORT);
  return address;
}

/** A whole import; gives the review's address. */
async function broughtIn(markdown: string): Promise<string> {
  const amir = await soak.as('amir');
  const address = await held(markdown);
  const page = await amir(address);
  const takes = [...page.text.matchAll(/name="take\.([^"]+)"/g)].map(([, id]) => [`take.${id}`, 'on']);
  const facts = {
    title: CANARY,
    kind: 'incident',
    privacy: 'private',
    happenedOn: '2026-10-05',
    zone: 'UTC',
  };
  const answer = await amir(address, form({ intent: 'bring', ...facts, ...Object.fromEntries(takes) }));
  expect(answer.status).toBe(302);
  const done = await amir(address);
  const review = done.headers.get('location') ?? /\/reviews\/[0-9a-f-]{36}(?=")/.exec(done.text)?.[0];
  if (!review) throw new Error('nothing was brought in');
  return review;
}

describe('what may not come in', () => {
  test.each<[string, () => RequestInit, RegExp]>([
    [
      '[bad input 25] five megabytes of brackets',
      () => files({ 'x.md': '['.repeat(5_000_000) }),
      /million characters/,
    ],
    [
      '[bad input 28] a zip that is none',
      () => files({ 'x.zip': 'PK\u0003\u0004nothing' }),
      /could not be read/,
    ],
    ['nothing', () => files({}), /Nothing was chosen/],
    ['a programme', () => files({ 'x.exe': 'MZ' }), /None of these/],
  ])('%s is refused in a sentence, at once', async (_, make, sentence) => {
    const amir = await soak.as('amir');
    const answer = await amir(NEW, make());
    const page = answer.status === 302 ? await refusedLater(answer.headers.get('location') ?? '') : answer;
    expect(page.text).toMatch(sentence);
  });

  async function refusedLater(address: string) {
    const amir = await soak.as('amir');
    for (;;) {
      const page = await amir(address);
      if (/This was not read/.test(page.text)) return page;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  test.each<[string, BlobPart]>([
    ['[bad input 26] SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['[bad input 27] HTML named .png', '<!doctype html><script>alert(1)</script>'],
    ['[bad input 27] a PNG of 50,000 by 50,000', hugePng()],
  ])('%s is refused as a picture', async (_, content) => {
    const amir = await soak.as('amir');
    const body = new FormData();
    body.append('picture', new Blob([content], { type: 'image/png' }), 'x.png');
    expect((await amir(`${a}/uploads`, { method: 'POST', body })).status).toBe(422);
  });

  test('[bad input 46] bodies that are no forms are answered with 4xx', async () => {
    const amir = await soak.as('amir');
    const address = await held('# T\n\nhello');
    for (const door of [NEW, address, `${a}/evidence`, `${a}/uploads`])
      for (const [type, body] of [
        ['application/json', '{"a":'],
        ['text/xml', '<a/>'],
        ['multipart/form-data; boundary=x', 'no parts'],
      ] as const) {
        const { status } = await amir(door, { method: 'POST', body, headers: { 'Content-Type': type } });
        expect([door, type, status >= 400 && status < 500]).toEqual([door, type, true]);
      }
  });
});

describe('[bad input 42] what is not theirs is not there', () => {
  test('an import of somebody else, with and without .data', async () => {
    const otto = await soak.as('otto');
    const address = await held('# Private thing\n\nhello');
    for (const path of [address, `${address}.data`]) {
      const answer = await otto(path);
      expect([
        answer.status === 404 || answer.text.includes('404'),
        answer.text.includes('Private thing'),
      ]).toEqual([true, false]);
    }
    expect((await otto(address, form({ intent: 'cancel' }))).status).toBe(404);
    expect((await (await soak.as('amir'))(address)).status).toBe(200);
  });

  test('evidence and pictures of a private review, and into it', async () => {
    const otto = await soak.as('otto');
    const review = await broughtIn('# Hidden\n\n## Story\n\nhello');
    for (const path of [
      `${review}/evidence`,
      `${review}/uploads/${randomUUID()}`,
      `${review}/evidence/find.json?q=a`,
    ])
      expect([path, (await otto(path)).status]).toEqual([path, 404]);
    expect((await otto(NEW, form({ review: review.split('/').at(-1) ?? '', pasted: 'x' }))).status).toBe(404);
  });

  test('a read-only reader may neither import into a review, quote, nor upload', async () => {
    const otto = await soak.as('otto');
    expect((await otto(NEW, form({ review: REVIEWS.wrongHost, pasted: 'x' }))).status).toBe(403);
    // told before anything is pasted, not after
    expect((await otto(`${NEW}?review=${REVIEWS.wrongHost}`)).status).toBe(403);
    expect((await otto(`${a}/evidence`, form({ message: randomUUID(), into: 'section:x' }))).status).toBe(
      403,
    );
    const body = new FormData();
    body.append('picture', new Blob(['x']), 'x.png');
    expect((await otto(`${a}/uploads`, { method: 'POST', body })).status).toBe(403);
  });
});

test('[bad input 53] [bad input 54] an XSS canary in every imported place is text in every view, and in no log', async () => {
  const amir = await soak.as('amir');
  const c = CANARY;
  const markdown = [
    `# ${c}`,
    `## ${c}`,
    `\`${c}\` [x](https://x.test/"onclick="canary())`,
    `## Timeline\n\n- 10:00 \`${c}\`\n- 11:00 y`,
    `## Root cause\n\n\`${c}\``,
    `## Chat\n\n> ada ${c.replace(/[[\]]/g, '')} [9:01 AM]\n> ${c}\n>\n> ben [9:02 AM]\n> hi`,
  ].join('\n\n');
  const review = await broughtIn(markdown);
  for (const path of [
    review,
    `${review}/write`,
    `${review}/evidence`,
    `${review}/export.html`,
    '/library',
    '/',
  ]) {
    const page = await amir(path);
    expect([path, page.text.includes('<script>canary()'), page.text.includes('<img src=x')]).toEqual([
      path,
      false,
      false,
    ]);
  }
  expect(soak.program.output()).not.toMatch(/canary|ada|Hidden/);
});

/** A PNG's header that claims 50,000 by 50,000. */
function hugePng(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(60);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, 50_000);
  new DataView(bytes.buffer).setUint32(20, 50_000);
  return bytes;
}
