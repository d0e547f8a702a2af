import { mayWalkIn } from '#domain/attendance/walk-in.ts';
import type { Attendance } from '#domain/meeting/attendance.ts';
import { type Meeting, opensAt } from '#domain/meeting/meeting.ts';
import { isRefused, type Refused } from '#domain/refused.ts';
import type { App } from '../app.ts';
import type { InRoom } from '../guests/guest.ts';
import { requireMeeting } from '../meetings/require-meeting.ts';
import { readGuestStatement, stateAsGuest } from './state-as-guest.ts';

/** The cookie of a device that states for somebody without an account: of this one meeting’s pages (their .data beside them), read by no script. */
const cookieName = (meeting: string) => `walk-in-${meeting}`;
const KEPT_SECONDS = 400 * 86_400;

/** What the walk-in page of a meeting shows on this device. The device was brought by somebody who may enter. */
export async function readWalkIn(app: App, person: InRoom, id: string | undefined, request: Request) {
  const { meeting, review } = await requireMeeting(app, person, id);
  return {
    meeting: meeting.id,
    title: review.title,
    may: mayWalkIn(phaseNow(app, meeting)),
    stated: await readGuestStatement(app, meeting.id, heldBy(request, meeting.id)),
  };
}

/** A9: @returns the cookie to set on this device */
export async function walkIn(
  app: App,
  person: InRoom,
  id: string | undefined,
  request: Request,
  statement: Pick<Attendance, 'how' | 'mode'> | null,
): Promise<{ cookie: string } | Refused> {
  const { meeting } = await requireMeeting(app, person, id);
  const may = mayWalkIn(phaseNow(app, meeting));
  if (may !== true) return may;
  const done = await stateAsGuest(app, meeting.id, heldBy(request, meeting.id), statement);
  if (isRefused(done)) return done;
  const path = `Path=/meetings/${meeting.id}; HttpOnly; SameSite=Lax${app.origin.startsWith('https:') ? '; Secure' : ''}`;
  return {
    cookie: done.held
      ? `${cookieName(meeting.id)}=${done.held}; Max-Age=${KEPT_SECONDS}; ${path}`
      : `${cookieName(meeting.id)}=; Max-Age=0; ${path}`,
  };
}

function heldBy(request: Request, meeting: string): string | null {
  const cookies = (request.headers.get('cookie') ?? '').split(/;\s*/);
  const found = cookies.find((one) => one.startsWith(`${cookieName(meeting)}=`));
  return found?.slice(found.indexOf('=') + 1) ?? null;
}

const phaseNow = (app: App, meeting: Meeting) =>
  meeting.phase === 'planned' && app.clock.now() >= opensAt(meeting.plan) ? 'lobby' : meeting.phase;
