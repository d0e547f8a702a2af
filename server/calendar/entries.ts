import type { MeetingId } from '#domain/ids.ts';
import { OUTSIDE_WORDS } from '#domain/invitations/outside-words.ts';
import type { MeetingKind } from '#domain/meeting/meeting.ts';
import type { App } from '../app.ts';
import type { Mailbox } from './entry-file.ts';

type Asked = Pick<App, 'origin' | 'mail'>;

/** UID of a meeting whose entry has not been written down: on the host it is made on. Once written it stays (N2). */
export const newUid = ({ origin }: Pick<App, 'origin'>, meeting: MeetingId): string =>
  `meeting-${meeting}@${new URL(origin).hostname}`;

export const roomAddress = ({ origin }: Pick<App, 'origin'>, meeting: MeetingId): string =>
  `${origin}/meetings/${meeting}`;

/** Who stands as the one who invites: the mailbox letters really come from; without mail one that takes none. */
export const organizerOf = ({ origin, mail }: Asked): Mailbox => ({
  name: 'Soak',
  email: mail?.from ?? `noreply@${new URL(origin).hostname}`,
});

/** N6: what calendars and letters call a meeting: those of private reviews only by their kind, for others see them there. */
export const outsideTitle = (
  { kind, title }: { kind: MeetingKind; title: string },
  { hides }: { hides: boolean },
): string => (hides ? OUTSIDE_WORDS[kind] : title);
