import { expect, it } from 'vitest';
import { withDatabase } from '#db/testing.ts';
import { requireMeeting } from './require-meeting.ts';
import { requireRoom } from './require-room.ts';
import { aMeeting } from './testing.ts';

withDatabase((engine) => {
  it('[P2] a room that is erased while it is being read is not there, and no fault of the server', async () => {
    const { app, priya, meeting_ } = await aMeeting(engine.db);
    const { meeting } = await requireMeeting(app, priya, meeting_);
    expect((await requireRoom(app, meeting, priya.id)).meeting).toBe(meeting);
    await engine.db.deleteFrom('meetings').where('id', '=', meeting_).execute();
    await expect(requireRoom(app, meeting, priya.id)).rejects.toMatchObject({ init: { status: 404 } });
  });
});
