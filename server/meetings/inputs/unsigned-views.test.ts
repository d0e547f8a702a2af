import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import type { StageId } from '#domain/ids.ts';
import type { SignedIn } from '../../app.ts';
import { listDifferentViews } from '../list-different-views.ts';
import { readRecord } from '../read-record.ts';
import { readRoom } from '../read-room.ts';
import { aMeetingWith, differing, everything } from './testing.ts';

const CLAIM = { target: { type: 'finding', id: 'f-1', section: null }, claim: 'It was stuck.' } as const;

forEachEngine((engine) => {
  const aMeetingOfViews = async () => {
    const field = await aMeetingWith(engine.db, ['different-views', 'close']);
    const [stage] = field.stages as [StageId, StageId];
    const view = (words: string) =>
      ({ command: 'unsigned', stage, id: randomUUID(), words, beside: CLAIM }) as const;
    const rows = () =>
      engine.db.selectFrom('captures').selectAll().where('meeting_id', '=', field.meeting_).execute();
    return { ...field, stage, view, rows };
  };

  test('[C2] [U1] a different view without a name leaves nothing but its box, and nobody sees it before that is opened', async () => {
    const { app, felicity, priya, otto, does, press, stage, view, meeting_, review, rows, traces, rev } =
      await aMeetingOfViews();
    await does(otto, view('the one before'));
    const before = { rows: await everything(engine.db), rev: await rev(), traces: [...traces] };
    const own = view('CANARY it was only slow');
    await does(priya, own);
    const after = await everything(engine.db);
    expect(differing(before.rows, after)).toEqual(['unsigned_box']);
    expect([await rev(), traces]).toEqual([before.rev, before.traces]);
    expect(after.get('unsigned_box')).not.toContain(priya.id);
    for (const person of [felicity, otto, priya])
      expect(JSON.stringify(await readRoom(app, person, meeting_))).not.toContain('CANARY');
    expect(await listDifferentViews(app, review, priya.id)).toEqual([]);

    // known to its own tab alone, by its id, until all are shown
    await does(priya, { command: 'withdraw-unsigned', stage, id: own.id });
    await does(priya, view('It was only slow'));
    expect(await press(felicity, { command: 'reveal', stage })).toMatchObject({
      refused: expect.stringContaining('Fewer than three'),
    });
    await does(felicity, { command: 'reveal', stage, few: true });
    const shown = await rows();
    expect(shown.map(({ words }) => words).sort()).toEqual(['It was only slow', 'the one before']);
    expect(shown.map(({ noted_by, for_person }) => [noted_by, for_person])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(new Set(shown.map(({ at }) => at.getTime())).size).toBe(1);
    expect(shown.map(({ id }) => id)).not.toContain(own.id);
  });

  test('[C2] [C3] [U5] shown, it stands beside its claim without a name, and nobody changes it or takes it back', async () => {
    const { app, felicity, priya, does, press, stage, view, meeting_, review, rows } =
      await aMeetingOfViews();
    await does(priya, view('It was only slow'));
    await does(felicity, { command: 'reveal', stage, few: true });
    expect(await listDifferentViews(app, review, priya.id)).toMatchObject([
      { words: 'It was only slow', by: null, claim: CLAIM.claim, target: CLAIM.target.id },
    ]);
    expect((await readRoom(app, felicity, meeting_)).captures).toMatchObject([
      { notedBy: null, forPerson: null },
    ]);
    const capture = (await rows())[0]?.id ?? '';
    for (const person of [priya, felicity]) {
      expect(await press(person, { command: 'withdraw-capture', capture })).toHaveProperty('forbidden');
      expect(await press(person, { command: 'change-capture', capture, words: 'x' })).toHaveProperty(
        'forbidden',
      );
    }
    expect(await press(priya, view('late'))).toMatchObject({
      refused: expect.stringContaining('opened already'),
    });
  });

  test('[C2] what waits when the meeting ends can still be shown for a day; the record speaks of it only where something waits', async () => {
    const { app, felicity, priya, analyst, does, stage, view, meeting_, at } = await aMeetingOfViews();
    at('2026-11-18T09:20:00Z');
    const waiting = async (person: SignedIn) =>
      (await readRecord(app, person, meeting_)).record.inputs.map(({ kind }) => kind);
    expect(await waiting(priya)).toEqual([]);
    await does(priya, view('It was only slow'));
    at('2026-11-18T09:21:00Z');
    expect(await waiting(analyst)).toEqual(['different-views']);
    await does(felicity, { command: 'next' });
    await does(felicity, { command: 'end' });
    await does(felicity, { command: 'reveal', stage, few: true });
    const { record } = await readRecord(app, priya, meeting_);
    expect(record.inputs).toEqual([]);
    expect(record.differentViews).toMatchObject([{ words: 'It was only slow', notedBy: null }]);
  });
});
