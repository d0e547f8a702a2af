import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noCounts, type Published, publish, type SideCounts } from './figures.ts';

type Status = 'nothing' | 'choice' | 'asked' | 'named';
/** One person's statement on each day somebody looks. */
type History = readonly Status[];

const START = Date.UTC(2026, 10, 20);
const day = (nth: number) => new Date(START + nth * 86_400_000);

const counts = (choice: number, asked: number, pool: number | null, newFaces = 0): SideCounts => ({
  ...noCounts(pool),
  by: { choice: { room: choice, remote: 0, later: 0 }, asked: { room: asked, remote: 0, later: 0 } },
  newFaces,
});

/** All that any door ever shows of one side: the figures and the names, day by day. */
function seen(people: readonly History[], days: readonly number[], may = days.map(() => people.length)) {
  let published: Published | null = null;
  const shown: unknown[] = [];
  const there = may[0] ?? people.length;
  for (const [at, nth] of days.entries()) {
    const on = (status: Status, some = people) => some.filter((one) => one[at] === status).length;
    const pool = (may[at] ?? people.length) - on('named');
    const side = counts(on('choice'), on('asked'), pool);
    // who could not be there states that they read
    for (const how of ['choice', 'asked'] as const) {
      const later = on(how, people.slice(there));
      side.by[how] = { room: side.by[how].room - later, remote: 0, later };
    }
    side.couldCome = there - on('named', people.slice(0, there));
    published = publish(published, side, day(nth));
    shown.push(published.shown);
  }
  return JSON.stringify(shown);
}

/** Every way in which the others may have stated, as far as the names that were shown leave it open. */
function* worlds(
  true_: readonly History[],
  statuses: readonly Status[],
  mayState: (person: number, at: number) => boolean,
): Generator<History[]> {
  const open = true_.flatMap((one, person) =>
    one.flatMap((status, at) => (status === 'named' || !mayState(person, at) ? [] : [[person, at] as const])),
  );
  for (let number = 0; number < statuses.length ** open.length; number++) {
    const world = true_.map((one) => [...one]);
    let rest = number;
    for (const [person, at] of open) {
      (world[person] as Status[])[at] = statuses[rest % statuses.length] as Status;
      rest = Math.floor(rest / statuses.length);
    }
    yield world;
  }
}

/** Whoever is certainly known to have stated something, without their name being shown. */
function told(
  observer: History,
  others: readonly History[],
  days: readonly number[],
  statuses: readonly Status[],
  may?: number[],
): string[] {
  const saw = seen([observer, ...others], days, may);
  const maybeSilent = others.map((one) => one.map((status) => status === 'named'));
  const mayState = (person: number, at: number) => may === undefined || person + 1 < (may[at] as number);
  for (const world of worlds(others, statuses, mayState)) {
    if (seen([observer, ...world], days, may) !== saw) continue;
    for (const [person, one] of world.entries())
      for (const [at, status] of one.entries())
        if (status === 'nothing') (maybeSilent[person] as boolean[])[at] = true;
  }
  return maybeSilent.flatMap((one, person) =>
    one.flatMap((silent, at) => (silent ? [] : [`${person} on day ${at}`])),
  );
}

const histories = (people: number, days: number, statuses: readonly Status[]) =>
  fc.array(fc.array(fc.constantFrom(...statuses), { minLength: days, maxLength: days }), {
    minLength: people,
    maxLength: people,
  });

const ALL: Status[] = ['nothing', 'choice', 'asked', 'named'];
const GAPS = fc.constantFrom([0, 1, 31], [0, 2, 3], [0, 30, 61], [1, 40, 41]);

// exhaustive over everything the others could have said, so the workspaces are as small as they are dangerous
test.each([2, 3, 4, 5])(
  '[A6] an observer of %i others who sees every door every day never learns one other person’s statement',
  (people) => {
    const statuses: Status[] = ['nothing', 'choice', 'asked'];
    fc.assert(
      fc.property(histories(people, 2, ALL), histories(1, 2, ALL), GAPS, (others, [observer], days) => {
        expect(told(observer as History, others, days.slice(-2), statuses)).toEqual([]);
      }),
      { numRuns: people > 4 ? 4 : people > 3 ? 20 : 60 },
    );
  },
);

test.each([4, 5])('[A6] nor over three days, by choice or asked left aside (%i others)', (people) => {
  const statuses: Status[] = ['nothing', 'choice'];
  fc.assert(
    fc.property(
      histories(people, 3, ['nothing', 'choice', 'named']),
      histories(1, 3, statuses),
      GAPS,
      (others, [observer], days) => {
        expect(told(observer as History, others, days, statuses)).toEqual([]);
      },
    ),
    { numRuns: people > 4 ? 8 : 25 },
  );
});

test.each([
  ['stays with those named in it', [5, 5, 5]],
  ['opens after the first look', [5, 7, 7]],
  ['opens between two looks', [3, 5, 6]],
  ['opens to two more', [4, 4, 6]],
])('[A6] nor of a review that %s', (_, [there, first, second]) => {
  const statuses: Status[] = ['nothing', 'choice'];
  const may = [there, first, second] as number[];
  const people = (may[2] as number) - 1;
  fc.assert(
    fc.property(
      histories(people, 3, ['nothing', 'choice', 'choice', 'named']),
      histories(1, 3, statuses),
      GAPS,
      (all, [observer], days) => {
        const others = all.map((one, person) =>
          one.map((status, at): Status => (person + 1 < (may[at] as number) ? status : 'nothing')),
        );
        expect(told(observer as History, others, days, statuses, may)).toEqual([]);
      },
    ),
    { numRuns: 8 },
  );
});

test('[A6] of five who could be there four came: opened to a hundred, nothing says that they were there', () => {
  const side = { ...counts(0, 0, 100), couldCome: 5 };
  side.by.choice = { room: 0, remote: 4, later: 0 };
  expect(publish(null, side, day(0)).shown).toEqual({ all: 4, choice: 4, asked: 'nobody' });
  expect(publish(null, { ...side, couldCome: 60 }, day(0)).shown).toMatchObject({ 'choice remote': 4 });
  expect(publish(null, { ...side, pool: 5 }, day(0)).shown).toEqual({ all: 'most' });
});

test('[A6] everybody on a team but one stated, and the one who did not looks', () => {
  for (let people = 1; people <= 8; people++) {
    const others = Array.from({ length: people }, () => ['choice'] as const);
    expect([people, told(['nothing'], others, [0], ['nothing', 'choice'])]).toEqual([people, []]);
    expect([people, told(['choice'], others, [0], ['nothing', 'choice'])]).toEqual([people, []]);
  }
});

const anySide = fc
  .record({
    cells: fc.array(fc.nat(7), { minLength: 6, maxLength: 6 }),
    silent: fc.nat(9),
    fresh: fc.nat(40),
  })
  .map(({ cells: [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0], silent, fresh }): SideCounts => {
    const all = a + b + c + d + e + f;
    return {
      by: { choice: { room: a, remote: b, later: c }, asked: { room: d, remote: e, later: f } },
      newFaces: Math.min(fresh, all),
      pool: all + silent,
      couldCome: all + silent,
    };
  });

test('[A6] whatever is a number has three of its kind and three who did not state; no kind of one or two can be subtracted', () => {
  fc.assert(
    fc.property(fc.array(anySide, { minLength: 1, maxLength: 6 }), (sides) => {
      let published: Published | null = null;
      for (const [nth, side] of sides.entries()) {
        published = publish(published, side, day(nth * 31));
        const { shown } = published;
        const numbers = Object.values(shown).filter((one) => typeof one === 'number');
        expect(Math.min(3, ...numbers)).toBe(3);
        if (typeof shown.all === 'number')
          expect((side.pool as number) - shown.all).toBeGreaterThanOrEqual(3);
        else expect(Object.keys(shown)).toEqual(['all']);
        const numberOf = (kind: 'all' | 'new') => (typeof shown[kind] === 'number' ? shown[kind] : 0);
        if (shown.new !== undefined) expect(numberOf('all') - numberOf('new')).toBeGreaterThanOrEqual(3);
      }
    }),
    { numRuns: 300 },
  );
});

test('[A6] figures change once a day at most, by three or more of each kind, or after thirty days', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anySide, fc.nat(40)), { minLength: 2, maxLength: 12 }), (looks) => {
      let before = publish(null, (looks[0] as (typeof looks)[number])[0], day(0));
      let hours = 0;
      for (const [side, gap] of looks) {
        hours += gap * 12;
        const next = publish(before, { ...side, pool: 90 }, new Date(START + hours * 3_600_000));
        if (next !== before) {
          const days = (next.at.getTime() - before.at.getTime()) / 86_400_000;
          expect(days).toBeGreaterThanOrEqual(1);
          for (const [kind, value] of Object.entries(next.shown)) {
            const last = before.last[kind as 'all'];
            if (days < 30 && typeof value === 'number' && typeof last === 'number' && value !== last)
              expect(Math.abs(value - last)).toBeGreaterThanOrEqual(3);
          }
        }
        before = next;
      }
    }),
    { numRuns: 300 },
  );
});

test('[A6] detail is given up as mode, then by choice or asked, then new faces', () => {
  const shownOf = (side: SideCounts) => Object.keys(publish(null, side, day(0)).shown);
  const of = (choice: number[], asked: number[], newFaces: number): SideCounts => ({
    by: {
      choice: { room: choice[0] ?? 0, remote: choice[1] ?? 0, later: choice[2] ?? 0 },
      asked: { room: asked[0] ?? 0, remote: asked[1] ?? 0, later: asked[2] ?? 0 },
    },
    newFaces,
    pool: 60,
    couldCome: 60,
  });
  expect(shownOf(of([4, 7, 0], [3, 0, 0], 5))).toHaveLength(10);
  expect(shownOf(of([4, 7, 2], [3, 0, 0], 5))).toEqual(['all', 'choice', 'asked', 'new']);
  expect(shownOf(of([4, 7, 2], [2, 0, 0], 5))).toEqual(['all', 'new']);
  expect(shownOf(of([4, 7, 2], [2, 0, 0], 2))).toEqual(['all']);
  expect(publish(null, of([2], [], 0), day(0)).shown).toEqual({ all: 'a-few' });
  expect(publish(null, of([], [], 0), day(0)).shown).toEqual({ all: 'nobody' });
});
