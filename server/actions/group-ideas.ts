import { openIdeaInRoom } from '#db/action-sessions.ts';
import { groupIdea, listOpenedIdeas, mergeInto } from '#db/opened-ideas.ts';
import type { SessionCommandBodies } from '#domain/action-session/command.ts';
import { LONGEST_GROUP } from '#domain/action-session/idea.ts';
import { mergeIdeas, splitIdea } from '#domain/action-session/merge.ts';
import { isRefused, refuse } from '#domain/refused.ts';
import type { SessionAsk } from './run-session-command.ts';

const GONE = refuse('That idea is not among those opened.');

/** Under a heading, or by itself again; what is merged into it comes along. */
export async function putTogether(
  { tx, meeting }: SessionAsk,
  { idea, group }: SessionCommandBodies['group-idea'],
) {
  const words = group.trim();
  if (words.length > LONGEST_GROUP) return refuse('Give the group a shorter name.');
  return (await groupIdea(tx, meeting.review, idea, words)) || GONE;
}

/** Two ideas that are one: both keep their words and their author. */
export async function mergeInSession(
  { tx, meeting, stored }: SessionAsk,
  { idea, into }: SessionCommandBodies['merge-idea'],
) {
  const merged = mergeIdeas(await listOpenedIdeas(tx, meeting.review), idea, into);
  if (isRefused(merged)) return merged;
  await mergeInto(tx, meeting.review, merged.moved, merged.under);
  // what the room was talking about is talked about with the other
  if (stored.openIdea !== null && merged.moved.includes(stored.openIdea))
    await openIdeaInRoom(tx, meeting.id, merged.under);
  return true as const;
}

/** And two again. */
export async function splitInSession(
  { tx, meeting }: SessionAsk,
  { idea }: SessionCommandBodies['split-idea'],
) {
  const split = splitIdea(await listOpenedIdeas(tx, meeting.review), idea);
  if (isRefused(split)) return split;
  await mergeInto(tx, meeting.review, [idea], null);
  return true as const;
}
