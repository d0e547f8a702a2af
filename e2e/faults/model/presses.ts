import fc from 'fast-check';
import type { PersonId } from '#domain/ids.ts';
import type { Command, CommandName } from '#domain/meeting/command.ts';
import { COMMAND_RULES } from '#domain/meeting/may-command.ts';
import { atTurn, currentRound } from '#domain/meeting/round.ts';
import type { Model } from './model.ts';

/** One press: by whom, how long after the last, what. `pick` chooses among what the room holds at that moment. */
export interface Press {
  who: number;
  wait: number;
  name: CommandName;
  pick: number;
  /** Made when this many changes were not known yet. */
  lag: number;
  /** The same press comes twice: with the same body, or with another. */
  again: 'no' | 'same' | 'other';
}

const NAMES = Object.keys(COMMAND_RULES) as CommandName[];
/** As meetings go: people speak and write more often than a meeting ends. */
const OFTEN: CommandName[] = [
  ...(['next', 'back', 'go', 'go', 'undo', 'pause', 'resume', 'resume', 'spotlight', 'timer-add'] as const),
  ...(['raise-hand', 'raise-hand', 'raise-hand', 'next-speaker', 'next-speaker', 'finish-turn'] as const),
  ...(['seen', 'seen', 'seen', 'ready', 'ready', 'round-turn', 'round-turn', 'next-person'] as const),
  ...(['capture', 'capture', 'park', 'seal', 'confirm-capture', 'change-capture'] as const),
  ...(['write', 'write', 'unsigned', 'unsigned', 'answer', 'answer', 'answer', 'reveal', 'reveal'] as const),
  ...(['withdraw-text', 'hide-text', 'poll-close', 'reopen', 'start'] as const),
];

const press: fc.Arbitrary<Press> = fc
  .record({
    who: fc.constantFrom(0, 0, 0, 1, 2, 3),
    wait: fc.constantFrom(1, 1, 2, 4, 12, 20, 61),
    name: fc.constantFrom(...NAMES, ...OFTEN, ...OFTEN),
    pick: fc.nat(1_000),
    lag: fc.constantFrom(0, 0, 0, 0, 0, 1, 3),
    again: fc.constantFrom('no', 'no', 'no', 'no', 'no', 'no', 'no', 'no', 'same', 'other'),
  })
  // mostly those steer who may
  .map((one) =>
    COMMAND_RULES[one.name].manner === 'steering' && one.pick % 8 > 0 ? { ...one, who: one.who % 2 } : one,
  );

/** Mostly one at a time; sometimes two or three people press at once. */
export const meetings = (longest: number): fc.Arbitrary<Press[][]> =>
  fc.array(
    fc.oneof(
      { weight: 5, arbitrary: press.map((one) => [one]) },
      { weight: 1, arbitrary: fc.array(press, { minLength: 2, maxLength: 3 }).map(atOnce) },
    ),
    { minLength: longest / 2, maxLength: longest, size: 'max' },
  );

/** What is told apart by the person's own page alone, or is drawn by chance, is not pressed in the same instant as something else. */
const ALONE: readonly CommandName[] = ['seal', 'reveal', 'round-start', 'hide-text', 'withdraw-text', 'seen'];
const MAKING: readonly CommandName[] = ['capture', 'park', 'raise-hand', 'stage-add'];

function atOnce(presses: Press[]): Press[] {
  const made = new Set<string>();
  return presses
    .filter(({ name }) => !ALONE.includes(name))
    .map((one, at): Press => ({ ...one, who: (one.who + at) % 4, again: 'no' }))
    .filter((one) => {
      const told = onceOnly(one);
      const isFirst = told.every((each) => !made.has(each));
      if (isFirst) for (const each of told) made.add(each);
      return isFirst;
    })
    .map((one, at) => ({ ...one, wait: at === 0 ? one.wait : 0 }));
}

/** Of what these name, one in an instant: in which order two of them came no answer tells, and the model could not. */
function onceOnly({ name, who, pick }: Press): string[] {
  const isQuiet = COMMAND_RULES[name].manner === 'quiet';
  return [
    ...(MAKING.includes(name) ? [name] : []),
    // what one puts in a second time stands for what one put in before
    ...(isQuiet ? [`quiet of ${who}`] : []),
    ...(name === 'unsigned' || name === 'withdraw-unsigned' ? ['what is put in without a name'] : []),
    ...(name === 'answer' ? [`answer ${answerOf(pick, who)}`] : []),
  ];
}

const pickOf = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)];
const uuidOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const answerOf = (pick: number, who: number) => uuidOf(2_000 + (pick % 3 === 0 ? pick : who));

/** A body as the door takes it, naming things that are mostly there. @param alone nothing else is pressed in the same instant */
export function commandOf(
  { name, pick, who }: Press,
  model: Model,
  people: readonly PersonId[],
  alone: boolean,
): Command {
  const { room } = model;
  const me = people[who] as PersonId;
  const stage = pickOf(room.stages, pick)?.id ?? uuidOf(0);
  const current = 'current' in room.meeting ? room.meeting.current : stage;
  const here = pick % 4 === 0 ? stage : current;
  const gone = uuidOf(99);
  const target =
    pick % 4 === 0
      ? null
      : (pickOf(
          room.stages.flatMap(({ targets }) => targets),
          pick,
        ) ?? null);
  const round = currentRound(room);
  const fields: Partial<Record<CommandName, object>> = {
    go: { stage },
    spotlight: { target },
    'timer-add': { seconds: pick - 500 || 60 },
    'stage-add': {
      kind: pickOf(['prompt', 'round', 'poll', 'unsaid', 'silent-writing'] as const, pick),
      title: `One more, ${pick}`,
      minutes: (pick % 30) + 1,
      ...(pick % 3 > 0 && { after: pick % 3 === 1 ? null : stage }),
    },
    'stage-change': { stage, ...(pick % 2 ? { minutes: (pick % 60) + 1 } : { title: 'Another title' }) },
    'stage-move': { stage, after: pick % 3 === 0 ? null : (pickOf(room.stages, pick + 1)?.id ?? null) },
    'stage-remove': { stage },
    'next-speaker': {
      speaking: pick % 6 === 0 ? null : (room.queue.find(({ state }) => state === 'speaking')?.id ?? null),
    },
    'queue-order': { entries: room.queue.length ? [...room.queue].reverse().map(({ id }) => id) : [gone] },
    'queue-remove': { entry: pickOf(room.queue, pick)?.id ?? gone },
    roles: {
      facilitators: pick % 7 === 0 ? [uuidOf(98)] : [people[0], ...(pick % 2 ? [people[pick % 4]] : [])],
    },
    'next-person': { speaking: pick % 5 === 0 ? null : round && atTurn(round) },
    'round-turn': { how: pickOf(['done', 'pass', 'later'] as const, pick) },
    ready: { ready: pick % 3 > 0 },
    'raise-hand': {
      type: pickOf(['process', 'question', 'add-to-this', 'new-point'] as const, pick),
      ...(pick % 2 && { words: `why ${pick}` }),
      ...(pick % 7 === 0 && { for: 'Ann, beside me' }),
    },
    'change-hand': { entry: pickOf(room.queue, pick)?.id ?? gone, words: 'other words' },
    'lower-hand': { entry: pickOf(room.queue, pick)?.id ?? gone },
    'finish-turn': { entry: room.queue.find(({ state }) => state === 'speaking')?.id ?? gone },
    capture: {
      kind: pickOf(['insight', 'question', 'different-view'] as const, pick),
      words: `kept ${pick}`,
      ...(pick % 3 === 1 && { stage }),
      ...(alone && pick % 4 === 1 && { forPerson: people[pick % 3] }),
      ...(pick % 4 === 2 && { forLabel: 'somebody here' }),
    },
    'change-capture': { capture: pickOf(room.captures, pick)?.id ?? gone, words: `kept otherwise ${pick}` },
    'confirm-capture': {
      capture:
        pickOf(
          room.captures.filter(({ confirmed }) => !confirmed),
          pick,
        )?.id ?? gone,
    },
    'withdraw-capture': { capture: pickOf(room.captures, pick)?.id ?? gone },
    park: { words: `parked ${pick}`, ...(pick % 3 === 1 && { stage }) },
    'change-parked': { parked: pickOf(room.parked, pick)?.id ?? gone, words: 'parked otherwise' },
    'withdraw-parked': { parked: pickOf(room.parked, pick)?.id ?? gone },
    'end-parked': {
      parked: pickOf(room.parked, pick)?.id ?? gone,
      ending: pickOf(['answered', 'follow-up-talk', 'own-review', 'let-go'] as const, pick),
    },
    seal: { words: `an idea ${pick}`, withheld: pick % 3 === 0 },
    'change-idea': { idea: pickOf(model.ideas.get(me) ?? [], pick)?.id ?? gone, words: 'another idea' },
    'withdraw-idea': { idea: pickOf(model.ideas.get(me) ?? [], pick)?.id ?? gone },
    'withhold-name': { idea: pickOf(model.ideas.get(me) ?? [], pick)?.id ?? gone, withheld: pick % 2 === 0 },
    reveal: { stage: here, ...(pick % 2 && { few: true }) },
    'poll-close': { stage: here },
    'hide-text': { text: pickOf(room.inputs.shown, pick)?.id ?? gone, reason: 'names a person' },
    'withdraw-text': { text: pickOf(room.inputs.shown, pick)?.id ?? gone },
    attend: { statement: pick % 2 ? null : { how: 'choice', mode: 'remote', named: false } },
    note: { words: `mine alone ${pick}` },
    write: { stage: here, words: pick % 9 === 0 ? '' : `written ${who} ${pick}` },
    unsigned: { stage: here, id: uuidOf(pick), words: `unsigned ${pick}` },
    'withdraw-unsigned': { stage: here, id: model.box[pick % Math.max(1, model.box.length)]?.id ?? gone },
    answer: {
      stage: here,
      id: answerOf(pick, who),
      choice: pick % 3 ? 'yes' : 'no',
    },
    signal: { signal: pickOf(['slower', 'lost', 'more-time'] as const, pick) },
  };
  // each name's fields are the door's own, which one record of all cannot tell the types
  return { command: name, ...fields[name] } as unknown as Command;
}
