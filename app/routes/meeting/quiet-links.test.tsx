import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { type OwnIdea, WITHHOLDING_LABEL } from '#domain/meeting/sealed-idea.ts';
import { OpenIdeas } from './action-session/open-ideas.tsx';
import { Ended } from './ended.tsx';
import { Lobby } from './lobby.tsx';
import { type RoomContext, RoomProvider } from './room-context.ts';
import { type RoomUi, RoomUiProvider } from './room-ui.ts';
import { MyIdeas } from './sealed-line.tsx';
import { WalkInLink } from './walk-in-link.tsx';

/** As much of a room as these parts read. */
const inRoom = (part: React.ReactNode, facts: object, ui: Partial<RoomUi> = {}) => {
  const room = {
    id: 'm',
    reviewId: 'r',
    kind: 'review',
    title: 'T',
    startsAt: '2026-11-18T10:00:00Z',
    endedAt: '2026-11-18T11:00:00Z',
    minutes: 60,
    facilitators: [],
    sealedCount: 1,
  };
  const own = { actor: { id: 'a', steers: false }, attendance: null, ideas: [], mayPlanSession: false };
  const clock = { now: () => Date.parse('2026-11-18T09:58:00Z') };
  const given = {
    zone: 'UTC',
    clock,
    survey: null,
    may: () => 'no',
    opensOn: null,
    rehearses: false,
    ...facts,
  };
  const whole = {
    ...given,
    room: { ...room, ...('room' in facts ? (facts.room as object) : {}) },
    own: { ...own, ...('own' in facts ? (facts.own as object) : {}) },
  };
  return rendered(
    <RoomProvider value={whole as unknown as RoomContext}>
      <RoomUiProvider value={{ face: 'full', composed: { open: null }, ...ui } as RoomUi}>
        {part}
      </RoomUiProvider>
    </RoomProvider>,
    { at: '/meetings/m' },
  );
};
const WALK_IN = '/meetings/m/walk-in';

test('[A9] the walk-in page is a link away in lobby and running meeting, and not before, in a rehearsal, or beside words being written', () => {
  for (const phase of ['lobby', 'live', 'paused', 'ended'])
    expect(inRoom(<WalkInLink />, { phase }).links, phase).toEqual([WALK_IN]);
  for (const phase of ['planned', 'cancelled'])
    expect(inRoom(<WalkInLink />, { phase }).links, phase).toEqual([]);
  expect(inRoom(<WalkInLink />, { phase: 'live', rehearses: true }).links).toEqual([]);
  const writing = { composed: { open: 'insight' } } as Partial<RoomUi>;
  expect(inRoom(<WalkInLink />, { phase: 'live' }, writing).links).toEqual([]);
});

test('[A9] the lobby offers it on a shared tablet and to guests, not on the device of somebody with an account', () => {
  const phase = 'lobby';
  expect(inRoom(<Lobby />, { phase }, { face: 'shared' }).links).toContain(WALK_IN);
  const guest = { actor: { id: 'g', steers: false, guest: true } };
  expect(inRoom(<Lobby />, { phase, own: guest }).links).toContain(WALK_IN);
  expect(inRoom(<Lobby />, { phase }).links).not.toContain(WALK_IN);
});

test('[A2] after the end nothing need be recorded; [S4] whoever may plan the action session finds the way, until there is one', () => {
  const phase = 'ended';
  const plan = '/reviews/r/meeting/plan?kind=action';
  expect(inRoom(<Ended />, { phase }).words).toContain('Don’t record me');
  expect(inRoom(<Ended />, { phase }).links).not.toContain(plan);
  expect(inRoom(<Ended />, { phase, own: { mayPlanSession: true } }).links).toContain(plan);
});

test('[C7] what backups hold of a withheld name stands in words beside my ideas; before they open, the way to withdraw one is a link', () => {
  const idea: OwnIdea = { id: 'i', words: 'W', withheld: false, seenInNotes: false, stage: null };
  const mine = (one: OwnIdea) => inRoom(<MyIdeas />, { phase: 'live', own: { ideas: [one] } });
  expect(mine(idea).words).toContain(WITHHOLDING_LABEL);
  const said = mine(idea).html.match(/aria-describedby="([^"]*)"/)?.[1];
  expect(mine(idea).html).toContain(`<p class="quietly small" id="${said}">`);
  expect(mine({ ...idea, seenInNotes: true }).words).not.toContain(WITHHOLDING_LABEL);
  const closed = inRoom(<OpenIdeas />, { phase: 'live', room: { kind: 'action' }, own: { ideas: [idea] } });
  expect(closed.links).toEqual(['/reviews/r/actions']);
});
