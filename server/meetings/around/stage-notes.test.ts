import { expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import type { StageId } from '#domain/ids.ts';
import { readRoom } from '../read-room.ts';
import { projectedRoom } from '../show-room.ts';
import { aMeeting } from '../testing.ts';

forEachEngine((engine) => {
  test('[P6] private notes of a stage are written in the room by those who steer, never over another’s unseen, and go to nobody else', async () => {
    const { felicity, priya, otto, press, app, meeting_ } = await aMeeting(engine.db);
    expect(await press(felicity, { command: 'start' })).toHaveProperty('state');
    const { current } = (await readRoom(app, felicity, meeting_)).state;
    const stage = current?.stage as StageId;
    const notes = async () => (await readRoom(app, felicity, meeting_)).facilitator?.notes[stage] ?? '';
    const change = (was: string, words: string) => ({ command: 'change-notes', stage, was, words }) as const;
    const planned = await notes();
    expect(await press(priya, change(planned, 'CANARY'))).toHaveProperty('forbidden');
    expect(await press(felicity, change(planned, 'Ask Otto first.'))).toHaveProperty('state');
    expect(await notes()).toBe('Ask Otto first.');
    // by another facilitator, who had read the older ones
    expect(await press(felicity, change(`${planned}.`, 'Mine.'))).toMatchObject({
      refused: expect.stringContaining('has changed these notes meanwhile'),
    });
    expect(await notes()).toBe('Ask Otto first.');

    expect(await press(felicity, change('Ask Otto first.', 'CANARY'))).toHaveProperty('state');
    const { facilitator, ...everybodys } = await readRoom(app, otto, meeting_);
    expect(facilitator).toBeNull();
    const events = await engine.db.selectFrom('meeting_events').selectAll().execute();
    for (const told of [everybodys, await projectedRoom(engine.db, meeting_), events])
      expect(JSON.stringify(told)).not.toContain('CANARY');
    expect(events.map(({ command }) => command)).toContain('change-notes');

    // the group has gone on; what stands there can still be taken away
    expect(await press(felicity, { command: 'next' })).toHaveProperty('state');
    expect(await press(felicity, change('CANARY', ''))).toHaveProperty('state');
    expect(await notes()).toBe('');
    expect(
      await press(felicity, { ...change('', 'x'), stage: meeting_ as unknown as StageId }),
    ).toMatchObject({
      refused: 'That stage is not on the agenda any more.',
    });
  });
});
