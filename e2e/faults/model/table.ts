import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { asId, type MeetingId, type PersonId, type ReviewId, type StageId } from '#domain/ids.ts';
import { COMMAND_RULES } from '#domain/meeting/may-command.ts';
import type { Room } from '#domain/meeting/meeting.ts';
import type { RoomState } from '#domain/meeting/own-room.ts';
import type { RoomProjection } from '#domain/meeting/projection.ts';
import { REVIEWS } from '#server/demo/content/ids.ts';
import type { Company } from '../company.ts';
import { json } from '../company.ts';
import { enterRoom } from '../room-tab.ts';
import { until } from '../writers.ts';
import { type Asked, type Chosen, type Expected, type Model, projected, step } from './model.ts';
import { commandOf, type Press } from './presses.ts';
import {
  type Answer,
  chosenAtOnce,
  chosenIn,
  onScreen,
  ownIn,
  ownOf,
  permutations,
  saidBy,
  saidOf,
} from './told.ts';

/** Felicity leads, Tomas beside her; Priya tells one part; Otto comes to learn. */
export const NAMES = ['felicity', 'tomas', 'priya', 'otto'] as const;
const MINUTES = 480;
const AGENDA = ['section', 'silent-writing', 'unsaid', 'round', 'poll', 'open-floor'] as const;

/** Four people before a running program whose clock only this moves. */
export interface Table {
  /** Plays one whole meeting of its own, beside its model; throws where they differ. */
  play(steps: readonly (readonly Press[])[], begun: boolean): Promise<void>;
  /** How many commands the door has answered, by status. */
  counted: Map<string, number>;
}

export async function openTable(soak: Company): Promise<Table> {
  const cookies = await Promise.all(NAMES.map((name) => soak.cookieOf(name)));
  const asks = await Promise.all(NAMES.map((name) => soak.as(name)));
  const counted = new Map<string, number>();
  let now = new Date(Math.ceil(Date.now() / 60_000) * 60_000);
  const pass = async (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1000);
    await soak.program.standClockAt(now);
  };

  async function planned(): Promise<MeetingId> {
    const before = await meetingsOf();
    const starts = new Date(Math.ceil(now.getTime() / 60_000) * 60_000).toISOString();
    const rows = AGENDA.map((kind, at) => ({
      kept: JSON.stringify({ kind, targets: targetsOf(kind) }),
      title: `Stage ${at + 1}`,
      minutes: '5',
      prompt: '',
      notes: '',
      teller: kind === 'section' ? (people[2] ?? '') : '',
    }));
    const body = new URLSearchParams({
      title: 'A meeting beside its model',
      day: starts.slice(0, 10),
      time: starts.slice(11, 16),
      zone: 'UTC',
      minutes: String(MINUTES),
      callLink: '',
      takeOver: 'anyone',
      press: 'keep',
      rows: String(rows.length),
      ...Object.fromEntries(
        rows.flatMap((row, at) => Object.entries(row).map(([name, value]) => [`row.${at}.${name}`, value])),
      ),
    });
    for (const person of people.slice(0, 2)) body.append('facilitators[]', person);
    for (const person of people.slice(2)) body.append('invited[]', person);
    const amir = await soak.as('amir');
    const kept = await amir(`/reviews/${REVIEWS.wrongHost}/meeting/plan`, { method: 'POST', body });
    expect(kept.status, kept.text).not.toBe(422);
    const made = (await meetingsOf()).find((id) => !before.includes(id));
    if (made === undefined)
      throw new Error(`no meeting was planned: ${kept.status} ${kept.text.slice(0, 2000)}`);
    return asId<MeetingId>(made);
  }
  const meetingsOf = async () => {
    const amir = await soak.as('amir');
    const { meetings } = (await amir(`/api/v1/reviews/${REVIEWS.wrongHost}`)).json() as {
      meetings: { id: string }[];
    };
    return meetings.map(({ id }) => id);
  };
  const stateOf = async (meeting: string, who: number) =>
    (await asks[who]?.(`/meetings/${meeting}/state.json`))?.json() as RoomState;

  const people: PersonId[] = [];
  for (const who of NAMES.keys())
    people.push((await stateOf((await meetingsOf())[0] ?? '', who)).own.actor.id);

  async function send(meeting: string, { person, command, ...asked }: Asked): Promise<Answer> {
    const answer = await asks[people.indexOf(person)]?.(
      `/meetings/${meeting}/commands`,
      json({ ...asked, ...command }),
    );
    if (!answer) throw new Error('nobody asked');
    const key = `${answer.status}`;
    counted.set(key, (counted.get(key) ?? 0) + 1);
    return { status: answer.status, body: answer.json() as Answer['body'] };
  }

  async function play(steps: readonly (readonly Press[])[], begun: boolean): Promise<void> {
    await pass(1);
    const meeting = await planned();
    let model = modelOf(await Promise.all(people.map((_, who) => stateOf(meeting, who))), people);
    const tab = enterRoom({ origin: soak.program.origin, cookie: cookies[3] ?? '', meeting });
    let presses = 0;
    let last: Asked | null = null;
    const askedBy = (press: Press, alone: boolean): Asked => {
      presses += 1;
      const { rev } = model.room.meeting;
      const fresh: Asked = {
        person: people[press.who] as PersonId,
        expectedRev: Math.max(0, rev - press.lag),
        key: `press-${String(presses).padStart(6, '0')}`,
        command: commandOf(press, model, people, alone),
      };
      // only what is recorded has keys
      if (last === null || press.again === 'no' || COMMAND_RULES[press.name].manner === 'quiet') return fresh;
      return press.again === 'same' ? last : { ...fresh, person: last.person, key: last.key };
    };
    const playOne = async (asked: Asked) => {
      const answer = await send(meeting, asked);
      const chosen = await chosenIn(
        answer,
        asked,
        () => stateOf(meeting, people.indexOf(asked.person)),
        (stage) => textsOf(meeting, stage),
      );
      const expected = step(model, asked, now, chosen);
      expect(saidBy(answer), JSON.stringify(asked)).toEqual(saidOf(expected, asked.person, now));
      model = expected.model;
      if (COMMAND_RULES[asked.command.command].manner !== 'quiet') last = asked;
    };
    const textsOf = async (id: string, stage: StageId): Promise<Chosen['texts']> => {
      const felicity = await soak.as('felicity');
      const { texts } = (await felicity(`/meetings/${id}/inputs.json?stage=${stage}`)).json() as {
        texts: { id: string; words: string; by: { id: PersonId } | null }[];
      };
      return texts.map(({ by, ...text }) => ({ ...text, by: by?.id ?? null }));
    };
    /** However they came in: there is one order in which each answer is what the model says. */
    const playAtOnce = async (asked: readonly Asked[]) => {
      const answers = await Promise.all(asked.map((one) => send(meeting, one)));
      const orders = permutations(asked.map((_, at) => at));
      const fits = orders.map((order) => {
        let so: Model | null = model;
        for (const at of order) {
          const [one, answer] = [asked[at] as Asked, answers[at] as Answer];
          if (so === null) continue;
          const expected: Expected = step(so, one, now, chosenAtOnce(answer));
          so = isDeepStrictEqual(saidBy(answer), saidOf(expected, one.person, now)) ? expected.model : null;
        }
        return so;
      });
      const found = fits.find((one) => one !== null);
      if (!found)
        throw new Error(
          `no order of these gives these answers:\n${JSON.stringify({ asked, answers }, null, 1)}`,
        );
      model = found;
    };
    const compareWhole = async (so: Model) => {
      for (const [who, person] of people.entries()) {
        const state = await stateOf(meeting, who);
        expect(ownIn(state), `as ${NAMES[who]} finds it`).toEqual(ownOf(so, person, now));
      }
    };
    if (begun) {
      for (const who of people.keys()) await playOne(askedBy({ ...QUIETLY, who, name: 'seen' }, true));
      await playOne(askedBy({ ...QUIETLY, who: 0, name: 'start' }, true));
    }
    for (const [at, atOnce] of steps.entries()) {
      const [first] = atOnce;
      if (!first) continue;
      await pass(first.wait);
      if (atOnce.length === 1) await playOne(askedBy(first, true));
      else await playAtOnce(atOnce.map((press) => askedBy(press, false)));
      if (at % 10 === 9) await compareWhole(model);
    }
    await compareWhole(model);
    await until(
      () => tab.projection.get()?.rev === model.room.meeting.rev,
      'the last change is on the screen',
    );
    expect(onScreen(tab.projection.get()?.value as RoomProjection)).toEqual(
      onScreen(projected(model, people[3] as PersonId, now)),
    );
    tab.close();
  }
  return { play, counted };
}

const QUIETLY: Omit<Press, 'who' | 'name'> = { wait: 0, pick: 1, lag: 0, again: 'no' };
const targetsOf = (kind: string) =>
  kind === 'section' ? [1, 2].map((at) => ({ type: 'section', id: `part-${at}`, section: null })) : [];

/** Where everything begins: as the program has planned it. */
function modelOf(states: readonly RoomState[], people: readonly PersonId[]): Model {
  const [{ state }] = states as [RoomState];
  const room: Room = {
    meeting: {
      id: state.id,
      reviewId: asId<ReviewId>(state.reviewId),
      kind: state.kind,
      plan: {
        title: state.title,
        startsAt: new Date(state.startsAt),
        zone: state.zone,
        minutes: state.minutes,
        callLink: state.callLink,
        facilitators: state.facilitators.map(({ id }) => id),
        invited: people.slice(2),
        takeOver: 'anyone',
        scribe: state.scribe?.id ?? null,
      },
      rev: state.rev,
      steeredRev: 0,
      queueOpen: state.queueOpen,
      relieved: null,
      phase: 'planned',
    },
    stages: state.stages.map(({ id, kind, title, minutes }) => ({
      id,
      kind,
      title,
      minutes,
      prompt: '',
      targets: targetsOf(kind) as Room['stages'][number]['targets'],
      teller: kind === 'section' ? (people[2] ?? null) : null,
      reachedAt: null,
      spentMs: 0,
      remainingMs: null,
      opened: false,
    })),
    queue: [],
    rounds: [],
    ready: [],
    present: [],
    leadSeenAt: null,
    captures: [],
    parked: [],
    ownIdeas: [],
    sealedCount: state.sealedCount,
    inputs: { own: [], shown: [], counts: [] },
  };
  return {
    room,
    analysts: new Set(states.filter(({ own }) => own.actor.analyst).map(({ own }) => own.actor.id)),
    ideas: new Map(states.map(({ own }) => [own.actor.id, own.ideas])),
    texts: [],
    box: [],
    answered: new Map(),
    presses: new Map(),
    sights: new Map(),
    keys: new Map(),
  };
}
