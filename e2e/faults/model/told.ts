import type { PersonId, StageId } from '#domain/ids.ts';
import type { CommandName } from '#domain/meeting/command.ts';
import type { RoomState } from '#domain/meeting/own-room.ts';
import { projectRoom } from '#domain/meeting/project-room.ts';
import type { RoomProjection } from '#domain/meeting/projection.ts';
import { type Asked, type Chosen, type Expected, type Model, projected, roomFor } from './model.ts';

/** What the door answered to one press. */
export interface Answer {
  status: number;
  body: { rev: number; state: RoomProjection; refused?: string };
}

/** Commands after which the program has made something of which only its maker's own page tells. */
const MAKERS: readonly CommandName[] = ['raise-hand', 'park', 'capture', 'stage-add', 'seal'];

export async function chosenIn(
  answer: Answer,
  { command }: Asked,
  own: () => Promise<RoomState>,
  texts: (stage: StageId) => Promise<Chosen['texts']>,
): Promise<Chosen> {
  const drawn = chosenAtOnce(answer);
  if (answer.status !== 200) return drawn;
  if (command.command === 'reveal') return { ...drawn, texts: await texts(command.stage) };
  if (!MAKERS.includes(command.command)) return drawn;
  const state = await own();
  const more = [...state.own.ideas, ...state.own.unconfirmed].map(({ id }) => id);
  return { ...drawn, newId: (model) => drawn.newId(model) ?? more.find((id) => !knows(model, id)) ?? null };
}

export const chosenAtOnce = ({ status, body }: Answer): Chosen => ({
  newId: (model) => (status === 200 ? (idsIn(body.state).find((id) => !knows(model, id)) ?? null) : null),
  turns: status === 200 ? (body.state.round?.turns.map(({ person }) => person.id) ?? []) : [],
  texts: [],
});

const idsIn = ({ stages, waiting, captures, parked }: RoomProjection): string[] =>
  [...stages, ...waiting, ...captures, ...parked].map(({ id }) => id);

const knows = ({ room, ideas }: Model, id: string): boolean =>
  [...room.stages, ...room.queue, ...room.captures, ...room.parked, ...[...ideas.values()].flat()].some(
    (one) => one.id === id,
  );

/** Names and faces are another table's affair. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === 'object' && inner !== null && 'hue' in inner && 'id' in inner ? inner.id : inner,
    ),
  );

export const saidBy = ({ status, body }: Answer) => ({
  status,
  said: plain(body.refused ?? body.state),
});
export const saidOf = ({ status, sentence, model }: Expected, person: PersonId, now: Date) => ({
  status,
  said: sentence ?? plain(projected(model, person, now)),
});

/** What one person's page holds, theirs alone included. */
export const ownIn = ({ state, own, captures, parked, waiting }: RoomState) =>
  plain({
    state,
    readyFor: own.readyFor,
    ideas: sorted(own.ideas),
    texts: [...own.texts].sort((a, b) => (a.stage < b.stage ? -1 : 1)),
    unconfirmed: own.unconfirmed.map(({ id }) => id).sort(),
    captures: captures.map(({ id, words }) => ({ id, words })),
    parked: parked.map(({ id, words }) => ({ id, words })),
    waiting: waiting.map(({ id }) => id),
  });

export function ownOf(model: Model, person: PersonId, now: Date) {
  const room = roomFor(model, person, now);
  const state = projectRoom(room, new Map());
  return ownIn({
    state,
    own: {
      readyFor: room.ready.includes(person) && 'current' in room.meeting ? room.meeting.current : null,
      ideas: room.ownIdeas,
      texts: room.inputs.own,
      unconfirmed: room.captures.filter(
        ({ confirmed, notedBy, forPerson }) => !confirmed && (notedBy === person || forPerson === person),
      ),
    },
    captures: newestFirst(room.captures.filter(({ confirmed }) => confirmed)),
    parked: newestFirst(room.parked),
    waiting: projectRoom({ ...room }, new Map()).waiting,
  } as unknown as RoomState);
}

const newestFirst = <T extends { at: Date }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => b.at.getTime() - a.at.getTime());
const sorted = <T extends { id: string }>(list: readonly T[]): T[] =>
  [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Who is present is judged as a screen's picture is made, which nobody's press need be. */
export const onScreen = ({ ready, lead, ...shown }: RoomProjection) =>
  plain({ ...shown, ready: ready !== null, lead: { ...lead, seenAt: null } });

export function permutations(list: readonly number[]): number[][] {
  if (list.length <= 1) return [[...list]];
  return list.flatMap((one) =>
    permutations(list.filter((other) => other !== one)).map((rest) => [one, ...rest]),
  );
}
