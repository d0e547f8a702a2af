import { createHash } from 'node:crypto';
import type { PersonId, StageId } from '#domain/ids.ts';
import { joinRound } from '#domain/meeting/acts/rounds.ts';
import type { Command, CommandName, RecordedName } from '#domain/meeting/command.ts';
import { decide, raised } from '#domain/meeting/decide.ts';
import { FEW, isChoice, isPoll, type ShownText, takesInput, tally } from '#domain/meeting/inputs.ts';
import { COMMAND_RULES, factsOfMeeting, mayCommand } from '#domain/meeting/may-command.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import { presentAmong } from '#domain/meeting/presence.ts';
import { projectRoom } from '#domain/meeting/project-room.ts';
import type { RoomProjection } from '#domain/meeting/projection.ts';
import type { OwnIdea } from '#domain/meeting/sealed-idea.ts';
import type { Stage, StageKind } from '#domain/meeting/stage.ts';

/** What the program must answer, worked out with the domain alone: no rows, no doors. Never changed, only made anew. */
export interface Model {
  /** As everyone sees it; nobody's own things are in it. */
  room: Room;
  analysts: ReadonlySet<PersonId>;
  ideas: ReadonlyMap<PersonId, readonly OwnIdea[]>;
  texts: readonly { stage: StageId; by: PersonId; words: string }[];
  box: readonly { id: string; stage: StageId; words: string }[];
  /** Who has answered a poll, and by which id. */
  answered: ReadonlyMap<string, string>;
  /** How often somebody has pressed at a box. */
  presses: ReadonlyMap<string, number>;
  sights: ReadonlyMap<PersonId, Date>;
  keys: ReadonlyMap<string, string>;
}

/** One press at the door. */
export interface Asked {
  person: PersonId;
  expectedRev: number;
  key: string;
  command: Command;
}

/** What only the program could choose: ids, and orders drawn by chance. */
export interface Chosen {
  newId(model: Model): string | null;
  /** People of the round, in the order that was drawn. */
  turns: readonly PersonId[];
  /** Of the stage that was opened. */
  texts: readonly { id: string; by: PersonId | null; words: string }[];
}

export interface Expected {
  status: 200 | 403 | 409 | 422;
  /** Of a refusal. */
  sentence: string | null;
  model: Model;
}

/** The one step of the model. */
export function step(model: Model, asked: Asked, now: Date, chosen: Chosen): Expected {
  const { command } = asked;
  return COMMAND_RULES[command.command].manner === 'quiet'
    ? quietStep(model, asked.person, command, now)
    : recordedStep(model, asked, command.command as RecordedName, now, chosen);
}

/** As one person's command finds the room. */
export const roomFor = (model: Model, person: PersonId, now: Date): Room => {
  const lead = model.room.meeting.plan.facilitators[0];
  return {
    ...model.room,
    present: presentAmong(new Map([...model.sights].sort(([a], [b]) => (a < b ? -1 : 1))), now),
    leadSeenAt: (lead && model.sights.get(lead)) ?? null,
    ownIdeas: model.ideas.get(person) ?? [],
    inputs: {
      ...model.room.inputs,
      own: model.texts.filter(({ by }) => by === person).map(({ stage, words }) => ({ stage, words })),
    },
  };
};

export const projected = (model: Model, person: PersonId, now: Date): RoomProjection =>
  projectRoom(roomFor(model, person, now), new Map());

const actorIn = ({ room, analysts }: Model, id: PersonId) => ({
  id,
  steers: room.meeting.plan.facilitators.includes(id),
  analyst: analysts.has(id),
});

const SEALING: readonly CommandName[] = ['seal', 'change-idea', 'withdraw-idea', 'withhold-name'];

function recordedStep(
  model: Model,
  asked: Asked,
  name: RecordedName,
  now: Date,
  { newId, turns, texts }: Chosen,
): Expected {
  const { person, command, expectedRev } = asked;
  const key = `${person} ${asked.key}`;
  const hash = SEALING.includes(name)
    ? ''
    : createHash('sha256')
        .update(JSON.stringify([command, expectedRev]))
        .digest('hex');
  const used = model.keys.get(key);
  if (used !== undefined)
    return used !== '' && hash !== '' && used !== hash
      ? refused(model, 'This press was used for something else already. Please try again.')
      : accepted(model);
  const before = roomFor(model, person, now);
  const decision = decide(before, name, command, expectedRev, {
    actor: actorIn(model, person),
    now,
    uuid: () => newId(model) ?? 'the program made none',
    shuffle: (items) => inOrderOf(items, turns),
    mayBeNamed: (other) => model.ideas.has(other),
    startGate: true,
    reopenGate: true,
    ideasOpen: false,
    fewCameIn:
      command.command === 'reveal' && model.box.filter(({ stage }) => stage === command.stage).length < FEW,
  });
  if ('conflict' in decision) return { status: 409, sentence: null, model };
  if ('forbidden' in decision) return { status: 403, sentence: decision.forbidden, model };
  if ('refused' in decision) return refused(model, decision.refused);
  const { ownIdeas } = decision.room;
  return accepted(
    withBoxesOpened(
      model.room.stages,
      {
        ...model,
        room: { ...decision.room, ownIdeas: [] },
        ideas: new Map([...model.ideas, [person, ownIdeas]]),
        keys: new Map([...model.keys, [key, hash]]),
      },
      texts,
    ),
  );
}

/** What the program drew, if it is the same things in another order; else as they were, and the comparison tells. */
function inOrderOf<T>(items: readonly T[], order: readonly unknown[]): T[] {
  const sorted = order.filter((one) => items.includes(one as T)) as T[];
  return sorted.length === items.length ? sorted : [...items];
}

function withBoxesOpened(before: readonly Stage[], model: Model, drawn: Chosen['texts']): Model {
  const wasOpen = new Set(before.filter(({ opened }) => opened).map(({ id }) => id));
  return model.room.stages
    .filter(({ id, opened }) => opened && !wasOpen.has(id))
    .reduce((so, stage) => withBoxOpened(so, stage, drawn), model);
}

function withBoxOpened(model: Model, { id: stage, kind }: Stage, drawn: Chosen['texts']): Model {
  const { inputs } = model.room;
  const inBox = model.box.filter((put) => put.stage === stage);
  const left = {
    ...model,
    box: model.box.filter((put) => put.stage !== stage),
    texts: model.texts.filter((text) => text.stage !== stage),
  };
  if (isPoll(kind)) {
    const counts = tally(
      kind,
      inBox.map(({ words }) => words),
    ).map((count) => ({ ...count, stage }));
    return { ...left, room: { ...model.room, inputs: { ...inputs, counts: [...inputs.counts, ...counts] } } };
  }
  const written =
    kind === 'unsaid'
      ? inBox.map(({ words }) => ({ by: null, words }))
      : model.texts.filter((text) => text.stage === stage).map(({ by, words }) => ({ by, words }));
  const said = (text: { by: PersonId | null; words: string }) => `${text.by} ${text.words}`;
  const same =
    drawn.map(said).sort().join('\n') === written.map(said).sort().join('\n')
      ? drawn
      : written.map((text, at) => ({ ...text, id: `not what was written, ${at}` }));
  const shown: ShownText[] = same.map(({ id, by, words }) => ({ id, by, words, stage, hidden: null }));
  return { ...left, room: { ...model.room, inputs: { ...inputs, shown: [...inputs.shown, ...shown] } } };
}

function quietStep(model: Model, person: PersonId, command: Command, now: Date): Expected {
  const facts = factsOfMeeting(model.room.meeting, now);
  const may = mayCommand(facts, actorIn(model, person), command.command, now);
  if (may !== true)
    return 'forbidden' in may ? { status: 403, sentence: may.forbidden, model } : refused(model, may.refused);
  switch (command.command) {
    case 'seen':
      return accepted(seen(model, person, now));
    case 'write': {
      const stage = takes(model, command.stage, (kind) => kind === 'silent-writing', ['ended']);
      if (stage !== null) return refused(model, stage);
      const others = model.texts.filter((text) => text.stage !== command.stage || text.by !== person);
      const own = { stage: command.stage, by: person, words: command.words };
      return accepted({ ...model, texts: command.words.trim() === '' ? others : [...others, own] });
    }
    case 'unsigned':
      return pressed(model, person, command.stage, (kind) => kind === 'unsaid', command.id, command.words);
    case 'withdraw-unsigned':
      return pressed(model, person, command.stage, (kind) => kind === 'unsaid', command.id, null, ['ended']);
    case 'answer':
      return answered(model, person, command);
    default:
      return accepted(model);
  }
}

const SEEN_EVERY_MS = 15_000;

function seen(model: Model, person: PersonId, now: Date): Model {
  const before = model.sights.get(person);
  const isNew = before === undefined || now.getTime() - before.getTime() >= SEEN_EVERY_MS;
  const sights = isNew ? new Map([...model.sights, [person, now]]) : model.sights;
  const known = { ...model, sights };
  const room = roomFor(known, person, now);
  const joined = joinRound(room, person);
  return joined === null
    ? known
    : {
        ...known,
        room: { ...model.room, rounds: joined.rounds, meeting: raised(model.room.meeting, 'personal') },
      };
}

/** Null where the stage takes this now. */
function takes(
  { room }: Model,
  id: StageId,
  fits: (kind: StageKind) => boolean,
  also: readonly string[] = [],
): string | null {
  const stage = room.stages.find((one) => one.id === id);
  if (stage === undefined) return 'That stage is not on the agenda any more.';
  if (!fits(stage.kind)) return 'That does not fit into this stage.';
  if (stage.opened) return 'This has been opened already. What you wrote is still here, for you alone.';
  if (!takesInput(stage)) return 'The group is not at that stage yet.';
  return ['live', 'paused', ...also].includes(room.meeting.phase) ? null : 'The meeting is not running.';
}

const MOST_PRESSES = 60;

const onceMore = (model: Model, person: PersonId, stage: StageId): Model => {
  const at = `${person} ${stage}`;
  return { ...model, presses: new Map([...model.presses, [at, (model.presses.get(at) ?? 0) + 1]]) };
};

/** @param words null: taken back */
function pressed(
  before: Model,
  person: PersonId,
  stage: StageId,
  fits: (kind: StageKind) => boolean,
  id: string,
  words: string | null,
  also: readonly string[] = [],
): Expected {
  const model = onceMore(before, person, stage);
  if ((model.presses.get(`${person} ${stage}`) ?? 0) > MOST_PRESSES)
    return refused(model, 'That is as much as one person puts in here. Say the rest aloud, or park it.');
  const cannot = takes(model, stage, fits, also);
  if (cannot !== null) return refused(model, cannot);
  if (words === null)
    return accepted({ ...model, box: model.box.filter((put) => put.id !== id || put.stage !== stage) });
  const known = model.box.some((put) => put.id === id);
  return accepted(known ? model : { ...model, box: [...model.box, { id, stage, words }] });
}

function answered(
  model: Model,
  person: PersonId,
  { stage, id, choice }: Extract<Command, { command: 'answer' }>,
): Expected {
  const at = `${stage} ${person}`;
  const own = model.answered.get(at);
  if (own !== undefined && own !== id)
    return refused(
      onceMore(model, person, stage),
      'You have answered. An answer without a name cannot be found again to change it.',
    );
  const put = pressed(model, person, stage, (kind) => isChoice(kind, choice), id, choice);
  return put.status === 200
    ? { ...put, model: { ...put.model, answered: new Map([...put.model.answered, [at, id]]) } }
    : put;
}

const accepted = (model: Model): Expected => ({ status: 200, sentence: null, model });
const refused = (model: Model, sentence: string): Expected => ({ status: 422, sentence, model });
