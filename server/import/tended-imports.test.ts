import { beforeAll, expect, it } from 'vitest';
import { withDatabase } from '#db/testing.ts';
import type { ReviewId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import { writeUpText } from '#domain/write-up-text.ts';
import type { App, SignedIn } from '../app.ts';
import { binReview } from '../reviews/bin-review.ts';
import { createReview } from '../reviews/create-review.ts';
import { firstWriteUp } from '../reviews/first-write-up.ts';
import { readStoredWriteUp } from '../reviews/read-stored-write-up.ts';
import { requireReview } from '../reviews/require-review.ts';
import { beginImport } from './begin-import.ts';
import { bringIn } from './bring-in.ts';
import { bringParts } from './bring-parts.ts';
import { cancelImport } from './cancel-import.ts';
import { findImport } from './find-import.ts';
import { forgetImports } from './forget-imports.ts';
import { goOnWithCutShort } from './go-on-with-cut-short.ts';
import { listImports } from './list-imports.ts';
import { aField, type Field } from './testing.ts';

const input = {
  choices: { title: 'B', day: '2026-11-20', zone: 'Europe/Berlin', takings: {} },
  channels: [],
  facts: { kind: 'incident', privacy: 'private', closestTeams: [], wasInvolved: false, leadsInvolved: false },
} as const;
const THREE_DAYS_ON = new Date('2026-11-23T10:00:00Z');

withDatabase((engine) => {
  let field: Field;
  let ada: SignedIn;
  let later: App;
  beforeAll(async () => {
    field = aField(engine.db);
    later = { ...field.app, clock: { now: () => THREE_DAYS_ON } };
    ada = await field.person('Ada');
  });

  const aReview = () =>
    createReview(field.app, ada, {
      kind: 'incident',
      happenedOn: '2026-11-20',
      zone: 'Europe/Berlin',
      privacy: 'private',
      closestTeams: [],
      analysts: [],
      writeUp: firstWriteUp(field.app, 'A'),
    });
  const held = async (review: ReviewId | null) => {
    const pasted = '# B\n\n## More\n\nnot to be lost';
    const begun = await beginImport(field.app, ada, { review, files: [], pasted, pastedAs: 'post-mortem' });
    if (isRefused(begun)) throw new Error(begun.refused);
    return begun.id;
  };
  const broken = async (review: ReviewId) => {
    const id = await held(review);
    const away = () => Promise.reject(new Error('the database is away'));
    await bringIn({ ...field.app, collab: { ...field.app.collab, editOnce: away } }, ada, id, input);
    return id;
  };
  const cutShort = async (review: ReviewId) => {
    const id = await broken(review);
    await engine.db.updateTable('imports').set({ sentence: '' }).where('id', '=', id).execute();
    return id;
  };
  const wordsOf = async (review: ReviewId) =>
    writeUpText(await readStoredWriteUp(field.app, (await requireReview(field.app, ada, review)).document));

  it('[D1] an import cut short is kept however long it stands still, and comes in to its end by itself', async () => {
    const review = await aReview();
    const id = await cutShort(review);
    await forgetImports(later);
    expect(await findImport(later, ada, id)).toMatchObject({ state: 'bringing', stopped: true });
    await goOnWithCutShort(later, THREE_DAYS_ON);
    expect((await findImport(later, ada, id)).state).toBe('done');
    expect(await wordsOf(review)).toContain('not to be lost');
  });

  it('[D1] one on whose way something went wrong waits for its person', async () => {
    const id = await broken(await aReview());
    await forgetImports(later);
    await goOnWithCutShort(later, THREE_DAYS_ON);
    expect(await findImport(later, ada, id)).toMatchObject({ state: 'bringing', stopped: true });
  });

  it('[P7] one cut short does not go on for a person who may not write there any more', async () => {
    const review = await aReview();
    const id = await cutShort(review);
    await binReview(field.app, ada, review);
    await goOnWithCutShort(later, THREE_DAYS_ON);
    expect(await findImport(later, ada, id)).toMatchObject({ state: 'bringing', reviewGone: true });
    expect(field.errors.filter((error) => error.includes('import.go-on'))).toEqual([]);
    // nobody is left who could: it does not stand in the way for ever
    await forgetImports(later);
    expect(await listImports(field.app, ada)).not.toContainEqual(expect.objectContaining({ id }));
  });

  it('[D1] brought in twice at once, the one that comes too late takes nothing back', async () => {
    const review = await aReview();
    const id = await held(review);
    const late = async (...edit: Parameters<App['collab']['editOnce']>) => {
      await bringParts(field.app, ada, id);
      return field.app.collab.editOnce(...edit);
    };
    await bringIn({ ...field.app, collab: { ...field.app.collab, editOnce: late } }, ada, id, input);
    expect((await findImport(field.app, ada, id)).state).toBe('done');
    expect(await wordsOf(review)).toContain('not to be lost');
  });

  it('undecided, it is forgotten after two days though nobody begins another', async () => {
    const id = await held(null);
    await forgetImports(field.app);
    expect(await listImports(field.app, ada)).toContainEqual(expect.objectContaining({ id }));
    await forgetImports(later);
    expect(await listImports(field.app, ada)).not.toContainEqual(expect.objectContaining({ id }));
  });

  it('[P2] into a review that lies in the bin it says so, stores nothing, and can be cancelled', async () => {
    const review = await aReview();
    const id = await held(review);
    await binReview(field.app, ada, review);
    expect(await findImport(field.app, ada, id)).toMatchObject({ reviewGone: true, preview: null });
    await expect(bringIn(field.app, ada, id, input)).rejects.toMatchObject({ init: { status: 410 } });
    await cancelImport(field.app, ada, id);
    await expect(findImport(field.app, ada, id)).rejects.toMatchObject({ init: { status: 404 } });
  });
});
