// Long because every deed on comments is told here, on both engines, from one small field.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { writeUpName } from '#collab/document/document-names.ts';
import { WORDS } from '#collab/document/field-names.ts';
import { findWords } from '#collab/document/find-words.ts';
import { readPlaceText } from '#collab/document/place-text.ts';
import { removeSection } from '#collab/document/sections.ts';
import { anchorWords } from '#collab/document/word-anchor.ts';
import { forEachEngine } from '#db/testing.ts';
import { COMMENTS_MAX, THREADS_MAX } from '#domain/comments/thread.ts';
import type { ReviewId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import type { Block } from '#domain/write-up.ts';
import type { App, SignedIn } from '../app.ts';
import { aField } from '../import/testing.ts';
import { readNewNotices } from '../notices/read-notices.ts';
import { createReview } from '../reviews/create-review.ts';
import { exportReview } from '../reviews/export-review.ts';
import { nameReviewPerson } from '../reviews/share-review.ts';
import { awaitComments } from './await-comments.ts';
import { commentCommand, runCommentCommand } from './comment-command.ts';
import { mendAnchors } from './mend-anchors.ts';
import { offerReaders } from './offer-readers.ts';
import { readComments } from './read-comments.ts';
import { createReviewNews, MOST_WAITING } from './review-news.ts';

const S = 'ce8b5a0e-6a0e-4c4c-8d6e-0000000000a1';
const F = 'ce8b5a0e-6a0e-4c4c-8d6e-0000000000a2';
const QUOTE = 'the tool printed not a line';
const text = (id: string, words: string): Block => ({
  type: 'text',
  id,
  kind: 'paragraph',
  level: 1,
  indent: 0,
  content: [{ text: words }],
});

forEachEngine((engine) => {
  let app: App;
  let [amir, priya, grace]: SignedIn[] = [];
  beforeAll(async () => {
    const field = aField(engine.db);
    app = field.app;
    [amir, priya, grace] = [
      await field.person('Amir'),
      await field.person('Priya'),
      await field.person('Grace'),
    ];
  });

  /** Amir's review with one section and one finding; open and published unless said otherwise. */
  async function aReview(facts: { privacy?: 'open' | 'private'; publish?: boolean } = {}) {
    const review = await createReview(app, amir as SignedIn, {
      kind: 'incident',
      happenedOn: '2026-11-01',
      zone: 'UTC',
      privacy: facts.privacy ?? 'open',
      publish: facts.publish ?? true,
      closestTeams: [],
      analysts: [],
      writeUp: {
        title: 'A database deleted on the wrong host',
        standfirst: '',
        sections: [
          {
            id: S,
            title: 'The tool that said nothing',
            blocks: [text('a', `They did, and ${QUOTE}.`), text('b', 'So it went.')],
          },
        ],
        findings: [
          {
            id: F,
            kind: 'risk',
            title: 'A silent tool',
            blocks: [text('f', 'Nobody knew.')],
            reasonable: [],
            ended: [],
            systems: [],
            evidence: [],
            moments: [],
          },
        ],
        moments: [],
      },
    });
    return { review, ...deedsOn(review) };
  }

  const deedsOn = (review: ReviewId) => {
    const does = (who: SignedIn | undefined, asked: object) =>
      runCommentCommand(app, who as SignedIn, review, commentCommand.parse(asked)) as Promise<
        Record<string, unknown>
      >;
    return {
      does,
      begins: (who: SignedIn | undefined, words: string, on: object = onWords(QUOTE)) =>
        does(who, { do: 'begin', id: randomUUID(), on, text: words }),
      sees: (who: SignedIn | undefined) => readComments(app, who as SignedIn, review),
      doc: (change: (doc: Y.Doc) => void) => app.collab.edit(writeUpName(review, 1), null, change),
    };
  };

  const onWords = (words: string) => {
    const from = `They did, and ${QUOTE}.`.indexOf(words);
    return {
      about: 'words',
      words,
      from: { key: 'a', offset: from },
      to: { key: 'a', offset: from + words.length },
    };
  };
  const statusOf = (deed: Promise<unknown>) =>
    deed.then(
      () => 200,
      (error) => error?.init?.status ?? String(error),
    );

  describe('[K1] [K2] beginning and answering', () => {
    test('a reader comments on words, another answers, and both see it level with the words', async () => {
      const { begins, does, sees } = await aReview();
      const { thread } = await begins(grace, 'Did anyone outside know?');
      await does(priya, { do: 'answer', id: randomUUID(), thread, text: 'No.' });
      const [shown] = (await sees(amir)).threads;
      expect(shown).toMatchObject({
        about: 'words',
        quote: QUOTE,
        at: {
          part: `section-${S}`,
          name: 'The tool that said nothing',
          changed: false,
          segments: [{ key: 'a', from: 14, to: 41, words: QUOTE }],
        },
      });
      expect(shown?.comments.map(({ author, words }) => `${author.name}: ${words}`)).toEqual([
        'Grace: Did anyone outside know?',
        'Priya: No.',
      ]);
    });

    test('words that typing has moved meanwhile are found, words that are gone are refused in a sentence', async () => {
      const { begins, sees } = await aReview();
      await begins(grace, 'Here?', {
        ...onWords(QUOTE),
        from: { key: 'b', offset: 0 },
        to: { key: 'b', offset: 3 },
      });
      expect((await sees(grace)).threads[0]?.at?.segments).toMatchObject([{ key: 'a', from: 14, to: 41 }]);
      const gone = await begins(grace, 'There?', { ...onWords(QUOTE), words: 'never written' });
      expect(isRefused(gone)).toBe(true);
    });

    test('[K1] words that another node has just stored can be commented on, though this one has not heard of them', async () => {
      const { review, begins, doc } = await aReview();
      const before = await app.collab.read(writeUpName(review, 1));
      if (!before) throw new Error('no write-up');
      await doc((shared) => {
        const section = shared.getXmlFragment(WORDS.section(S)).get(1) as Y.XmlElement;
        (section.get(0) as Y.XmlText).insert(0, 'By hand. ');
      });
      const look = vi.spyOn(app.collab, 'look').mockImplementation(async (_, see) => see(before));
      onTestFinished(() => look.mockRestore());
      const on = {
        about: 'words',
        words: 'By hand',
        from: { key: 'b', offset: 0 },
        to: { key: 'b', offset: 7 },
      };
      expect(await begins(grace, 'By whose?', on)).toMatchObject({ thread: expect.any(String) });
    });

    test('[bad input 46] words and titles with NUL in them, as only a program writes them, can be commented on', async () => {
      const { begins, sees, doc } = await aReview();
      await doc((shared) => {
        const line = (place: string) =>
          (shared.getXmlFragment(place).get(0) as Y.XmlElement).get(0) as Y.XmlText;
        line(WORDS.section(S)).insert('They did, and the'.length, '\0');
        line(WORDS.sectionTitle(S)).insert(3, '\0');
      });
      const words = QUOTE.replace('the', 'the\0');
      const on = { ...onWords(QUOTE), words, to: { key: 'a', offset: 14 + words.length } };
      for (const about of [on, { about: 'section', target: S }])
        expect(isRefused(await begins(grace, 'Odd.', about))).toBe(false);
      const { threads } = await sees(grace);
      expect(threads.map(({ about }) => about)).toEqual(['section', 'words']);
      expect(JSON.stringify(threads)).not.toContain('\\u0000');
      expect(threads[1]?.at?.segments).toMatchObject([
        { key: 'a', from: 14, words: words.replace('\0', '\uFFFD') },
      ]);
    });

    test('a finding, a section; what is not in the write-up is refused', async () => {
      const { begins, sees } = await aReview();
      await begins(grace, 'Ours too.', { about: 'finding', target: F });
      await begins(grace, 'Good.', { about: 'section', target: S });
      expect((await sees(grace)).threads.map(({ about, quote }) => [about, quote])).toEqual([
        ['section', 'The tool that said nothing'],
        ['finding', 'A silent tool'],
      ]);
      expect(isRefused(await begins(grace, 'What?', { about: 'moment', target: F }))).toBe(true);
    });

    test('[P2] [P3] who may not read a draft may neither read its comments nor write one: it is not there', async () => {
      const { review, begins, sees } = await aReview({ publish: false });
      await begins(amir, 'A draft of mine.');
      expect(await statusOf(sees(grace))).toBe(404);
      expect(await statusOf(begins(grace, 'Hello?'))).toBe(404);
      expect(await statusOf(offerReaders(app, grace as SignedIn, review, ''))).toBe(404);
    });

    test('[K1] sent twice it is kept once, and answered as the first time; with other words the second time, those stand', async () => {
      const { does, sees } = await aReview();
      const asked = { do: 'begin', id: randomUUID(), on: onWords(QUOTE), text: 'Once.' };
      const first = await does(grace, asked);
      expect(await does(grace, asked)).toEqual(first);
      const answer = { do: 'answer', id: randomUUID(), thread: (first as { thread: string }).thread };
      await does(grace, { ...answer, text: 'And' });
      await does(grace, { ...answer, text: 'And again.' });
      const { threads } = await sees(grace);
      expect(threads.map(({ comments }) => comments.map(({ words }) => words))).toEqual([
        ['Once.', 'And again.'],
      ]);
      // begun anew on something else, it words nothing there anew
      for (const on of [onWords('They did'), { about: 'finding', target: F }])
        expect(isRefused(await does(grace, { ...asked, on, text: 'Of another matter.' }))).toBe(true);
      // an id of somebody else's says nothing of their words, and changes none
      expect(isRefused(await does(amir, { ...asked, text: 'Twice.' }))).toBe(true);
      expect((await sees(grace)).threads[0]?.comments[0]?.words).toBe('Once.');
    });

    test('[K1] sent again once the words it is on have changed, it is the same comment; chosen anew, it stands there', async () => {
      const { does, begins, sees, doc } = await aReview();
      const asked = { do: 'begin', id: randomUUID(), on: onWords(QUOTE), text: 'Which tool?' };
      const first = await does(grace, asked);
      await doc((shared) => {
        const block = shared.getXmlFragment(`section:${S}`).get(0) as Y.XmlElement;
        const words = block.get(0) as Y.XmlText;
        words.delete(words.toString().indexOf('not a line'), 'not a line'.length);
        words.insert(words.length, ' nothing at all');
      });
      expect(await does(grace, asked)).toEqual(first);
      const anew = { ...asked, on: { ...onWords('They did'), words: 'They did' } };
      const moved = await does(grace, anew);
      const { threads } = await sees(grace);
      expect(
        threads.map(({ id, quote, comments }) => [id, quote, comments.map(({ words }) => words)]),
      ).toEqual([[moved.thread, 'They did', ['Which tool?']]]);
      // answered where it stands, it stays there
      await does(amir, { do: 'answer', id: randomUUID(), thread: moved.thread, text: 'The copy’s.' });
      expect(await does(grace, { ...asked, on: { about: 'finding', target: F } })).toEqual(moved);
      await begins(grace, 'Which tool?', { about: 'finding', target: F });
      expect((await sees(grace)).threads).toHaveLength(2);
    });

    test('[K8] so many answers to a thread, so many threads on a write-up, and a sentence; at once or one by one', async () => {
      const { review, begins, does, sees } = await aReview();
      const { thread } = await begins(grace, 'One.');
      const row = { author_id: (amir as SignedIn).id, words: 'Yes.', written_at: new Date() };
      const never = { edited_at: null, removed_at: null };
      await engine.db
        .insertInto('comments')
        .values(
          Array.from({ length: COMMENTS_MAX - 2 }, () => ({
            id: randomUUID(),
            thread_id: String(thread),
            ...row,
            ...never,
          })),
        )
        .execute();
      const twice = (deed: () => Promise<Record<string, unknown>>) => Promise.all([deed(), deed()]);
      const answers = await twice(() =>
        does(grace, { do: 'answer', id: randomUUID(), thread, text: 'Last.' }),
      );
      expect(answers.filter(isRefused)).toEqual([{ refused: expect.stringContaining(String(COMMENTS_MAX)) }]);
      expect((await sees(grace)).threads[0]?.comments).toHaveLength(COMMENTS_MAX);
      await engine.db
        .insertInto('comment_threads')
        .columns(['id', 'review_id', 'about', 'target', 'quote', 'words', 'opened_at'])
        .expression(
          sql`select gen_random_uuid(), ${review}, 'section', ${S}, '', '', now() from generate_series(3, ${THREADS_MAX}::int)`,
        )
        .execute();
      const begun = await twice(() => begins(grace, 'Last.', { about: 'section', target: S }));
      expect(begun.filter(isRefused)).toEqual([{ refused: expect.stringContaining(String(THREADS_MAX)) }]);
      expect((await sees(grace)).threads).toHaveLength(THREADS_MAX);
    });

    test('closed by its analysts: readers read, nobody comments, and writers’ changes still carry comments along', async () => {
      const { review, begins, does, sees, doc } = await aReview();
      const { thread } = await begins(grace, 'Before.');
      expect(await statusOf(does(grace, { do: 'close' }))).toBe(403);
      await nameReviewPerson(app, amir as SignedIn, review, {
        person: (priya as SignedIn).id,
        role: 'writer',
        wasInvolved: false,
        leadsInvolved: false,
      });
      await does(amir, { do: 'close' });
      expect((await sees(grace)).may.comment).toBe(false);
      for (const who of [grace, priya, amir]) expect(await statusOf(begins(who, 'After.'))).toBe(403);
      await doc((shared) => splitsBefore(shared, QUOTE));
      expect(await does(priya, { do: 'carry', anchors: [{ thread, ...anchorNow(review) }] })).toMatchObject({
        accepted: [thread],
      });
      await does(amir, { do: 'open' });
      expect(await statusOf(begins(grace, 'After.'))).toBe(200);
    });
  });

  describe('[K3] own comments, and how a thread ends', () => {
    test('an author words a comment anew; somebody else’s is not there', async () => {
      const { begins, does, sees } = await aReview();
      await begins(grace, 'Frist.');
      const comment = (await sees(grace)).threads[0]?.comments[0]?.id;
      expect(await statusOf(does(amir, { do: 'reword', comment, text: 'Mine now.' }))).toBe(404);
      expect(await statusOf(does(amir, { do: 'take back', comment }))).toBe(404);
      await does(grace, { do: 'reword', comment, text: 'First.' });
      expect((await sees(amir)).threads[0]?.comments[0]).toMatchObject({
        words: 'First.',
        editedAt: expect.any(String),
      });
    });

    test('taken back it is gone for good; answered, its place stays until nobody is left in it', async () => {
      const { begins, does, sees } = await aReview();
      const { thread } = await begins(grace, 'A secret of mine.');
      await does(priya, { do: 'answer', id: randomUUID(), thread, text: 'An answer.' });
      const [first, answer] = (await sees(grace)).threads[0]?.comments ?? [];
      await does(grace, { do: 'take back', comment: first?.id });
      expect((await sees(amir)).threads[0]?.comments.map(({ words, removed }) => [words, removed])).toEqual([
        ['', true],
        ['An answer.', false],
      ]);
      const kept = JSON.stringify(await engine.db.selectFrom('comments').selectAll().execute());
      expect(kept).not.toContain('A secret of mine.');
      await does(priya, { do: 'take back', comment: answer?.id });
      expect((await sees(amir)).threads).toEqual([]);
    });

    test('resolved it is resolved once, by whom is shown; an answer opens it again', async () => {
      const { begins, does, sees } = await aReview();
      const { thread } = await begins(grace, 'Settled?');
      await does(priya, { do: 'resolve', thread });
      expect((await sees(amir)).threads[0]?.resolved).toMatchObject({ by: 'Priya' });
      expect(isRefused(await does(priya, { do: 'resolve', thread }))).toBe(true);
      await does(grace, { do: 'answer', id: randomUUID(), thread, text: 'Not quite.' });
      expect((await sees(amir)).threads[0]?.resolved).toBeNull();
    });

    test('taken back in one tab while it is worded anew in another: its words are gone for good', async () => {
      for (const rewordFirst of [false, true]) {
        const { begins, does, sees } = await aReview();
        const { thread } = await begins(grace, 'Mine.');
        await does(priya, { do: 'answer', id: randomUUID(), thread, text: 'An answer.' });
        const comment = (await sees(grace)).threads[0]?.comments[0]?.id;
        const tabs = [
          () => does(grace, { do: 'take back', comment }),
          () => does(grace, { do: 'reword', comment, text: 'canary, worded anew' }),
        ];
        if (rewordFirst) tabs.reverse();
        const statuses = await Promise.all(tabs.map((press) => statusOf(press())));
        for (const status of statuses) expect([200, 404]).toContain(status);
        expect((await sees(amir)).threads[0]?.comments[0]).toMatchObject({ words: '', removed: true });
      }
      const kept = JSON.stringify(await engine.db.selectFrom('comments').selectAll().execute());
      expect(kept).not.toContain('canary, worded anew');
    });

    test('resolved in two tabs at once it is resolved by one, and written down once', async () => {
      const { review, begins, does, sees } = await aReview();
      const { thread } = await begins(grace, 'Settled?');
      const done = await Promise.all([priya, amir].map((who) => does(who, { do: 'resolve', thread })));
      expect(done.filter(isRefused)).toEqual([{ refused: 'It is resolved already.' }]);
      const [first] = [priya, amir].filter((_, at) => !isRefused(done[at]));
      expect((await sees(grace)).threads[0]?.resolved?.by).toBe(first?.name);
      const audit = await engine.db
        .selectFrom('audit')
        .selectAll()
        .where('action', '=', 'comment resolved')
        .execute();
      expect(audit.filter(({ about }) => JSON.stringify(about).includes(review))).toHaveLength(1);
    });

    test('[bad input 42] a thread or comment of another review is not there', async () => {
      const one = await aReview();
      const other = await aReview({ privacy: 'private' });
      const { thread } = await other.begins(amir, 'Elsewhere.');
      const comment = (await other.sees(amir)).threads[0]?.comments[0]?.id;
      for (const asked of [
        { do: 'answer', id: randomUUID(), thread, text: 'x' },
        { do: 'resolve', thread },
        { do: 'take back', comment },
      ])
        expect(await statusOf(one.does(amir, asked))).toBe(404);
      expect(
        await one.does(amir, { do: 'carry', anchors: [{ thread, ...anchorNow(one.review) }] }),
      ).toMatchObject({
        refused: [thread],
      });
    });

    test('[bad input 53] the audit says who did what, and holds no words', async () => {
      const { review, begins } = await aReview();
      await begins(grace, 'canary-words');
      const rows = await engine.db
        .selectFrom('audit')
        .selectAll()
        .where('action', '=', 'comment begun')
        .execute();
      const own = rows.filter((row) => JSON.stringify(row.about).includes(review));
      expect(own).toMatchObject([{ person_id: (grace as SignedIn).id }]);
      expect(JSON.stringify(rows)).not.toContain('canary');
    });
  });

  describe('[K4] naming somebody', () => {
    const namings = async (person: SignedIn | undefined) =>
      (await readNewNotices(app, person as SignedIn)).filter(({ kind }) => kind === 'mention');
    test('those who may read are told; in a private review nobody else is offered, told or hears of it', async () => {
      const open = await aReview();
      await open.begins(amir, 'What do you think, @Grace?');
      expect(await namings(grace)).toMatchObject([{ head: 'Amir names you: “What do you think, @Grace?”' }]);
      const hidden = await aReview({ privacy: 'private' });
      await hidden.begins(amir, 'And you, @Grace and @Amir?');
      expect((await hidden.sees(amir)).threads[0]?.comments[0]?.mentions).toEqual(['Amir']);
      expect(await namings(grace)).toHaveLength(1);
      expect((await offerReaders(app, amir as SignedIn, hidden.review, '')).map(({ name }) => name)).toEqual([
        'Amir',
      ]);
      expect(
        (await offerReaders(app, amir as SignedIn, open.review, 'gr')).map(({ name }) => name),
      ).toContain('Grace');
    });

    test('[K3] a name that a reworded comment brings is told to whoever had read it before', async () => {
      const { review, begins, does, sees } = await aReview();
      await begins(amir, 'What do you think?');
      const comment = (await sees(priya)).threads[0]?.comments[0]?.id;
      await does(priya, { do: 'see', comments: [comment] });
      const later = { ...app, clock: { now: () => new Date(app.clock.now().getTime() + 60_000) } };
      const asked = commentCommand.parse({ do: 'reword', comment, text: 'What do you think, @Priya?' });
      await runCommentCommand(later, amir as SignedIn, review, asked);
      const told = (await readNewNotices(later, priya as SignedIn)).filter(({ path }) =>
        path.includes(review),
      );
      expect(told.map(({ head }) => head)).toEqual(['Amir names you: “What do you think, @Priya?”']);
    });

    test('who was told and may no longer read hears nothing more', async () => {
      const { review, begins } = await aReview();
      await begins(amir, 'Look, @Priya.');
      const told = async () => (await namings(priya)).filter(({ path }) => path.includes(review));
      expect(await told()).toHaveLength(1);
      await engine.db.updateTable('reviews').set({ privacy: 'private' }).where('id', '=', review).execute();
      expect(await told()).toEqual([]);
    });
  });

  describe('[K5] [K6] anchors', () => {
    test('[P4] who may not write carries nothing', async () => {
      const { review, begins, does } = await aReview();
      const { thread } = await begins(grace, 'Mine.');
      expect(await statusOf(does(grace, { do: 'carry', anchors: [{ thread, ...anchorNow(review) }] }))).toBe(
        403,
      );
    });

    test('an anchor on other words is refused, and the comment stays where it is', async () => {
      const { review, begins, does, sees } = await aReview();
      const { thread } = await begins(grace, 'Mine.');
      const elsewhere = anchorNow(review, 'So it went');
      expect(await does(amir, { do: 'carry', anchors: [{ thread, ...elsewhere }] })).toMatchObject({
        refused: [thread],
      });
      expect((await sees(grace)).threads[0]?.at?.segments).toMatchObject([{ key: 'a', from: 14, to: 41 }]);
    });

    test('[K5] a thread carried twice at once is refused as a whole', async () => {
      const { review, begins, does } = await aReview();
      const { thread } = await begins(grace, 'Mine.');
      const anchor = { thread, ...anchorNow(review) };
      expect(() => does(amir, { do: 'carry', anchors: [anchor, anchor] })).toThrow(/once/);
    });

    test('an anchor into an edit that has not arrived is asked for again', async () => {
      const { review, begins, does } = await aReview();
      const { thread } = await begins(grace, 'Mine.');
      const anchor = anchorNow(review);
      const future = { ...anchor, start: { ...(anchor.start as object), item: { client: 4711, clock: 1 } } };
      expect(await does(amir, { do: 'carry', anchors: [{ thread, ...future }] })).toMatchObject({
        later: [thread],
      });
    });

    test('words moved by a program that sends no anchors are found, and after compaction held again', async () => {
      const { review, begins, sees, doc } = await aReview();
      await begins(grace, 'Mine.');
      await doc((shared) => splitsBefore(shared, QUOTE));
      const [before] = (await sees(grace)).threads;
      expect(before?.at?.changed).toBe(false);
      expect(before?.at?.segments[0]?.key).not.toBe('a');
      await app.collab.look(writeUpName(review, 1), (shared) =>
        mendAnchors(app, { review, epoch: 1 }, shared),
      );
      await expect.poll(async () => (await sees(grace)).threads[0]?.anchor?.block).not.toBe('a');
    });

    test('[C3] words in a section since taken out: the thread says so and stays, in exports too', async () => {
      const { review, begins, does, sees, doc } = await aReview();
      await begins(grace, 'Was it me?');
      const [first] = (await sees(grace)).threads;
      expect((await exportReview(app, amir as SignedIn, review)).comments).toMatchObject([
        {
          about: 'On words in “The tool that said nothing”',
          quote: QUOTE,
          comments: [{ words: 'Was it me?', by: 'Grace' }],
        },
      ]);
      await doc((shared) => removeSection(shared, S));
      expect((await sees(grace)).threads).toMatchObject([{ id: first?.id, at: null, quote: QUOTE }]);
      expect((await exportReview(app, amir as SignedIn, review)).comments).toMatchObject([
        { about: 'On words since taken out' },
      ]);
      expect(
        isRefused(await does(priya, { do: 'answer', id: randomUUID(), thread: first?.id, text: 'No.' })),
      ).toBe(false);
    });
  });

  describe('[K7] new ones, live', () => {
    test('what others wrote is new until it has been seen; one’s own never is', async () => {
      const { begins, does, sees } = await aReview();
      await begins(grace, 'New?');
      const newFor = async (who: SignedIn | undefined) => (await sees(who)).threads[0]?.comments[0]?.isNew;
      expect([await newFor(grace), await newFor(amir)]).toEqual([false, true]);
      await does(amir, { do: 'see', comments: [(await sees(amir)).threads[0]?.comments[0]?.id] });
      expect([await newFor(amir), await newFor(priya)]).toEqual([false, true]);
    });

    test('who waits is answered by the next change, at once here, within a poll when another node wrote it', async () => {
      const { review, begins, sees } = await aReview();
      const [here, elsewhere] = [0, 1].map(() => createReviewNews(app, { poll: 20, longest: 5_000 }));
      const waitsAt = (news: typeof here, rev: number) =>
        awaitComments(
          { ...app, ...(news && { news }) },
          grace as SignedIn,
          review,
          rev,
          new AbortController().signal,
        );
      const { rev } = await sees(grace);
      const waiting = [waitsAt(here, rev), waitsAt(elsewhere, rev)];
      await begins(amir, 'News.');
      here?.changed(review);
      for (const answer of await Promise.all(waiting)) expect(answer).toMatchObject({ threads: [{}] });
      for (const news of [here, elsewhere]) news?.close();
    });

    test('[K8] one person waits in so many pages and is told in a sentence; others wait, and news comes without waiting', async () => {
      const { review, sees, begins } = await aReview();
      const news = createReviewNews(app, { poll: 20, longest: 5_000 });
      const { rev } = await sees(grace);
      const left = new AbortController();
      const waits = (who: SignedIn | undefined) =>
        awaitComments({ ...app, news }, who as SignedIn, review, rev, left.signal);
      const pages = Array.from({ length: MOST_WAITING + 1 }, () => waits(grace));
      expect(await Promise.race(pages)).toEqual({ refused: expect.stringContaining(String(MOST_WAITING)) });
      pages.push(waits(priya));
      await begins(amir, 'News.');
      expect(await waits(grace)).toMatchObject({ threads: [{}] });
      news.changed(review);
      const answers = await Promise.all(pages);
      expect(answers.filter((answer) => answer && 'threads' in answer)).toHaveLength(MOST_WAITING + 1);
      news.close();
    });

    test('[P7] who loses the right while waiting is told that nothing is there', async () => {
      const { review, sees } = await aReview();
      const { rev } = await sees(grace);
      const news = createReviewNews(app, { poll: 20, longest: 5_000 });
      const waiting = awaitComments(
        { ...app, news },
        grace as SignedIn,
        review,
        rev,
        new AbortController().signal,
      );
      await engine.db.updateTable('reviews').set({ privacy: 'private' }).where('id', '=', review).execute();
      news.changed(review);
      expect(await statusOf(waiting)).toBe(404);
      news.close();
    });
  });

  function anchorNow(review: ReviewId, words = QUOTE) {
    let made: { place: string; start: unknown; end: unknown } | null = null;
    void app.collab.look(writeUpName(review, 1), (doc) => {
      const place = readPlaceText(doc, WORDS.section(S));
      const range = findWords(place, words)[0];
      made = range ? anchorWords(place, range) : null;
    });
    if (!made) throw new Error(`no “${words}” there`);
    return made as { place: string; start: unknown; end: unknown };
  }
});

/** As a program that knows nothing of comments splits a block: words deleted here, put in there. */
function splitsBefore(doc: Y.Doc, words: string) {
  const fragment = doc.getXmlFragment(WORDS.section(S));
  const first = fragment.get(0) as Y.XmlElement;
  const line = first.get(0) as Y.XmlText;
  const at = readPlaceText(doc, WORDS.section(S)).flat.indexOf(words);
  const rest = readPlaceText(doc, WORDS.section(S)).flat.slice(at, line.length);
  line.delete(at, line.length - at);
  const copy = first.clone() as Y.XmlElement;
  copy.setAttribute('id', randomUUID());
  fragment.insert(1, [copy]);
  const moved = copy.get(0) as Y.XmlText;
  moved.delete(0, moved.length);
  moved.insert(0, rest);
}
