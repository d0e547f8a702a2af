import {
  changeBrought,
  insertBrought,
  isBroughtOpened,
  listBrought,
  markBroughtOpened,
  touchBrought,
  withdrawBrought,
} from '#db/brought.ts';
import { listStageNotes, saveStageNotes } from '#db/meeting-stages.ts';
import { replaceSurvey } from '#db/surveys.ts';
import { countBox, emptyBox, lockBox } from '#db/unsigned-box.ts';
import { asId, type StageId } from '#domain/ids.ts';
import { MOST_BROUGHT } from '#domain/meeting/around/brought.ts';
import { mayAround, type RecordedAroundCommand } from '#domain/meeting/around/command.ts';
import { type Conflict, type Decision, raised } from '#domain/meeting/decide.ts';
import { FEW, FEW_CAME_IN } from '#domain/meeting/inputs.ts';
import { type Forbidden, factsOfMeeting } from '#domain/meeting/may-command.ts';
import type { Meeting, Room } from '#domain/meeting/meeting.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App, Database } from '../../app.ts';
import type { AskedMeeting } from '../require-meeting.ts';

/** A command of before or after a meeting through the room's door: one `rev`, one event, and rows of its own. */
export async function decideAround(
  tx: Database,
  app: App,
  { actor }: AskedMeeting,
  room: Room,
  command: RecordedAroundCommand,
): Promise<Decision | Refused | Forbidden | Conflict> {
  const { meeting } = room;
  const now = app.clock.now();
  const may = mayAround(factsOfMeeting(meeting, now), actor, command.command, now);
  if (may !== true) return may;
  const done = await act(tx, app, room, actor.id, command);
  if ('refused' in done || 'forbidden' in done) return done;
  const after = raised(meeting, 'personal');
  return {
    room: { ...room, meeting: after },
    event: { rev: after.rev, command: command.command, about: done.about },
  };
}

type Done = { about: Record<string, string | number | boolean | null> };
type Person = AskedMeeting['actor']['id'];

async function act(
  tx: Database,
  app: App,
  room: Room,
  person: Person,
  command: RecordedAroundCommand,
): Promise<Done | Refused | Forbidden> {
  const { meeting } = room;
  switch (command.command) {
    case 'bring':
      return bring(tx, app, meeting, person, command.words);
    case 'change-brought':
    case 'withdraw-brought':
      return changeOwn(tx, meeting, person, command);
    case 'touch': {
      const known = (await listBrought(tx, meeting.id)).some(({ id }) => id === command.brought);
      if (!known) return refuse(GONE);
      await touchBrought(tx, command.brought, command.touched);
      return { about: { brought: command.brought, touched: command.touched } };
    }
    case 'open-brought':
      return open(tx, app, meeting, command.few === true);
    case 'choose-survey': {
      if (meeting.kind !== 'review') return refuse('Only a review meeting asks questions at its end.');
      const questions = command.questions.map((key) => ({ id: app.random.uuid(), key }));
      await replaceSurvey(tx, meeting.id, questions);
      return { about: { questions: command.questions.join(' ') } };
    }
    case 'change-notes':
      return changeNotes(tx, room, command);
  }
}

const GONE = 'That question is not there any more; its author may have taken it back.';

async function bring(
  tx: Database,
  app: App,
  meeting: Meeting,
  person: Person,
  words: string,
): Promise<Done | Refused> {
  const own = (await listBrought(tx, meeting.id)).filter(({ by }) => by === person);
  if (own.length >= MOST_BROUGHT)
    return refuse(`That is ${MOST_BROUGHT} from you already. Take one back to bring another.`);
  const id = app.random.uuid();
  await insertBrought(tx, meeting.id, [{ id, by: person, words }]);
  return { about: { brought: id } };
}

async function changeOwn(
  tx: Database,
  meeting: Meeting,
  person: Person,
  command: Extract<RecordedAroundCommand, { command: 'change-brought' | 'withdraw-brought' }>,
): Promise<Done | Refused | Forbidden> {
  // another's, and one without a name, are as if they were not there: their words are not this person's to know of
  const mine = (await listBrought(tx, meeting.id)).find(
    ({ id, by }) => id === command.brought && by === person,
  );
  if (mine === undefined) return refuse(GONE);
  if (command.command === 'change-brought') await changeBrought(tx, mine.id, command.words);
  else await withdrawBrought(tx, mine.id);
  return { about: { brought: mine.id } };
}

/** P6: the words go to the stage's row alone; the event says of which stage, so that other facilitators ask for them. */
async function changeNotes(
  tx: Database,
  { meeting, stages }: Room,
  { stage, was, words }: Extract<RecordedAroundCommand, { command: 'change-notes' }>,
): Promise<Done | Refused> {
  if (!stages.some(({ id }) => id === stage)) return refuse('That stage is not on the agenda any more.');
  const { [stage]: notes = '' } = await listStageNotes(tx, meeting.id);
  if (notes !== was) return refuse(CHANGED_MEANWHILE);
  await saveStageNotes(tx, meeting.id, new Map([[stage, words]]));
  return { about: { stage } };
}

const CHANGED_MEANWHILE =
  'Somebody else who facilitates has changed these notes meanwhile. Yours are still here; keep them once you have read theirs.';

/** Once, all together, under ids and in an order drawn now (U2, U3). */
async function open(tx: Database, app: App, { id }: Meeting, few: boolean): Promise<Done | Refused> {
  await lockBox(tx);
  if (await isBroughtOpened(tx, id)) return refuse('It has been opened already.');
  const box = asId<StageId>(id);
  if (!few && (await countBox(tx, box)) < FEW) return refuse(FEW_CAME_IN);
  const texts = await emptyBox(tx, box, app.random.shuffle);
  const ids = texts.map(() => app.random.uuid()).sort();
  await insertBrought(
    tx,
    id,
    texts.map((words, at) => ({ id: ids[at] ?? app.random.uuid(), by: null, words })),
  );
  await markBroughtOpened(tx, id);
  return { about: {} };
}
