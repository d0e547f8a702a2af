import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import type { StageId } from '#domain/ids.ts';
import { readRecord } from '../read-record.ts';
import { readRoom } from '../read-room.ts';
import { projectedRoom } from '../show-room.ts';
import { memoryOf } from './memory.ts';
import { NOT_ON_AGENDA } from './stage-for.ts';
import { aMeetingWith } from './testing.ts';

forEachEngine((engine) => {
  test('[M15] [M5] what one writes is one’s own, saved without an event, and moved on without a loss', async () => {
    const { app, felicity, priya, otto, does, stages, meeting_, rev } = await aMeetingWith(engine.db, [
      'silent-writing',
      'close',
    ]);
    const [stage] = stages as [never];
    const before = await rev();
    for (const words of ['CANARY', 'CANARY one', 'CANARY one two'])
      await does(priya, { command: 'write', stage, words });
    expect(await rev()).toBe(before);
    await does(felicity, { command: 'next' });
    // going on closes nothing: a word typed as the group left is still taken
    await does(priya, { command: 'write', stage, words: 'CANARY one two three' });
    expect((await readRoom(app, priya, meeting_)).own.texts).toEqual([
      { stage, words: 'CANARY one two three' },
    ]);
    for (const person of [felicity, otto])
      expect(JSON.stringify(await readRoom(app, person, meeting_))).not.toContain('CANARY');
    expect(JSON.stringify(await projectedRoom(engine.db, meeting_))).not.toContain('CANARY');
    const keys = await engine.db
      .selectFrom('command_keys')
      .selectAll()
      .where('person_id', '=', priya.id)
      .execute();
    expect(keys).toEqual([]);
    await does(priya, { command: 'write', stage, words: '' });
    expect((await readRoom(app, priya, meeting_)).own.texts).toEqual([]);
  });

  test('[M15] shown all at once by name; later words are refused; taken back by the author, hidden with a reason', async () => {
    const { app, felicity, priya, otto, does, press, stages, meeting_ } = await aMeetingWith(engine.db, [
      'silent-writing',
    ]);
    const [stage] = stages as [never];
    await does(priya, { command: 'write', stage, words: 'The restore was quiet.' });
    await does(otto, { command: 'write', stage, words: 'A customer, by name.' });
    const answer = await does(felicity, { command: 'reveal', stage });
    const shown = 'state' in answer ? (answer.state.inputs?.texts ?? []) : [];
    expect(shown.map(({ by, words }) => [by?.name, words]).sort()).toEqual([
      ['Otto', 'A customer, by name.'],
      ['Priya', 'The restore was quiet.'],
    ]);
    expect(await press(priya, { command: 'write', stage, words: 'late' })).toMatchObject({
      refused: expect.stringContaining('opened already'),
    });
    const idOf = (name: string) => shown.find(({ by }) => by?.name === name)?.id ?? '';
    await does(felicity, { command: 'hide-text', text: idOf('Otto'), reason: 'It names a customer.' });
    await does(priya, { command: 'withdraw-text', text: idOf('Priya') });
    const { record } = await readRecord(app, otto, meeting_);
    expect(record.inputs.map(({ texts }) => texts)).toMatchObject([
      [{ words: '', hidden: 'It names a customer.' }],
    ]);
  });

  test('[M15] words written while they are being shown are in, or their author hears that they came too late', async () => {
    const { app, felicity, priya, does, press, stages, meeting_ } = await aMeetingWith(engine.db, [
      'silent-writing',
    ]);
    const [stage] = stages as [never];
    await does(priya, { command: 'write', stage, words: '0' });
    let kept = '0';
    const writing = (async () => {
      for (let at = 1; at < 20; at += 1) {
        const answer = await press(priya, { command: 'write', stage, words: String(at) });
        if ('refused' in answer) return;
        kept = String(at);
      }
    })();
    await does(felicity, { command: 'reveal', stage });
    await writing;
    const { state } = await readRoom(app, priya, meeting_);
    expect(state.inputs?.texts.map(({ words }) => words)).toEqual([kept]);
    expect(
      await engine.db.selectFrom('silent_texts').selectAll().where('stage_id', '=', stage).execute(),
    ).toEqual([]);
  });

  test('[U6] whoever puts in without end is told so, and no row counts it', async () => {
    const { app, priya, press, stages } = await aMeetingWith(engine.db, ['unsaid']);
    const [stage] = stages as [never];
    const { presses, answered } = memoryOf(app);
    const before = [presses.size, answered.size];
    // stages that are none are not counted: each would begin anew, and push the others out of memory
    const none = { stage: randomUUID() as StageId, id: randomUUID() };
    for (const command of [
      { command: 'unsigned', words: 'to nowhere', ...none },
      { command: 'withdraw-unsigned', ...none },
      { command: 'answer', choice: 'yes', ...none },
    ] as const)
      expect(await press(priya, command)).toMatchObject({ refused: NOT_ON_AGENDA });
    expect([presses.size, answered.size]).toEqual(before);
    let last = {};
    for (let at = 0; at < 61; at += 1)
      last = await press(priya, { command: 'withdraw-unsigned', stage, id: randomUUID() });
    expect(last).toMatchObject({ refused: expect.stringContaining('as much as one person') });
  });
});
