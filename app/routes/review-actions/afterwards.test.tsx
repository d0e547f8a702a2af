import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import { Afterwards } from './afterwards.tsx';
import { BeforeTheMeeting } from './before-the-meeting.tsx';
import type { PageFacts } from './page-facts.ts';

const now = new Date('2026-11-24T12:00:00Z');
const may = {
  seal: false,
  reflect: true,
  startSoak: false,
  openEarly: null,
  plan: true,
  write: true,
};
const session = {
  id: 'm',
  startsAt: new Date('2026-11-26T15:00:00Z'),
  minutes: 30,
  zone: 'UTC',
  phase: 'ended',
  facilitators: ['Ana'],
  invited: [],
} as const;
const ended = { kind: 'nothing-to-do', reason: 'Caught in seconds', endedAt: now } as const;
const base = {
  now,
  state: 'acting',
  soak: null,
  expectedEnd: null,
  ahead: null,
  session,
  sealedCount: 0,
  ownIdeas: [],
  reflections: [],
  reading: null,
  outcome: { outcome: ended, ideas: [], fixed: [] },
  undecided: 1,
  may,
  me: 'p',
  workingDays: 2,
  early: [],
  mentions: [],
  sends: [],
  today: '2026-11-24',
  answering: null,
  changing: null,
  withdrawing: null,
  putAway: false,
};
const page = (facts: object, given: PageFacts['given'] = {}) =>
  rendered(
    <Afterwards page={{ ...base, ...facts } as unknown as PageFacts['page']} problems={{}} given={given} />,
    {
      at: '/reviews/r/actions',
    },
  );
const open = { outcome: { ...base.outcome, outcome: null } };

test('[C6] an idea that came while the ideas were being opened is shown to its author, not lost', () => {
  const late = { words: 'Ask for the list twice.' };
  const running = { ...open, session: { ...session, phase: 'live' } };
  expect(page(open, late).words).toContain('nothing more is sealed. This had not been sealed.');
  expect(page(running, late).words).toMatch(/in the room it can still be said\. .*Ask for the list twice\./);
  expect(page(running).words).not.toContain('had not been sealed');
});

test('[S9] what is undecided stays in sight, and those who plan are led to one more session', () => {
  const { words, links } = page({ undecided: 2 });
  expect(words).toContain('2 ideas are not decided on yet and stay in sight.');
  expect(links).toContain('/reviews/r/meeting/plan?kind=action');
  const reader = page({ may: { ...may, plan: false } });
  expect(reader.words).toContain('One idea is not decided on yet and stays in sight.');
  expect(reader.links).not.toContain('/reviews/r/meeting/plan?kind=action');
});

test('[S9] a further session that is planned says when, and leads to its plan', () => {
  const { words, links } = page({ session: { ...session, phase: 'planned' } });
  expect(words).toContain('The next session is on Thu');
  expect(links).toEqual(['/meetings/m']);
});

test('[S9] one that is under way leads into the room and asks for no other', () => {
  for (const phase of ['lobby', 'live', 'paused']) {
    const { words, links } = page({ ...open, session: { ...session, phase } });
    expect(words).toContain('The action session is deciding.');
    expect(links).toEqual(['/meetings/m']);
  }
});

test('[S9] one that ended before its ending was written down says so', () => {
  const { words, links } = page({ ...open, undecided: 0 });
  expect(words).toContain('The session ended before its ending was written down.');
  expect(links).toEqual(['/reviews/r/meeting/plan?kind=action']);
});

test('[S9] with everything decided nothing more is asked', () => {
  const { words, links } = page({ undecided: 0 });
  expect(words).toContain('Nothing to do: this is the incident we want');
  expect(links).toEqual([]);
});

test('[S2] before the meeting its time and the soak’s expected end stand in the zone it is planned in, too', () => {
  const ahead = { ...session, phase: 'planned', zone: 'Asia/Tokyo' };
  const soon = (facts: object) =>
    rendered(
      <BeforeTheMeeting
        page={{ ...base, ahead, ...facts } as unknown as PageFacts['page']}
        problems={{}}
        given={{}}
      />,
      { at: '/reviews/r/actions' },
    ).words;
  const words = soon({ expectedEnd: new Date('2026-11-30T15:30:00Z') });
  expect(words).toMatch(/In Tokyo time, where it is planned, the meeting begins Fri 27 Nov, 00:00/);
  expect(words).toMatch(/and the soak ends Tue 1 Dec, 00:30\./);
  expect(soon({ ahead: { ...ahead, zone: 'UTC' } })).not.toContain('where it is planned');
});
