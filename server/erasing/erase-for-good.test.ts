// Long because what erasing takes and what it leaves is told here, on both engines, from one small review.
import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { writeUpName } from '#collab/document/document-names.ts';
import { appendBlock } from '#collab/document/entries.ts';
import { WORDS } from '#collab/document/field-names.ts';
import { addSection, removeSection } from '#collab/document/sections.ts';
import { compactDocument } from '#collab/server/compaction/compact-document.server.ts';
import type { Collab } from '#collab/server/create-collab.server.ts';
import { quietCollab } from '#collab/server/testing.ts';
import { insertVersion } from '#db/document-versions.ts';
import { findDocument } from '#db/documents.ts';
import { listItems } from '#db/items.ts';
import { insertRescued } from '#db/rescued-words.ts';
import { findReview } from '#db/reviews.ts';
import { readRightsCounter } from '#db/rights.ts';
import { forEachEngine } from '#db/testing.ts';
import { listWaitingWords, queueItem } from '#db/tracker-outbox.ts';
import { wholeDatabase } from '#db/whole-database.ts';
import { asId, type MeetingId, type ReviewId, type UploadId } from '#domain/ids.ts';
import type { Block } from '#domain/write-up.ts';
import type { App, SignedIn } from '../app.ts';
import { decideAccess } from '../collab/decide-access.ts';
import { deriveFromWriteUp } from '../collab/derive-from-write-up.ts';
import { commentCommand, runCommentCommand } from '../comments/comment-command.ts';
import { readComments } from '../comments/read-comments.ts';
import { aField } from '../import/testing.ts';
import { createReview } from '../reviews/create-review.ts';
import { wordsOf } from '../trackers/words-of-items.ts';
import { eraseForGood } from './erase-for-good.ts';

const S = randomUUID();
const text = (id: string, words: string): Block => ({
  type: 'text',
  id,
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: [{ text: words }],
});
const textAt = (doc: Y.Doc, place: string) =>
  (doc.getXmlFragment(place).get(0) as Y.XmlElement).get(0) as Y.XmlText;

forEachEngine((engine) => {
  const collabs: Collab[] = [];
  const errors: unknown[] = [];
  afterAll(async () => {
    for (const collab of collabs) await collab.close();
    expect(errors).toEqual([]);
  });

  /** Amir's published review; its one section says the secret, as its title does, and then no longer. */
  async function written() {
    // each its own, in one database
    const SECRET = `quetzal${randomUUID().slice(0, 7)}`;
    const field = aField(engine.db);
    const log = { info: () => {}, error: (_: string, error: unknown) => void errors.push(error) };
    const collab = quietCollab(engine.db, { clock: field.app.clock, log });
    collabs.push(collab);
    const app: App = { ...field.app, log, collab: collab.port };
    const [amir, grace] = [await field.person('Amir'), await field.person('Grace')];
    const review = await createReview(app, amir, {
      kind: 'incident',
      happenedOn: '2026-11-01',
      zone: 'UTC',
      privacy: 'open',
      publish: true,
      closestTeams: [],
      analysts: [],
      writeUp: {
        title: `The night of ${SECRET}`,
        standfirst: '',
        sections: [{ id: S, title: 'What happened', blocks: [text('a', `Then ${SECRET} pressed the key.`)] }],
        findings: [],
        moments: [],
      },
    });
    const old = writeUpName(review, 1);
    const edit = (change: (doc: Y.Doc) => void) => app.collab.edit(old, amir.id, change);
    const comments = (who: SignedIn, asked: object) =>
      runCommentCommand(app, who, review, commentCommand.parse(asked));
    const takeSecretOut = async () => {
      await edit((doc) => textAt(doc, WORDS.title).delete('The night'.length, ` of ${SECRET}`.length));
      await edit((doc) => textAt(doc, WORDS.section(S)).delete('Then '.length, SECRET.length));
      const doc = await app.collab.read(old);
      if (doc) await deriveFromWriteUp(app, old, doc);
    };
    const isIn = (rows: string) =>
      rows.includes(SECRET) || rows.includes(Buffer.from(SECRET).toString('hex'));
    /** Tables in which the secret still is. */
    const found = async () =>
      [...(await wholeDatabase(engine.db))].filter(([, rows]) => isIn(rows)).map(([table]) => table);
    const fresh = writeUpName(review, 2);
    return { app, amir, grace, review, old, fresh, edit, comments, takeSecretOut, found, SECRET };
  }
  describe('[D14] erasing for good', () => {
    test('leaves deleted words in no table: log, archive, snapshots, versions, rescued, comments, imports, uploads, search', async () => {
      const { app, amir, grace, review, old, fresh, edit, comments, takeSecretOut, found, SECRET } =
        await written();
      await comments(grace, {
        do: 'begin',
        id: randomUUID(),
        text: 'Who?',
        on: {
          about: 'words',
          words: `${SECRET} pressed`,
          from: { key: 'a', offset: 5 },
          to: { key: 'a', offset: 5 + `${SECRET} pressed`.length },
        },
      });
      await edit((doc) => addSection(doc, { id: 'gone', title: 'Gone', blocks: [text('g', SECRET)] }));
      await edit((doc) => removeSection(doc, 'gone'));
      await compactDocument(engine.db, old, 5000, () => {});
      await takeSecretOut();
      await insertVersion(engine.db, {
        ...{ id: randomUUID(), document: old, seq: 1, kind: 'named', name: SECRET },
        ...{ person: amir.id, meeting: null, at: new Date() },
      });
      const place = { place: 'title', block: '', afterBlock: '', before: '', after: '' };
      const rescued = { person: amir.id, kind: 'lost', words: SECRET, ranges: [], at: new Date() } as const;
      await insertRescued(engine.db, old, { ...place, ...rescued });
      await engine.db
        .insertInto('imports')
        .values({
          ...{ id: randomUUID(), person_id: amir.id, review_id: review, makes_review: true, state: 'done' },
          ...{ name: 'A paste', held: JSON.stringify({ source: SECRET }), plan: JSON.stringify(null) },
          ...{ created_at: new Date(), touched_at: new Date() },
        })
        .execute();
      await engine.db
        .insertInto('uploads')
        .values({
          ...{ id: asId<UploadId>(randomUUID()), review_id: review, sha256: 'x', media_type: 'image/png' },
          ...{ bytes: Buffer.from(SECRET), width: 1, height: 1, alt: SECRET },
          ...{ created_by: amir.id, created_at: new Date() },
        })
        .execute();
      expect((await found()).length).toBeGreaterThan(6);

      expect(await eraseForGood(app, amir, review, 1)).toEqual({ erased: true });
      expect(await found()).toEqual([]);
      const now = await app.collab.readWriteUp(fresh);
      expect(now?.title).toBe('The night');
      expect(now?.sections).toMatchObject([
        { id: S, blocks: [{ content: [{ text: 'Then  pressed the key.' }] }] },
      ]);
      expect(await findDocument(engine.db, old)).toBeNull();
      // the words the comment was on are half there: it is on what is left of them
      expect((await readComments(app, grace, review)).threads).toMatchObject([
        { quote: 'pressed', at: { changed: false }, comments: [{ words: 'Who?' }] },
      ]);
    });

    test('keeps every word that stands in the write-up, every comment and its place', async () => {
      const { app, amir, grace, review, old, fresh, comments } = await written();
      const on = {
        about: 'words',
        words: 'the key',
        from: { key: 'a', offset: 28 },
        to: { key: 'a', offset: 35 },
      };
      await comments(grace, { do: 'begin', id: randomUUID(), text: 'Which?', on });
      await comments(grace, {
        do: 'begin',
        id: randomUUID(),
        text: 'Well',
        on: { about: 'section', target: S },
      });
      const before = await app.collab.readWriteUp(old);
      // the very characters an anchor names are new ones
      const threadsSeen = async () =>
        (await readComments(app, grace, review)).threads.map(({ anchor: _, ...seen }) => seen);
      const threads = await threadsSeen();
      await eraseForGood(app, amir, review, 1);
      expect(await app.collab.readWriteUp(fresh)).toEqual(before);
      expect(await threadsSeen()).toEqual(threads);
      expect(threads.find(({ about }) => about === 'words')?.at?.segments).toMatchObject([
        { key: 'a', from: 28, to: 35 },
      ]);
    });

    test('[C2] a different view stays; what it quotes stays where it stands in the write-up, and goes where it does not', async () => {
      const { app, amir, review, takeSecretOut, found, SECRET } = await written();
      const meeting = await aMeeting(review, amir, 'ended');
      const captures = {
        meeting_id: meeting,
        kind: 'different-view',
        noted_by: amir.id,
        at: new Date(),
      } as const;
      for (const claim of ['pressed  the key', `${SECRET} pressed`])
        await engine.db
          .insertInto('captures')
          .values({ id: randomUUID(), words: 'It was the cat.', claim, ...captures } as never)
          .execute();
      await takeSecretOut();
      await eraseForGood(app, amir, review, 1);
      const kept = await engine.db
        .selectFrom('captures')
        .select(['words', 'claim'])
        .where('meeting_id', '=', meeting)
        .orderBy('claim')
        .execute();
      expect(kept.map(({ words, claim }) => `${words} ${claim}`)).toEqual([
        'It was the cat. ',
        'It was the cat. pressed  the key',
      ]);
      expect(await found()).toEqual([]);
    });

    test('a picture that is shown stays, described as the write-up describes it', async () => {
      const { app, amir, review, old, found, SECRET } = await written();
      const upload = asId<UploadId>(randomUUID());
      await engine.db
        .insertInto('uploads')
        .values({
          ...{
            id: upload,
            review_id: review,
            sha256: 'x',
            media_type: 'image/png',
            bytes: Buffer.from('png'),
          },
          ...{ width: 1, height: 1, alt: SECRET, created_by: amir.id, created_at: new Date() },
        })
        .execute();
      await app.collab.edit(old, amir.id, (doc) => {
        doc.getXmlFragment(WORDS.section(S)).delete(0, 1);
        textAt(doc, WORDS.title).delete('The night'.length, ` of ${SECRET}`.length);
        appendBlock(doc, WORDS.section(S), { type: 'picture', id: 'p', upload, alt: 'The desk' });
      });
      await eraseForGood(app, amir, review, 1);
      const rows = await engine.db
        .selectFrom('uploads')
        .select(['id', 'alt'])
        .where('review_id', '=', review)
        .execute();
      expect(rows).toEqual([{ id: upload, alt: 'The desk' }]);
      expect(await found()).toEqual([]);
    });

    test('[T2] what waits for a tracker keeps its words where they still stand, and has lost them where they do not', async () => {
      const { app, amir, review, takeSecretOut, found } = await written();
      const tracker = randomUUID();
      await engine.db
        .insertInto('trackers')
        .values({
          ...{ id: tracker, kind: 'webhook', name: 'Hook', address: `https://${tracker}.test`, project: '' },
          ...{ connected_at: new Date() },
        })
        .execute();
      const session = await aMeeting(review, amir, 'ended');
      await engine.db
        .insertInto('action_sessions')
        .values({ meeting_id: session, review_id: review })
        .execute();
      const waits = async () => {
        const item = await anItem(review, session, amir);
        const stored = (await listItems(engine.db, review)).find(({ id }) => id === item);
        const row = await findReview(engine.db, review);
        if (!stored || !row) throw new Error('There is nothing to send.');
        const said = (await wordsOf(app, row))(stored);
        await engine.db
          .transaction()
          .execute((tx) => queueItem(tx, { item, tracker, ...said, by: amir.id, at: new Date() }));
        return item;
      };
      const before = await waits();
      await takeSecretOut();
      const after = await waits();
      expect(await found()).toContain('tracker_outbox');
      await eraseForGood(app, amir, review, 1);
      expect(await found()).toEqual([]);
      const words = new Map((await listWaitingWords(engine.db, review)).map((one) => [one.item, one]));
      expect(words.get(before)).toMatchObject({ title: '', body: '' });
      expect(words.get(after)?.body).toContain('From the action session of “The night” in Soak');
    });

    test('a comment whose words are nowhere quotes nothing, says so, and stays', async () => {
      const { app, amir, grace, review, comments, takeSecretOut, SECRET } = await written();
      const on = {
        about: 'words',
        words: SECRET,
        from: { key: 'a', offset: 5 },
        to: { key: 'a', offset: 19 },
      };
      await comments(grace, { do: 'begin', id: randomUUID(), text: 'Was it them?', on });
      await takeSecretOut();
      await eraseForGood(app, amir, review, 1);
      expect((await readComments(app, grace, review)).threads).toMatchObject([
        { quote: '', at: null, comments: [{ words: 'Was it them?' }] },
      ]);
    });

    test('what an older epoch read like comes back by no back way: neither a late compaction nor a late anchor', async () => {
      const { app, amir, review, old, takeSecretOut, found } = await written();
      const late = await app.collab.read(old);
      await takeSecretOut();
      await eraseForGood(app, amir, review, 1);
      if (late) await deriveFromWriteUp(app, old, late);
      expect((await findReview(engine.db, review))?.title).toBe('The night');
      await expect(app.collab.edit(old, amir.id, (doc) => addSection(doc, { id: 'x' }))).rejects.toThrow();
      expect(await found()).toEqual([]);
    });

    test('an edit acknowledged while it is prepared is in the rebuilt write-up', async () => {
      const { app, amir, review, old, fresh, edit } = await written();
      let edits = 0;
      const readStored: typeof app.collab.readStored = async (db, name) => {
        const doc = await app.collab.readStored(db, name);
        // somebody types each time it has been read without its lock
        if (db === engine.db) await edit((shared) => addSection(shared, { id: `typed-${++edits}` }));
        return doc;
      };
      const watched: App = { ...app, collab: { ...app.collab, readStored } };
      expect(await eraseForGood(watched, amir, review, 1)).toEqual({ erased: true });
      expect(edits).toBe(3);
      expect((await app.collab.readWriteUp(fresh))?.sections.map(({ id }) => id)).toEqual([
        S,
        'typed-1',
        'typed-2',
        'typed-3',
      ]);
      expect(await app.collab.readStored(engine.db, old)).toBeNull();
    });

    test('[P1] is for its analysts, once for each time they looked, and not while people meet or an import is under way', async () => {
      const { app, amir, grace, review } = await written();
      const status = eraseForGood(app, grace, review, 1).then(
        () => 200,
        (thrown) => thrown?.init?.status,
      );
      expect(await status).toBe(403);
      const imports = randomUUID();
      await engine.db
        .insertInto('imports')
        .values({
          ...{ id: imports, person_id: amir.id, review_id: review, makes_review: false, state: 'bringing' },
          ...{ name: 'A paste', held: JSON.stringify(null), plan: JSON.stringify(null) },
          ...{ created_at: new Date(), touched_at: new Date() },
        })
        .execute();
      expect(await eraseForGood(app, amir, review, 1)).toMatchObject({ refused: /import/ });
      await engine.db.deleteFrom('imports').where('id', '=', imports).execute();
      const meeting = await aMeeting(review, amir, 'live');
      expect(await eraseForGood(app, amir, review, 1)).toMatchObject({ refused: /meeting/ });
      await engine.db.deleteFrom('meetings').where('id', '=', meeting).execute();
      const both = [eraseForGood(app, amir, review, 1), eraseForGood(app, amir, review, 1)];
      const outcomes = (await Promise.all(both)).map((one) => 'erased' in one);
      expect(outcomes.sort()).toEqual([false, true]);
    });

    test('[P7] the rights counter moves, and an older epoch is "erased" to those who may read, nothing to others', async () => {
      const { app, amir, grace, review, old, fresh } = await written();
      const counter = await readRightsCounter(engine.db);
      await eraseForGood(app, amir, review, 1);
      expect(await readRightsCounter(engine.db)).toBe(counter + 1);
      expect(await decideAccess(app, amir, old)).toBe('erased');
      expect(await decideAccess(app, grace, old)).toBe('erased');
      expect(await decideAccess(app, amir, fresh)).toBe('write');
      expect(await decideAccess(app, amir, writeUpName(review, 3))).toBeNull();
      await engine.db.updateTable('reviews').set({ privacy: 'private' }).where('id', '=', review).execute();
      expect(await decideAccess(app, grace, old)).toBeNull();
    });
  });

  async function anItem(review: ReviewId, session: MeetingId, owner: SignedIn): Promise<string> {
    const [id, idea] = [randomUUID(), randomUUID()];
    const of = { review_id: review, meeting_id: session };
    await engine.db
      .insertInto('opened_ideas')
      .values({ id: idea, ...of, words: 'Page two people', author_id: null, decision: 'do', reason: 'Cheap' })
      .execute();
    await engine.db
      .insertInto('items')
      .values({
        ...{ id, ...of, idea_id: idea, title: 'Page two people', owner_id: owner.id, finding: null },
        ...{ no_finding_reason: 'All of it', due_on: null, review_on: null },
      } as never)
      .execute();
    return id;
  }

  async function aMeeting(review: ReviewId, by: SignedIn, phase: 'live' | 'ended'): Promise<MeetingId> {
    const id = randomUUID();
    await engine.db
      .insertInto('meetings')
      .values({
        ...{ id: id as never, review_id: review, kind: 'review', phase, title: 'Now', zone: 'UTC' },
        ...{ starts_at: new Date(), local_time: '2026-11-20T10:00', minutes: 60, planned_by: by.id },
        ...{ created_at: new Date() },
      } as never)
      .execute();
    return id as never;
  }
});
