import { beforeAll, expect, it } from 'vitest';
import { withDatabase } from '#db/testing.ts';
import { isRefused } from '#domain/refused.ts';
import { writeUpText } from '#domain/write-up-text.ts';
import type { SignedIn } from '../app.ts';
import { findMessagesFor } from '../evidence/find-messages.ts';
import { readStoredWriteUp } from '../reviews/read-stored-write-up.ts';
import { requireReview } from '../reviews/require-review.ts';
import { beginImport } from './begin-import.ts';
import { bringIn } from './bring-in.ts';
import { findImport } from './find-import.ts';
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

  it('[bad input 51] what could not be added to the write-up waits again, and comes in with its words the next time', async () => {
    const review = await aReview();
    const id = await held('# B\n\n## More\n\nnot to be lost', review);
    const away = () => Promise.reject(new Error('the database is away'));
    const cut = { ...field.app, collab: { ...field.app.collab, edit: away } };
    await expect(bringIn(cut, ada, id, input)).rejects.toThrow('away');
    expect((await findImport(field.app, ada, id)).state).toBe('held');
    expect(await bringIn(field.app, ada, id, input)).toBeUndefined();
    const { document } = await requireReview(field.app, ada, review);
    expect(writeUpText(await readStoredWriteUp(field.app, document))).toContain('not to be lost');
  });

  it('a question with what no text can hold finds nothing, and breaks nothing', async () => {
    const review = await aReview();
    expect(await findMessagesFor(field.app, ada, review, { words: 'm1\u0000', ids: [] })).toEqual([]);
  });
});
