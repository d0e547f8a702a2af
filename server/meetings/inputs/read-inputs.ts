import { listStages } from '#db/meeting-stages.ts';
import { listShown } from '#db/rooms.ts';
import { countBox } from '#db/unsigned-box.ts';
import type { StageId } from '#domain/ids.ts';
import {
  FEW,
  isBox,
  type PollCount,
  type Signal,
  signalsShown,
  takesInput,
  wordsToExplain,
} from '#domain/meeting/inputs.ts';
import { countsOf, textShown } from '#domain/meeting/project-inputs.ts';
import type { TextShown } from '#domain/meeting/projection.ts';
import type { App } from '../../app.ts';
import type { InRoom } from '../../guests/guest.ts';
import { requireMeeting } from '../require-meeting.ts';
import { requireRoom } from '../require-room.ts';
import { memoryOf, signalsOf, type Told } from './memory.ts';

/** `GET /meetings/:id/inputs.json`: what travels over HTTP alone. */
export interface Inputs {
  /** Something has come into the box of the stage asked for; as of the last half minute (U2). */
  some: boolean;
  /** For those who steer (U4): fewer than three, as of the same; null for everyone else. */
  few: boolean | null;
  /** All of what the stage asked for has shown, whole. */
  texts: readonly TextShown[];
  counts: readonly PollCount[];
  /** Null for everyone who does not steer. */
  signals: readonly Signal[] | null;
  /** Words somebody asks to have explained; null for everyone who does not steer. */
  toExplain: readonly string[] | null;
}

export async function readInputs(
  app: App,
  person: InRoom,
  id: string | undefined,
  asked: string | null,
): Promise<Inputs> {
  const { meeting, actor } = await requireMeeting(app, person, id);
  const now = app.clock.now();
  const given = actor.steers ? signalsOf(memoryOf(app), meeting.id, now) : null;
  const signals = given && signalsShown(given, now);
  const toExplain = given && wordsToExplain(given, now);
  const stage = (await listStages(app.db, meeting.id)).find((one) => one.id === asked);
  const nothing: Inputs = { some: false, few: null, texts: [], counts: [], signals, toExplain };
  if (stage === undefined) return nothing;
  if (takesInput(stage) && isBox(stage.kind)) {
    const { some, few } = await toldOfBox(app, stage.id, now);
    return { ...nothing, some, few: actor.steers ? few : null };
  }
  if (!stage.opened) return nothing;
  const room = await requireRoom(app, meeting, null);
  const people = await listShown(app.db, room);
  const texts = room.inputs.shown.filter((text) => text.stage === stage.id);
  return {
    ...nothing,
    texts: texts.map((text) => textShown(text, people)),
    counts: countsOf(room.inputs.counts, stage.id),
  };
}

const HALF_MINUTE_MS = 30_000;

/** However often it is asked, what is told changes at most every half minute: nobody sees by asking when something came in (U2). */
export async function toldOfBox(app: App, stage: StageId, now: Date): Promise<Told> {
  const memory = memoryOf(app);
  const halfMinute = Math.floor(now.getTime() / HALF_MINUTE_MS);
  const known = memory.told.get(stage);
  if (known && known.halfMinute >= halfMinute) return known.told;
  const count = await countBox(app.db, stage);
  const answer = { some: count > 0, few: count < FEW };
  memory.told.set(stage, { halfMinute, told: answer });
  return answer;
}
