import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listMessages } from '#db/evidence.ts';
import { withDatabase } from '#db/testing.ts';
import { isRefused, type Refused } from '#domain/refused.ts';
import { writeUpText } from '#domain/write-up-text.ts';
import type { SignedIn } from '../app.ts';
import { quoteMessage } from '../evidence/quote-message.ts';
import { readEvidence } from '../evidence/read-evidence.ts';
import { readStoredWriteUp } from '../reviews/read-stored-write-up.ts';
import { requireReview } from '../reviews/require-review.ts';
import { addUpload } from '../uploads/add-upload.ts';
import { readUpload } from '../uploads/read-upload.ts';
import { beginImport, type ToImport } from './begin-import.ts';
import { bringIn } from './bring-in.ts';
import { cancelImport } from './cancel-import.ts';
import type { ChosenFile } from './chosen-file.ts';
import { findImport } from './find-import.ts';
import { aField, type Field, zipOf } from './testing.ts';

const REAL = join(import.meta.dirname, '../../../shared/real/post-mortems');
const real = existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith('.md')) : [];
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (c) => c.charCodeAt(0),
);

const file = (path: string, content: string | Uint8Array): ChosenFile => ({
  path,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
});
const facts = {
  kind: 'incident',
  privacy: 'private',
  closestTeams: [],
  wasInvolved: false,
  leadsInvolved: false,
} as const;
const exportOf = (count: number, channel = 'ops') =>
  zipOf([
    { name: 'users.json', content: JSON.stringify([{ id: 'U1', name: 'ada' }]) },
    { name: 'channels.json', content: JSON.stringify([{ id: 'C1', name: channel }]) },
    {
      name: `${channel}/2026-11-20.json`,
      content: JSON.stringify(
        Array.from({ length: count }, (_, at) => ({
          type: 'message',
          user: 'U1',
          ts: `${1_763_630_000 + at * 60}.000100`,
          text: `m${at}`,
        })),
      ),
    },
  ]);

withDatabase((engine) => {
  let field: Field;
  let ada: SignedIn;
  let eve: SignedIn;
  beforeAll(async () => {
    field = aField(engine.db);
    ada = await field.person('Ada');
    eve = await field.person('Eve');
  });

  const begin = (input: Partial<ToImport>, person = ada) =>
    beginImport(field.app, person, {
      review: null,
      files: [],
      pasted: '',
      pastedAs: 'post-mortem',
      ...input,
    });

  /** Holds, takes everything as proposed, brings in; gives the review. */
  async function bring(input: Partial<ToImport>) {
    const { id } = held(await begin(input));
    const { preview } = await findImport(field.app, ada, id);
    if (!preview) throw new Error('nothing is held');
    const { title, day, zone } = preview;
    const choices = { title, day: day || '2026-11-20', zone, takings: {} };
    const refused = await bringIn(field.app, ada, id, {
      choices,
      channels: preview.channels.map(({ key }) => key),
      facts,
    });
    if (refused) throw new Error(refused.refused);
    const done = await findImport(field.app, ada, id);
    if (!done.review) throw new Error('no review');
    const { document } = await requireReview(field.app, ada, done.review.id);
    return {
      id,
      preview,
      state: done.state,
      review: done.review.id,
      writeUp: await readStoredWriteUp(field.app, document),
    };
  }

  it.skipIf(real.length === 0).each(real)(
    '%s comes in whole (skipped where ../shared/real is absent)',
    async (name) => {
      const folder = (path: string) => readdirSync(join(REAL, path), { recursive: true }).map(String);
      const pictures = folder('images').filter((path) => path.endsWith('.png'));
      const files = [
        file(`pm/${name}`, readFileSync(join(REAL, name))),
        ...pictures.map((path) => file(`pm/images/${path}`, readFileSync(join(REAL, 'images', path)))),
      ];
      const { state, writeUp, preview, review } = await bring({ files });
      expect(state).toBe('done');
      expect(preview.pictures.every(({ found }) => found)).toBe(true);
      expect(writeUp.moments.length).toBeGreaterThan(8);
      expect(writeUp.findings.length).toBeGreaterThan(4);
      expect(writeUp.sections.some(({ title }) => /^action items$/i.test(title))).toBe(true);
      const evidence = await readEvidence(field.app, ada, review, { source: null, page: 1, message: null });
      const words = [writeUpText(writeUp), ...evidence.messages.map(({ text }) => text)].join('\n');
      expect(words.length).toBeGreaterThan(3000);
      const picture = writeUp.findings.flatMap(({ blocks }) => blocks).find(({ type }) => type === 'picture');
      if (picture?.type === 'picture')
        expect(await readUpload(field.app, ada, review, picture.upload)).toMatchObject({
          media_type: 'image/png',
        });
    },
  );

  it('a text of an older program comes in with its accents, and the preview says that they were guessed', async () => {
    const bytes = Buffer.from('# Für Müller\n\n## Story\n\nschön', 'latin1');
    const { preview, writeUp } = await bring({ files: [file('old.md', bytes)] });
    expect(writeUp.title).toBe('Für Müller');
    expect(writeUpText(writeUp)).toContain('schön');
    expect(preview.guessed).toEqual([expect.stringContaining('old.md is not in UTF-8')]);
    const nothing = await begin({ files: [file('x.md', Buffer.from([0x23, 0x20, 0, 0xff, 0xfe, 0]))] });
    expect(nothing).toMatchObject({ refused: expect.stringContaining('x.md is not text') });
  });

  it('a Slack zip becomes evidence, and a second import of it adds nothing', async () => {
    const { review } = await bring({ files: [file('export.zip', exportOf(5))] });
    const page = () => readEvidence(field.app, ada, review, { source: null, page: 1, message: null });
    expect((await page()).messages.map(({ text }) => text)).toEqual(['m0', 'm1', 'm2', 'm3', 'm4']);
    await bring({ review, files: [file('export.zip', exportOf(5))] });
    expect((await page()).sources).toMatchObject([{ name: '#ops', count: 5 }]);
    await bring({ review, files: [file('export.zip', exportOf(6))] });
    expect((await page()).messages).toHaveLength(6);
  });

  it('pasted chat becomes evidence once, with its day and zone', async () => {
    const pasted = 'ada [8:27 AM]\nhello\n\nben  8:50 AM\nhi';
    const first = await bring({ pasted, pastedAs: 'chat' });
    await bring({ review: first.review, pasted, pastedAs: 'chat' });
    const page = await readEvidence(field.app, ada, first.review, { source: null, page: 1, message: null });
    expect(page.messages.map(({ speaker, at, silence }) => [speaker, at, silence])).toEqual([
      ['ada', '2026-11-20T07:27:00.000Z', ''],
      ['ben', '2026-11-20T07:50:00.000Z', 'Nothing for 23 minutes'],
    ]);
  });

  it('a post-mortem into a review that is there adds to it, once, its own title and where that leads too', async () => {
    const { review } = await bring({ files: [file('a.md', '# A\n\n## One\n\nhello')] });
    const text = '# Zebrafish [outage](https://example.org/zebra)\n\n## Two\n\n- 10:00 x\n- 11:00 y';
    const { preview, writeUp } = await bring({ review, files: [file('b.md', text)] });
    expect(preview.sections.map(({ title }) => title)).toEqual(['Zebrafish outage', 'Two']);
    expect(writeUp.sections.map(({ title }) => title)).toEqual(['One', 'Zebrafish outage', 'Two']);
    expect(writeUp.moments).toHaveLength(2);
    expect([writeUp.title, preview.leftOut]).toEqual(['A', []]);
    expect(writeUpText(writeUp)).toContain('https://example.org/zebra');
  });

  it('a message is quoted into a section, a moment and a finding', async () => {
    const text =
      '# A\n\n## Story\n\nhello\n\n## Timeline\n\n- 10:00 x\n- 11:00 y\n\n## Root cause\n\nA lock was held.';
    const { review, writeUp } = await bring({ files: [file('a.md', text), file('export.zip', exportOf(2))] });
    const [message] = (await readEvidence(field.app, ada, review, { source: null, page: 1, message: null }))
      .messages;
    if (!message) throw new Error('no message');
    for (const [place, id] of [
      ['section', writeUp.sections[0]?.id],
      ['moment', writeUp.moments[0]?.id],
      ['finding', writeUp.findings[0]?.id],
    ] as const)
      expect(
        await quoteMessage(field.app, ada, review, { message: message.id, place, id: id ?? '' }),
      ).toHaveProperty('quotedIn');
    const { document } = await requireReview(field.app, ada, review);
    const after = await readStoredWriteUp(field.app, document);
    expect(after.sections[0]?.blocks.at(-1)).toMatchObject({
      type: 'evidence',
      message: message.id,
      text: 'm0',
      speaker: 'ada',
    });
    expect(after.moments[0]?.evidence).toEqual([message.id]);
    expect(after.findings[0]?.evidence).toEqual([message.id]);
    expect(
      await quoteMessage(field.app, ada, review, { message: message.id, place: 'section', id: 'gone' }),
    ).toHaveProperty('refused');
  });

  it('each message has an address of its own, on whichever page it is', async () => {
    const { review } = await bring({ files: [file('export.zip', exportOf(450))] });
    const { sources } = await readEvidence(field.app, ada, review, { source: null, page: 1, message: null });
    const rows = await listMessages(engine.db, sources[0]?.id ?? '', 430, 1);
    const page = await readEvidence(field.app, ada, review, {
      source: null,
      page: 1,
      message: rows[0]?.id ?? '',
    });
    expect([page.page, page.pages, page.messages.some(({ id }) => id === page.asked)]).toEqual([3, 3, true]);
  });

  describe('what is refused leaves nothing behind', () => {
    const left = async () =>
      (await engine.db.selectFrom('imports').select('id').where('state', '!=', 'done').execute()).length +
      (await engine.db.selectFrom('import_parts').select('ordinal').execute()).length;

    it.each<[string, Partial<ToImport>, string]>([
      ['nothing', {}, 'Nothing was chosen'],
      ['spaces', { pasted: '   \n ' }, 'Nothing was chosen'],
      ['five megabytes of brackets', { pasted: '['.repeat(5_000_000) }, 'million characters'],
      ['a zip with a way out', { files: [file('x.zip', zipOf([{ name: '../x.md', content: 'x' }]))] }, 'zip'],
      ['a programme', { files: [file('x.exe', 'MZ')] }, 'None of these'],
      ['chat without a message', { pasted: 'hello', pastedAs: 'chat' }, 'No messages'],
      ['JSON that is no export', { files: [file('x.json', '{"a":1}')] }, 'No messages'],
      ['five thousand moments', { pasted: `# T\n\n## Timeline\n\n${'- 10:00 x\n'.repeat(5_000)}` }, '2,000'],
    ])('%s', async (_, input, words) => {
      const before = await left();
      const answer = await begin(input);
      if (!isRefused(answer)) await waitForRefusal(answer.id, words);
      else expect(answer.refused).toContain(words);
      if (!isRefused(answer)) await cancelImport(field.app, ada, answer.id);
      expect(await left()).toBe(before);
    });

    it('cancelled in the preview: gone', async () => {
      const before = await left();
      const { id } = held(await begin({ files: [file('export.zip', exportOf(3))] }));
      await cancelImport(field.app, ada, id);
      expect(await left()).toBe(before);
      await expect(findImport(field.app, ada, id)).rejects.toMatchObject({ init: { status: 404 } });
    });

    async function waitForRefusal(id: string, words: string) {
      await expect
        .poll(() => findImport(field.app, ada, id), { timeout: 10_000 })
        .toMatchObject({ state: 'refused', sentence: expect.stringContaining(words) });
    }
  });

  describe('[bad input 29] [bad input 42] what is somebody else’s is not there', () => {
    const gone = { init: { status: 404 } };
    it('an import, a review to import into, its evidence, its pictures', async () => {
      const { id } = held(await begin({ pasted: '# T\n\nhello' }));
      await expect(findImport(field.app, eve, id)).rejects.toMatchObject(gone);
      await expect(cancelImport(field.app, eve, id)).rejects.toMatchObject(gone);
      const { review } = await bring({ files: [file('export.zip', exportOf(1))] });
      await expect(begin({ review, pasted: 'x' }, eve)).rejects.toMatchObject(gone);
      await expect(
        readEvidence(field.app, eve, review, { source: null, page: 1, message: null }),
      ).rejects.toMatchObject(gone);
      await expect(addUpload(field.app, eve, review, { bytes: PNG, alt: '' })).rejects.toMatchObject(gone);
    });

    it('one’s own review with another review’s source, message, picture', async () => {
      const mine = await bring({ pasted: '# T\n\n## S\n\nhello' });
      const other = await bring({ files: [file('export.zip', exportOf(1))] });
      const { sources, messages } = await readEvidence(field.app, ada, other.review, {
        source: null,
        page: 1,
        message: null,
      });
      const upload = await addUpload(field.app, ada, other.review, { bytes: PNG, alt: '' });
      const source = sources[0]?.id ?? '';
      const message = messages[0]?.id ?? '';
      await expect(
        readEvidence(field.app, ada, mine.review, { source, page: 1, message: null }),
      ).rejects.toMatchObject(gone);
      await expect(
        readEvidence(field.app, ada, mine.review, { source: null, page: 1, message }),
      ).rejects.toMatchObject(gone);
      const section = mine.writeUp.sections[0]?.id ?? '';
      await expect(
        quoteMessage(field.app, ada, mine.review, { message, place: 'section', id: section }),
      ).rejects.toMatchObject(gone);
      await expect(
        readUpload(field.app, ada, mine.review, isRefused(upload) ? '' : upload.id),
      ).rejects.toMatchObject(gone);
    });
  });

  it('[bad input 53] nothing that was imported is in the log', () => {
    expect(field.errors).toEqual([]);
  });
});

function held(answer: { id: string } | Refused): { id: string } {
  if (isRefused(answer)) throw new Error(answer.refused);
  return answer;
}
