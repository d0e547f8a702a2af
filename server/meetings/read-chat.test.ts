import { describe, expect, test } from 'vitest';
import { insertMessages, putSource } from '#db/evidence.ts';
import { updateReview } from '#db/reviews.ts';
import { forEachEngine } from '#db/testing.ts';
import { FIRST_CHOICES, projectScreen } from '#domain/meeting/screen.ts';
import type { WriteUp } from '#domain/write-up.ts';
import { controlGuests } from '../guests/control-guests.ts';
import { guestCookie } from '../guests/guest-cookie.ts';
import { identifyGuest } from '../guests/identify-guest.ts';
import { joinByCode } from '../guests/join-by-code.ts';
import { readStage } from '../guests/read-stage.ts';
import { chatOnStage, readChat } from './read-chat.ts';
import { readRoom } from './read-room.ts';
import { aMeeting, makePrivate, type RoomField } from './testing.ts';

const said = (words: string) => [
  {
    type: 'text' as const,
    id: words,
    kind: 'paragraph' as const,
    level: 1,
    indent: 0,
    content: [{ text: words }],
  },
];

/** Nine messages, the fifth and sixth 47 minutes apart; a moment rests on both. */
async function withChat(db: Parameters<typeof aMeeting>[0], kind: 'evidence' | 'reading') {
  const made = await aMeeting(db, {
    stages: [
      {
        kind,
        title: 'What was said',
        minutes: 10,
        prompt: '',
        notes: '',
        targets: [{ type: 'chat', id: 'm', section: null }],
        teller: null,
      },
    ],
  });
  const ids = Array.from({ length: 9 }, () => made.app.random.uuid());
  const source = await putSource(db, {
    id: made.app.random.uuid(),
    review: made.review,
    kind: 'pasted',
    key: 'production',
    name: '#production',
    by: made.analyst.id,
    at: made.app.clock.now(),
  });
  const start = Date.parse('2026-11-17T22:00:00Z');
  await insertMessages(
    db,
    { review: made.review, source, import: made.app.random.uuid() },
    ids.map((id, at) => ({
      id,
      key: `${at}`,
      order: at,
      speaker: 'Priya',
      at: new Date(start + at * 60_000 + (at > 4 ? 46 * 60_000 : 0)).toISOString(),
      text: `line ${at}`,
      kind: 'message',
      thread: null,
      extras: {},
    })),
  );
  const writeUp: WriteUp = {
    title: '',
    standfirst: '',
    sections: [{ id: 's', title: 'The story', blocks: said('told whole') }],
    findings: [],
    moments: [
      {
        id: 'm',
        kind: 'observation',
        time: { certainty: 'order-only' },
        lane: '',
        blocks: said('It is quiet.'),
        accounts: [],
        evidence: [ids[4] ?? '', ids[5] ?? '', 'gone', made.app.random.uuid()],
        herring: null,
      },
    ],
  };
  const app = { ...made.app, collab: { ...made.app.collab, readWriteUp: async () => writeUp } };
  const field: RoomField = { ...made, app };
  await made.press(made.felicity, { command: 'start' });
  return { ...field, writeUp };
}

async function guestIn({ app, felicity, meeting_, review }: RoomField) {
  await updateReview(app.db, review, { guests_may_join: true });
  const made = await controlGuests(app, felicity, meeting_, { do: 'make' });
  if (!('code' in made) || !made.code) throw new Error('no code');
  const joined = await joinByCode(app, { code: made.code.code, name: 'Lena', address: '192.0.2.7' });
  const words = 'words' in joined ? joined.words : null;
  const guest = await identifyGuest(app, guestCookie(words ?? '', app.origin).split(';')[0] ?? '');
  if (!guest) throw new Error('no guest');
  return guest;
}
const statusOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 200,
    (error) => (error as { init?: { status?: number } }).init?.status,
  );

forEachEngine((engine) => {
  describe('evidence on stage', () => {
    test('[M21] a stretch of chat is shown with two lines around it and its silence, to those who may read the evidence', async () => {
      const { app, priya, otto, felicity, meeting_, ...field } = await withChat(engine.db, 'evidence');
      const [stretch] = await readChat(app, otto, meeting_, 'm');
      expect(stretch).toMatchObject({ source: '#production', isCut: false });
      expect(stretch?.lines.map(({ text }) => text)).toEqual([
        'line 2',
        'line 3',
        'line 4',
        'line 5',
        'line 6',
        'line 7',
      ]);
      expect(stretch?.lines.map(({ silence }) => silence).filter(Boolean)).toEqual([
        'Nothing for 47 minutes',
      ]);
      expect(await statusOf(readChat(app, priya, meeting_, 'nowhere'))).toBe(404);
      await makePrivate({ ...field, app }, [felicity]);
      expect(await statusOf(readChat(app, otto, meeting_, 'm'))).toBe(404);
    });

    test('[G2] [M21] the wall has it, a guest does not', async () => {
      const field = await withChat(engine.db, 'evidence');
      const { app, felicity, meeting_, review, writeUp } = field;
      const { state } = await readRoom(app, felicity, meeting_);
      const targets = [{ type: 'chat', id: 'm', section: null }] as const;
      const stages = [{ id: state.stages[0]?.id ?? ('' as never), prompt: '', targets }];
      const chat = await chatOnStage(app, review, writeUp, targets);
      const wall = projectScreen(state, stages, writeUp, FIRST_CHOICES, app.clock.now(), chat);
      expect(JSON.stringify(wall)).toContain('line 5');
      const { stage } = await readStage(app, await guestIn(field), meeting_);
      expect(stage?.content).toEqual([{ type: 'chat', stretches: null }]);
    });

    test('[G2] in silent reading a guest has the whole write-up on their own screen; the wall has none of it', async () => {
      const field = await withChat(engine.db, 'reading');
      const { app, felicity, meeting_, writeUp } = field;
      const { stage } = await readStage(app, await guestIn(field), meeting_);
      expect(stage?.content.map(({ type }) => type)).toEqual(['section', 'moment']);
      const { state } = await readRoom(app, felicity, meeting_);
      const stages = [{ id: state.stages[0]?.id ?? ('' as never), prompt: '', targets: [] }];
      const wall = projectScreen(state, stages, writeUp, FIRST_CHOICES, app.clock.now());
      expect(wall).toMatchObject({ stage: { isRead: true, content: [], step: null } });
    });
  });
});
