import type { MeetingId, PersonId, StageId } from '#domain/ids.ts';
import { type GivenSignal, isOver } from '#domain/meeting/inputs.ts';
import { type Refused, refuse } from '#domain/refused.ts';
import type { App } from '../../app.ts';

/** U2, U6: what is known of unsigned input and of signals without being written anywhere; gone with the process, each node's own. */
export interface InputsMemory {
  /** Who has answered a poll, and by which id: one answer per person, and one that was lost on its way back may be sent again. */
  readonly answered: Map<StageId, Map<PersonId, Answered>>;
  /** How often somebody has pressed at a box, or asked for a word. */
  readonly presses: Map<string, number>;
  /** Without a person; kept until they no longer show. */
  readonly signals: Map<string, readonly GivenSignal[]>;
  /** What was last told of a box, and in which half minute. */
  readonly told: Map<StageId, { halfMinute: number; told: Told }>;
}

interface Answered {
  id: string;
  /** Calls with this id that are not over yet. */
  held: number;
  /** One of them was put into the box: it stays an answer, whatever becomes of the others. */
  isIn: boolean;
}

/** All that is ever told of a box before it is opened. */
export interface Told {
  some: boolean;
  few: boolean;
}

const memories = new WeakMap<App['db'], InputsMemory>();

export function memoryOf({ db }: Pick<App, 'db'>): InputsMemory {
  const known = memories.get(db);
  if (known) return known;
  const memory = { answered: new Map(), presses: new Map(), signals: new Map(), told: new Map() };
  memories.set(db, memory);
  return memory;
}

const MOST_KEPT = 20_000;

/** Counts one more press; false once there were more than `most`. */
export function mayPressOn(
  { presses }: InputsMemory,
  person: PersonId,
  at: StageId | MeetingId,
  most: number,
): boolean {
  const key = `${person} ${at}`;
  const count = (presses.get(key) ?? 0) + 1;
  presses.set(key, count);
  forgetOldest(presses);
  return count <= most;
}

const HAS_ANSWERED = 'You have answered. An answer without a name cannot be found again to change it.';

/** U2: puts one answer of this person in; the same again, with the same id, is no second. What was not kept does not count. */
export async function answerOnce(
  { answered }: InputsMemory,
  { stage, person, id }: { stage: StageId; person: PersonId; id: string },
  putIn: () => Promise<true | Refused>,
): Promise<true | Refused> {
  const those = answered.get(stage) ?? new Map<PersonId, Answered>();
  const own = those.get(person) ?? { id, held: 0, isIn: false };
  if (own.id !== id) return refuse(HAS_ANSWERED);
  own.held += 1;
  answered.set(stage, those.set(person, own));
  forgetOldest(answered);
  try {
    const done = await putIn();
    own.isIn ||= done === true;
    return done;
  } finally {
    own.held -= 1;
    if (own.held === 0 && !own.isIn) those.delete(person);
    // stages that are none must not push one that is out of memory
    if (those.size === 0) answered.delete(stage);
  }
}

export function keepSignal(memory: InputsMemory, meeting: MeetingId, given: GivenSignal, now: Date): void {
  // a crowd's signals say what one says
  memory.signals.set(meeting, [...signalsOf(memory, meeting, now).slice(-50), given]);
  forgetOldest(memory.signals);
}

/** Those that show now or will; the others are forgotten as soon as somebody asks. */
export function signalsOf({ signals }: InputsMemory, meeting: MeetingId, now: Date): readonly GivenSignal[] {
  const still = (signals.get(meeting) ?? []).filter((one) => !isOver(one, now));
  if (still.length === 0) signals.delete(meeting);
  else signals.set(meeting, still);
  return still;
}

function forgetOldest(map: Map<string, unknown>): void {
  const oldest = map.keys().next();
  if (map.size > MOST_KEPT && !oldest.done) map.delete(oldest.value);
}
