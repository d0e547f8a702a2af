import { type OpenRoom, openRoom } from '#collab/client/open-room.ts';
import { roomName } from '#collab/document/document-names.ts';
import { asId, type MeetingId } from '#domain/ids.ts';
import type { RoomProjection } from '#domain/meeting/projection.ts';
import { socketWith } from './writers.ts';

/** Somebody's tab in a meeting's room, as a browser would have it. */
export const enterRoom = (at: {
  origin: string;
  cookie: string;
  meeting: string;
}): OpenRoom<RoomProjection> =>
  openRoom<RoomProjection>({
    name: roomName(asId<MeetingId>(at.meeting)),
    // whoever it is, the server says
    me: { id: '00000000-0000-4000-8000-000000000000', name: '', hue: 1 },
    url: `${at.origin.replace('http', 'ws')}/collab`,
    link: {
      person: null,
      WebSocketPolyfill: socketWith(at.cookie, at.origin),
      askWhy: async () => 'unreachable',
    },
  });
