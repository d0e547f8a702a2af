import { beforeAll, expect, it } from 'vitest';
import { withDatabase } from '#db/testing.ts';
import { isRefused } from '#domain/refused.ts';
import { writeUpText } from '#domain/write-up-text.ts';
import type { App, SignedIn } from '../app.ts';
import { findMessagesFor } from '../evidence/find-messages.ts';
import { readStoredWriteUp } from '../reviews/read-stored-write-up.ts';
import { requireReview } from '../reviews/require-review.ts';
import { beginImport } from './begin-import.ts';
import { bringIn } from './bring-in.ts';
import { cancelImport } from './cancel-import.ts';
import { findImport } from './find-import.ts';
import { goOnWithImport } from './go-on-with-import.ts';
import { aField, type Field } from './testing.ts';

const input = {
  choices: { title: 'B', day: '2026-11-20', zone: 'Europe/Berlin', takings: {} },
  channels: [],
  facts: {
    kind: 'incident',
    privacy: 'private',
    closestTeams: [],
    wasInvolved: false,
    leadsInvolved: false,
  },
} as const;

withDatabase((engine) => {
  let field: Field;
  let ada: SignedIn;
  beforeAll(async () => {
    field = aField(engine.db);
    ada = await field.person('Ada');
  });

  const held = async (pasted: string, review: string | null) => {
    const begun = await beginImport(field.app, ada, { review, files: [], pasted, pastedAs: 'post-mortem' });
    if (isRefused(begun)) throw new Error(begun.refused);
    return begun.id;
  };
  const aReview = async () => {
    const id = await held('# A\n\n## Story\n\nhello', null);
    await bringIn(field.app, ada, id, input);
    const { review } = await findImport(field.app, ada, id);
    if (!review) throw new Error('no review');
    return review.id;
  };

  const writeUpOf = async (review: string) =>
    readStoredWriteUp(field.app, (await requireReview(field.app, ada, review)).document);

  it('[bad input 51] what could not be added to the write-up waits, says so, and comes in with its words on “Go on”', async () => {
    const review = await aReview();
    const id = await held('# B\n\n## More\n\nnot to be lost', review);
    const away = () => Promise.reject(new Error('the database is away'));
    const cut = { ...field.app, collab: { ...field.app.collab, editOnce: away } };
    expect(await bringIn(cut, ada, id, input)).toBeUndefined();
    expect(await findImport(field.app, ada, id)).toMatchObject({
      state: 'bringing',
      stopped: true,
      sentence: 'Something went wrong on the way.',
    });
    await (await goOnWithImport(field.app, ada, id))?.bringing;
    expect((await findImport(field.app, ada, id)).state).toBe('done');
    expect(writeUpText(await writeUpOf(review))).toContain('not to be lost');
  });

  it('an import that goes on cannot be gone on with a second time', async () => {
    const id = await held('# B\n\n## More\n\nwords', await aReview());
    const away = () => Promise.reject(new Error('the database is away'));
    await bringIn({ ...field.app, collab: { ...field.app.collab, editOnce: away } }, ada, id, input);
    const [one, other] = await Promise.all([
      goOnWithImport(field.app, ada, id),
      goOnWithImport(field.app, ada, id),
    ]);
    expect([one, other].filter((it) => it !== null)).toHaveLength(1);
    await (one ?? other)?.bringing;
  });

  it('stopped half-way in a review that is there: its words go again, the others’ stay', async () => {
    const review = await aReview();
    const id = await held(
      '# B\n\n## More\n\nfor nothing\n\nada [8:27 AM]\nhello\n\nben [8:50 AM]\nhi',
      review,
    );
    const dies = async (...edit: Parameters<App['collab']['editOnce']>) => {
      await field.app.collab.editOnce(...edit);
      throw new Error('killed');
    };
    await bringIn({ ...field.app, collab: { ...field.app.collab, editOnce: dies } }, ada, id, input);
    expect(writeUpText(await writeUpOf(review))).toContain('for nothing');
    await cancelImport(field.app, ada, id);
    expect(writeUpText(await writeUpOf(review))).not.toContain('for nothing');
    expect(writeUpText(await writeUpOf(review))).toContain('hello');
  });

  it('chat brought into a review that is there adds no section to its write-up', async () => {
    const review = await aReview();
    const begun = await beginImport(field.app, ada, {
      review,
      files: [],
      pasted: 'ada [8:27 AM]\nhello\n\nben [8:50 AM]\nhi',
      pastedAs: 'chat',
    });
    if (isRefused(begun)) throw new Error(begun.refused);
    await bringIn(field.app, ada, begun.id, input);
    expect((await writeUpOf(review)).sections.map(({ title }) => title)).toEqual(['Story']);
  });

  it('a question with what no text can hold finds nothing, and breaks nothing', async () => {
    const review = await aReview();
    expect(await findMessagesFor(field.app, ada, review, { words: 'm1\u0000', ids: [] })).toEqual([]);
  });
});
