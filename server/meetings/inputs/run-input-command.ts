import { listMeetingsOf } from '#db/meeting-stages.ts';
import { lockMeeting } from '#db/meetings.ts';
import { saveOwnText } from '#db/silent-texts.ts';
import type { MeetingId, StageId } from '#domain/ids.ts';
import type { UnsignedView } from '#domain/meeting/capture.ts';
import type { Command, InputName } from '#domain/meeting/command.ts';
import { isBox, isChoice, SAY_WHICH_WORD, signalShowsAt } from '#domain/meeting/inputs.ts';
import { isRefused, type Refused, refuse } from '#domain/refused.ts';
import type { App } from '../../app.ts';
import type { InRoom } from '../../guests/guest.ts';
import { findOnce } from '../../read-once.ts';
import type { AskedMeeting } from '../require-meeting.ts';
import { answerOnce, keepSignal, mayPressOn, memoryOf } from './memory.ts';
import { inputsOf, NOT_ON_AGENDA, stageFor } from './stage-for.ts';
import { throughBox } from './through-box.ts';

export type InputCommand = Extract<Command, { command: InputName }>;

const MOST_PRESSES = 60;
const MOST_WORDS = 20;

/**
 * What people put into a stage: no `rev`, no event, no key row. Of what is unsigned nothing else is written than the box itself, and
 * nothing is logged, not even that it failed (U1).
 */
export async function runInputCommand(
  app: App,
  person: InRoom,
  { meeting: { id } }: AskedMeeting,
  command: InputCommand,
): Promise<true | Refused> {
  if (command.command === 'write') return write(app, person, id, command);
  try {
    return await unsigned(app, person, id, command);
  } catch (error) {
    if (error instanceof Response) throw error;
    throw Response.json({ refused: NOT_KEPT }, { status: 503 });
  }
}

const NOT_KEPT =
  'Not saved: the server cannot store anything just now. Your words are still here; try again in a moment.';

/** M15: one's own text as it stands, for its author alone. The meeting's row is locked, so that it is in before they are shown or told that it came too late. */
const write = (
  app: App,
  person: InRoom,
  meeting: MeetingId,
  { stage: id, words }: Extract<InputCommand, { command: 'write' }>,
): Promise<true | Refused> =>
  app.db.transaction().execute(async (tx) => {
    await lockMeeting(tx, meeting);
    // the end comes mid-sentence: what was typed until then is saved as long as nothing has been shown
    const stage = stageFor(await inputsOf(tx, meeting), id, (kind) => kind === 'silent-writing', ['ended']);
    if (isRefused(stage)) return stage;
    await saveOwnText(tx, { meeting, stage: id, author: person.id, words });
    return true;
  });

async function unsigned(
  app: App,
  person: InRoom,
  meeting: MeetingId,
  command: Exclude<InputCommand, { command: 'write' }>,
): Promise<true | Refused> {
  const memory = memoryOf(app);
  if (command.command === 'signal') return giveSignal(app, person, meeting, command);
  const { stage, id } = command;
  // invented stages would each be counted anew, take a place in the line and push what is counted out of memory
  if ((await agendaOf(app, stage)) !== meeting) return refuse(NOT_ON_AGENDA);
  if (!mayPressOn(memory, person.id, stage, MOST_PRESSES))
    return refuse('That is as much as one person puts in here. Say the rest aloud, or park it.');
  switch (command.command) {
    case 'unsigned':
      return throughBox(app, {
        meeting,
        stage,
        fits: (kind) => kind === (command.beside ? 'different-views' : 'unsaid'),
        change: { put: { id, stage, words: inBox(command) } },
      });
    case 'withdraw-unsigned':
      return throughBox(app, {
        meeting,
        stage,
        fits: isBox,
        // whoever would rather not be read is not kept to it by the end
        also: ['ended'],
        change: { takenBack: { id, stage } },
      });
    case 'answer':
      return answerOnce(memory, { stage, person: person.id, id }, () =>
        throughBox(app, {
          meeting,
          stage,
          fits: (kind) => isChoice(kind, command.choice),
          change: { put: { id, stage, words: command.choice } },
        }),
      );
  }
}

/** The box knows words alone; a different view is all of it, as one text. */
const inBox = ({ words, beside }: Extract<InputCommand, { command: 'unsigned' }>): string =>
  beside ? JSON.stringify({ words, ...beside } satisfies UnsignedView) : words;

/** U2: words in memory alone, of nobody, for as long as they show. */
function giveSignal(
  app: App,
  person: InRoom,
  meeting: MeetingId,
  { signal, word }: Extract<InputCommand, { command: 'signal' }>,
): true | Refused {
  const memory = memoryOf(app);
  if (signal === 'explain' && word === undefined) return refuse(SAY_WHICH_WORD);
  if (signal === 'explain' && !mayPressOn(memory, person.id, meeting, MOST_WORDS))
    return refuse('That is as many words as one person asks about here. Ask aloud, or raise a hand.');
  const now = app.clock.now();
  const showsAt = signalShowsAt(now, chance(app));
  keepSignal(memory, meeting, { signal, word: signal === 'explain' ? (word ?? null) : null, showsAt }, now);
  return true;
}

/** Asked once for all who ask meanwhile: hundreds answer a poll at once. */
const agendaOf = ({ db }: App, stage: StageId): Promise<MeetingId | null> =>
  findOnce(db, 'agenda of a stage', stage, (stages) => listMeetingsOf(db, stages));

/** From 0 up to 1. */
const chance = ({ random }: App): number => {
  const [high = 0, low = 0] = random.bytes(2);
  return (high * 256 + low) / 65_536;
};
