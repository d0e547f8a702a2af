import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { insertMessages, putSource } from '#db/evidence.ts';
import { withDatabase } from '#db/testing.ts';
import type { ReviewId } from '#domain/ids.ts';
import type { EvidenceMessage } from '#domain/import/evidence.ts';
import type { SignedIn } from '../app.ts';
import { aField, type Field } from '../import/testing.ts';
import { createReview } from '../reviews/create-review.ts';
import { collectEvidence } from '../reviews/export-attachments.ts';
import { firstWriteUp } from '../reviews/first-write-up.ts';
import { readEvidence } from './read-evidence.ts';
import { readMessages } from './read-messages.ts';

const PAGE = 200;
const AT = '2026-11-20T10:00:00.000Z';

withDatabase((engine) => {
  let field: Field;
  let ada: SignedIn;
  beforeAll(async () => {
    field = aField(engine.db);
    ada = await field.person('Ada');
  });

  /** A review with one source of these messages, in their order. */
  async function reviewWith(messages: readonly (EvidenceMessage & { id: string })[]): Promise<ReviewId> {
    const review = await createReview(field.app, ada, {
      kind: 'incident',
      happenedOn: '2026-11-20',
      zone: 'UTC',
      privacy: 'private',
      closestTeams: [],
      analysts: [],
      writeUp: firstWriteUp(field.app, 'A'),
    });
    const as = { kind: 'slack', key: 'slack:C1', name: '#ops', by: ada.id, at: new Date(AT) } as const;
    const source = await putSource(engine.db, { ...as, id: randomUUID(), review });
    await insertMessages(engine.db, { review, source, import: randomUUID() }, messages);
    return review;
  }

  it('a thread is told beyond its page: the answer leads to what it answers, wherever that stands', async () => {
    const first = said(0);
    const messages = [first, ...Array.from({ length: PAGE }, (_, at) => said(at + 1, { thread: 'k0' }))];
    const review = await reviewWith(messages);
    const second = await readEvidence(field.app, ada, review, { source: null, page: 2, message: null });
    expect(second.messages.map(({ answers }) => answers)).toEqual([{ id: first.id, speaker: 'ada' }]);
  });

  it('an answer to what was not brought along is a message like any other', async () => {
    const review = await reviewWith([said(0, { thread: 'not here' })]);
    const { messages } = await readEvidence(field.app, ada, review, { source: null, page: 1, message: null });
    expect(messages.map(({ answers }) => answers)).toEqual([null]);
  });

  it('a quotation has what came with its message, and an export everything its source knew', async () => {
    const extras = {
      stated: '3 hours ago',
      edited: AT,
      reactions: [{ name: 'eyes', count: 2 }],
      files: ['graph.pdf'],
      pictures: [{ path: 'disk.png', alt: 'Disk throttled', upload: null }],
    };
    const beside = { thread: 'k0', kind: 'bot', extras } as const;
    const [first, answer] = [said(0), said(1, beside)];
    const review = await reviewWith([first, answer]);
    const { pictures, files } = extras;
    expect((await readMessages(field.app, review, [answer.id]))[answer.id]).toMatchObject({
      pictures,
      files,
    });
    const [source] = await collectEvidence(field.app, review);
    expect(source?.messages).toMatchObject([
      { id: first.id, key: 'k0' },
      { id: answer.id, key: 'k1', ...beside },
    ]);
  });
});

const said = (at: number, beside: Partial<EvidenceMessage> = {}): EvidenceMessage & { id: string } => ({
  id: randomUUID(),
  key: `k${at}`,
  order: at,
  speaker: 'ada',
  at: AT,
  text: `words ${at}`,
  kind: 'message',
  thread: null,
  extras: {},
  ...beside,
});
