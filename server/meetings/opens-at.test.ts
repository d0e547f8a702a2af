import { expect, test } from 'vitest';
import { forEachEngine } from '#db/testing.ts';
import { readRoom } from './read-room.ts';
import { aMeeting } from './testing.ts';

forEachEngine((engine) => {
  test('[S1] [S2] planned for Friday and held on Wednesday: the room tells the day its ideas open as the meeting goes', async () => {
    const { app, at, felicity, meeting_, press } = await aMeeting(engine.db, { day: '2026-11-20' });
    const opensAt = async () => (await readRoom(app, felicity, meeting_)).own.opensAt;
    expect(await opensAt()).toBe('2026-11-24T10:10:00.000Z');
    at('2026-11-18T09:00:00Z');
    for (const command of ['open', 'start'] as const) await press(felicity, { command });
    expect(await opensAt()).toBe('2026-11-20T10:00:00.000Z');
    at('2026-11-18T09:30:00Z');
    await press(felicity, { command: 'end' });
    expect(await opensAt()).toBe('2026-11-20T09:30:00.000Z');
  });
});
