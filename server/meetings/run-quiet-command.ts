import { saveNote, saveSeen, stateAttendance } from '#db/meeting-own.ts';
import { raiseRightsCounter } from '#db/rights.ts';
import type { Command, QuietName } from '#domain/meeting/command.ts';
import { factsOfMeeting, mayCommand } from '#domain/meeting/may-command.ts';
import type { Refused } from '#domain/refused.ts';
import type { App } from '../app.ts';
import type { InRoom } from '../guests/guest.ts';
import { type InputCommand, runInputCommand } from './inputs/run-input-command.ts';
import { joinOpenRound } from './join-round.ts';
import { readTogether } from './read-together.ts';
import type { AskedMeeting } from './require-meeting.ts';
import type { CommandAnswer } from './run-command.ts';
import { showRoom } from './show-room.ts';

export type QuietCommand = Extract<Command, { command: QuietName }>;

const SEEN_EVERY_MS = 15_000;

/** What leaves no event, no key row and no audit entry and raises no `rev`: attendance (A4), one's own notes, one's presence (M18), what is put into a stage for oneself or unsigned (M15, U1). */
export async function runQuietCommand(
  app: App,
  person: InRoom,
  found: AskedMeeting,
  command: QuietCommand,
): Promise<CommandAnswer> {
  const now = app.clock.now();
  const may = mayCommand(factsOfMeeting(found.meeting, now), found.actor, command.command, now);
  if (may !== true) return may;
  const kept = isInput(command)
    ? await runInputCommand(app, person, found, command)
    : await keep(app, person, found, command, now);
  if (isRefusal(kept)) return kept;
  const { room, state } = await readTogether(app, found.meeting.id);
  const joined = command.command === 'seen' ? await joinOpenRound(app, room, person.id) : room;
  const shown = joined === room ? state : await showRoom(app.db, joined);
  return { rev: shown.rev, state: shown };
}

const isInput = (command: QuietCommand): command is InputCommand =>
  !['attend', 'note', 'seen'].includes(command.command);

const isRefusal = (kept: unknown): kept is Refused =>
  typeof kept === 'object' && kept !== null && 'refused' in kept;

async function keep(
  app: App,
  person: InRoom,
  found: AskedMeeting,
  command: Exclude<QuietCommand, InputCommand>,
  now: Date,
) {
  const own = { meeting: found.meeting.id, person: person.id };
  switch (command.command) {
    case 'attend':
      return stateAttendance(app.db, own, command.statement);
    case 'note':
      return saveNote(app.db, own, command.words);
    case 'seen':
      return seen(app, own, found, now);
  }
}

/** P4: the first sight of someone in a room may let them write, so open documents are judged again. */
async function seen(
  app: App,
  own: Parameters<typeof saveSeen>[1],
  { meeting, review }: AskedMeeting,
  now: Date,
) {
  const isFirst = await saveSeen(app.db, own, now, new Date(now.getTime() - SEEN_EVERY_MS));
  const isRunning = meeting.phase === 'live' || meeting.phase === 'paused';
  if (!isFirst || !isRunning || !review.room_may_write) return;
  await raiseRightsCounter(app.db);
  app.collab.rightsChanged();
}
