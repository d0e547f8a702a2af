import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { listMessages, listSources } from '#db/evidence.ts';
import type { ImportRow } from '#db/imports.ts';
import { forEachEngine } from '#db/testing.ts';
import type { ReviewId } from '#domain/ids.ts';
import { isRefused } from '#domain/refused.ts';
import { writeUpText } from '#domain/write-up-text.ts';
import type { App, Database, SignedIn } from '../app.ts';
import { createReview } from '../reviews/create-review.ts';
import { firstWriteUp } from '../reviews/first-write-up.ts';
import { readStoredWriteUp } from '../reviews/read-stored-write-up.ts';
import { requireReview } from '../reviews/require-review.ts';
import { beginImport } from './begin-import.ts';
import { bringIn } from './bring-in.ts';
import { cancelImport } from './cancel-import.ts';
import { findImport, requireImport } from './find-import.ts';
import { finishCancellations } from './finish-cancellations.ts';
import { goOnWithImport } from './go-on-with-import.ts';
import { aField, type Field } from './testing.ts';

const input = {
  choices: { title: 'B', day: '2026-11-20', zone: 'Europe/Berlin', takings: {} },
  channels: [],
  facts: { kind: 'incident', privacy: 'private', closestTeams: [], wasInvolved: false, leadsInvolved: false },
} as const;
const SOURCE =
  '# B\n\n## Told once\n\nokapi\n\n## Timeline\n\n- 10:00 tapir\n- 11:00 quokka\n\n## Root cause\n\nA numbat.\n\n## Chat\n\n> ada [8:27 AM]\n> kiwi\n>\n> ben [8:50 AM]\n> emu';
const WORDS = ['okapi', 'tapir', 'quokka', 'numbat', 'kiwi', 'emu'];

/** Enough to have passed the time after which one that is not touched counts as stopped. */
const LATER = new Date('2026-11-20T11:00:00Z');

forEachEngine((engine) => {
  let field: Field;
  let ada: SignedIn;
  let read: ImportRow;
  beforeAll(async () => {
    field = aField(engine.db);
    ada = await field.person('Ada');
    const begun = await beginImport(field.app, ada, {
      review: null,
      files: [],
      pasted: SOURCE,
      pastedAs: 'post-mortem',
    });
    if (isRefused(begun)) throw new Error(begun.refused);
    read = await requireImport(field.app, ada, begun.id);
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
  /** The same text held again, without reading it again. */
  const held = async (review: ReviewId) => {
    const id = randomUUID();
    const json = { held: JSON.stringify(read.held), plan: JSON.stringify(null) };
    await engine.db
      .insertInto('imports')
      .values({ ...read, ...json, id, review_id: review, makes_review: false })
      .execute();
    return id;
  };
  /** Everything that came in, written and as evidence, as often as it did. */
  const wordsIn = async (review: ReviewId) => {
    const { document } = await requireReview(field.app, ada, review);
    const sources = await listSources(engine.db, review);
    const messages = await Promise.all(sources.map(({ id }) => listMessages(engine.db, id, 0, 100)));
    const all = [
      writeUpText(await readStoredWriteUp(field.app, document)),
      ...messages.flat().map(({ text }) => text),
    ].join('\n');
    return WORDS.map((word) => all.split(word).length - 1);
  };

  it('[D1] killed before any of its steps, then gone on with: every word is there exactly once', async () => {
    let steps = 0;
    for (let isThrough = false; !isThrough; steps++) {
      const review = await aReview();
      const life = new Life(field.app, steps);
      const id = await held(review);
      await bringIn(life.app, ada, id, input).catch(() => undefined);
      isThrough = !life.isOver;
      const app = { ...field.app, clock: { now: () => LATER } };
      const { state, preview } = await findImport(app, ada, id);
      // before anything was decided the person decides again
      if (state === 'held' && preview) await bringIn(app, ada, id, input);
      if (state === 'bringing') await (await goOnWithImport(app, ada, id))?.bringing;
      expect(await findImport(app, ada, id), `killed before step ${steps}`).toMatchObject({ state: 'done' });
      expect(await wordsIn(review), `killed before step ${steps}`).toEqual(WORDS.map(() => 1));
    }
    expect(steps).toBeGreaterThan(15);
  }, 60_000);

  it('[D1] killed before any step of its cancelling, then started again: nothing of it is left', async () => {
    const app = { ...field.app, clock: { now: () => LATER } };
    let steps = 0;
    for (let isThrough = false; !isThrough; steps++) {
      const review = await aReview();
      const id = await held(review);
      // words and a chat are in
      await bringIn(new Life(field.app, 22).app, ada, id, input).catch(() => undefined);
      expect(await wordsIn(review)).toContain(1);
      const life = new Life(app, steps);
      await cancelImport(life.app, ada, id).catch(() => undefined);
      isThrough = !life.isOver;
      await finishCancellations(app, app.clock.now());
      const row = await engine.db.selectFrom('imports').select('state').where('id', '=', id).execute();
      if (row.length > 0) await cancelImport(app, ada, id);
      expect(await wordsIn(review), `killed before step ${steps}`).toEqual(WORDS.map(() => 0));
      expect(await listSources(engine.db, review), `killed before step ${steps}`).toEqual([]);
      await expect(findImport(app, ada, id)).rejects.toMatchObject({ init: { status: 404 } });
    }
    expect(steps).toBeGreaterThan(5);
    expect(field.errors.filter((error) => error.includes('import.cancel'))).toEqual([]);
  }, 60_000);
});

/** A program that lives for so many steps (questions to the database, edits begun, edits stored); after them nothing it asks comes through. */
class Life {
  isOver = false;
  private left: number;
  readonly app: App;

  constructor(app: App, steps: number) {
    this.left = steps;
    this.app = {
      ...app,
      db: this.mortal(app.db),
      collab: {
        ...app.collab,
        edit: async (...edit) => {
          this.step();
          await app.collab.edit(...edit);
          this.step();
        },
        editOnce: async (...edit) => {
          this.step();
          const written = await app.collab.editOnce(...edit);
          this.step();
          return written;
        },
      },
    };
  }

  private mortal(db: Database): Database {
    return db.withPlugin({
      transformQuery: ({ node }) => {
        this.step();
        return node;
      },
      transformResult: async ({ result }) => result,
    });
  }

  private step(): void {
    if (this.left-- > 0) return;
    this.isOver = true;
    throw new Error('killed');
  }
}
