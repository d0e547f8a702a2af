import { type Refused, refuse } from '#domain/refused.ts';
import type { Room } from '../meeting.ts';
import { type OwnIdea, SEEN_IN_NOTES_LABEL } from '../sealed-idea.ts';
import { type Act, type Context, done, place } from './act.ts';

const MOST_OWN_IDEAS = 100;

/** C6: from here on its words go to nobody but its author. The event names neither words nor idea. */
const seal: Act<'seal'> = (room, body, context) => {
  const closed = stillSealing(context);
  if (closed) return closed;
  if (room.ownIdeas.length >= MOST_OWN_IDEAS)
    return refuse('You have put away as many ideas as a review holds.');
  const seenInNotes = body.seenInNotes ?? false;
  if (seenInNotes && body.withheld) return refuse(`${SEEN_IN_NOTES_LABEL} A withheld name would not hold.`);
  const idea: OwnIdea = {
    id: context.uuid(),
    words: body.words,
    withheld: body.withheld ?? false,
    seenInNotes,
    stage: place(room).stage,
  };
  return done({ ...room, ownIdeas: [...room.ownIdeas, idea], sealedCount: room.sealedCount + 1 });
};

const changeIdea: Act<'change-idea'> = (room, { idea: id, words }, context) =>
  onOwn(room, id, context, (idea) => ({ ...idea, words }));

const withholdName: Act<'withhold-name'> = (room, { idea: id, withheld }, context) =>
  onOwn(room, id, context, (idea) =>
    idea.seenInNotes && withheld
      ? refuse(`${SEEN_IN_NOTES_LABEL} A withheld name would not hold.`)
      : { ...idea, withheld },
  );

const withdrawIdea: Act<'withdraw-idea'> = (room, { idea: id }, context) => {
  const closed = stillSealing(context);
  if (closed) return closed;
  if (!room.ownIdeas.some((idea) => idea.id === id)) return gone();
  return done({
    ...room,
    ownIdeas: room.ownIdeas.filter((idea) => idea.id !== id),
    sealedCount: room.sealedCount - 1,
  });
};

function onOwn(room: Room, id: string, context: Context, change: (idea: OwnIdea) => OwnIdea | Refused) {
  const closed = stillSealing(context);
  if (closed) return closed;
  const found = room.ownIdeas.find((idea) => idea.id === id);
  if (found === undefined) return gone();
  const changed = change(found);
  if ('refused' in changed) return changed;
  return done({ ...room, ownIdeas: room.ownIdeas.map((idea) => (idea.id === id ? changed : idea)) });
}

/** C7: closed ideas change only while they are closed. */
const stillSealing = ({ ideasOpen }: Context): Refused | null =>
  ideasOpen ? refuse('The ideas have been opened. Say this one in the session.') : null;

const gone = () => refuse('That idea is not among yours any more.');

export const SEALING = {
  seal,
  'change-idea': changeIdea,
  'withhold-name': withholdName,
  'withdraw-idea': withdrawIdea,
};
