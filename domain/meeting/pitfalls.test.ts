import { describe, expect, test } from 'vitest';
import { after, aRoom, aStage, START } from './a-room.ts';
import {
  CARD_EVERY_MS,
  type Heard,
  keptCards,
  NO_CARDS,
  nextCard,
  PITFALL_HELP,
  PITFALLS,
  signsOf,
} from './pitfalls.ts';
import { projectRoom } from './project-room.ts';
import type { CurrentShown } from './projection.ts';
import type { Target } from './target.ts';

const shown = { ...projectRoom(aRoom(), new Map(), null), startedAt: START.toISOString() };
const SILENT: Heard = { speakers: [], sealedAt: [], pointedAt: [] };
const atSomeStage: CurrentShown = {
  stage: aStage(1).id,
  since: START.toISOString(),
  timer: { state: 'paused', remainingMs: 0 },
  prompt: '',
  targets: [],
  teller: null,
  spotlight: null,
  broughtRev: 0,
};
const agenda = new Set(['section-1', 'section-2']);
const signs = (heard: Partial<Heard>, seconds = 60, room: Parameters<typeof signsOf>[0] = shown) =>
  signsOf(room, agenda, { ...SILENT, ...heard }, after(seconds));

describe('signs of the six pitfalls', () => {
  test('[M5] a meeting that has just begun shows none', () => {
    expect(signs({})).toEqual([]);
  });
  test('one voice with half of the turns or more is a sign; five turns are too few, and so is a talk of two', () => {
    expect(signs({ speakers: ['a', 'b', 'a', 'c', 'a', 'd'] })).toEqual(['loudest-voice']);
    expect(signs({ speakers: ['a', 'b', 'a', 'c', 'a'] })).toEqual([]);
    expect(signs({ speakers: ['a', 'b', 'c', 'd', 'e', 'a'] })).toEqual([]);
  });
  test('one voice is a sign among two and alone, too; only a strict back and forth is not', () => {
    for (const turns of ['AAAAAA', 'AAAAAB', 'AABAABAABAAB', 'AAABAC'])
      expect(signs({ speakers: [...turns] }), turns).toContain('loudest-voice');
    for (const turns of ['ABABAB', 'BABABABABABA', 'ABCABCABCABC'])
      expect(signs({ speakers: [...turns] }), turns).not.toContain('loudest-voice');
  });
  test('the turn going back and forth five times between the same two is a sign, four times is not', () => {
    expect(signs({ speakers: ['c', 'a', 'b', 'a', 'b', 'a', 'b'] })).toEqual(['in-the-weeds']);
    expect(signs({ speakers: ['c', 'd', 'e', 'a', 'b', 'a', 'b', 'a'] })).toEqual([]);
    expect(signs({ speakers: ['a', 'a', 'b', 'b', 'a', 'b'] })).not.toContain('in-the-weeds');
  });
  test('three ideas within ten minutes are a sign, over half an hour they are not', () => {
    expect(signs({ sealedAt: [after(0), after(200), after(500)] }, 550)).toEqual(['jumping-to-fixes']);
    expect(signs({ sealedAt: [after(0), after(500), after(1000)] }, 1010)).toEqual([]);
  });
  test('two hands for what no stage presents are a sign; for what one does they are not', () => {
    expect(signs({ pointedAt: ['elsewhere', 'section-1', 'elsewhere'] })).toEqual(['tangent']);
    expect(signs({ pointedAt: ['section-1', 'section-2', 'elsewhere'] })).toEqual([]);
  });
  test('hands that took their place from the spotlight stray nowhere', () => {
    const at = (spotlight: Target) => ({ ...shown, current: { ...atSomeStage, spotlight } });
    const strays = { pointedAt: ['elsewhere', 'elsewhere'] };
    const finding = { type: 'finding', id: 'elsewhere', section: null } as const;
    expect(signs(strays, 60, at(finding))).toEqual([]);
    expect(signs(strays, 60, at({ type: 'block', id: 'b', section: 'elsewhere' }))).toEqual([]);
    expect(signs(strays, 60, at({ ...finding, id: 'section-1' }))).toEqual(['tangent']);
  });
  test('one account at half time is a sign, unless a different view was kept or will be asked for', () => {
    expect(signs({}, 31 * 60)).toEqual(['quick-agreement']);
    const kept = { ...shown, captureCounts: { ...shown.captureCounts, 'different-view': 1 } };
    expect(signs({}, 31 * 60, kept)).toEqual([]);
    const asked = projectRoom(aRoom([aStage(1), { ...aStage(2), kind: 'different-views' }]), new Map(), null);
    expect(signs({}, 31 * 60, { ...asked, startedAt: shown.startedAt })).toEqual([]);
  });
  test('towards the end, not having asked what is unsaid is a sign', () => {
    expect(signs({}, 41 * 60)).toContain('the-unsaid');
  });
  test('a help never names a person, a count or a share', () => {
    for (const pitfall of PITFALLS) {
      const { sign, say, acts } = PITFALL_HELP[pitfall];
      expect(`${sign} ${say} ${acts.map(({ words }) => words)}`).not.toMatch(/\d|%|score/);
    }
  });
});

test('each of the six has a tap to act with: a round, silence, a poll, parking, sealing, the box without names', () => {
  const taps = PITFALLS.flatMap((pitfall) =>
    PITFALL_HELP[pitfall].acts.map((act) => (act.does === 'add-stage' ? act.kind : act.what)),
  );
  expect(taps).toEqual(['silent-writing', 'round', 'different-views', 'park', 'seal', 'unsaid', 'poll-new']);
});

describe('cards', () => {
  test('one at a time, one in five minutes, each once', () => {
    const first = nextCard(NO_CARDS, ['tangent', 'the-unsaid'], [], 0);
    expect(first.shown).toBe('tangent');
    expect(nextCard(first, ['the-unsaid'], [], CARD_EVERY_MS * 2)).toBe(first);
    const away = { ...first, shown: null };
    expect(nextCard(away, ['tangent', 'the-unsaid'], [], CARD_EVERY_MS - 1)).toBe(away);
    expect(nextCard(away, ['tangent', 'the-unsaid'], [], CARD_EVERY_MS).shown).toBe('the-unsaid');
    expect(nextCard(away, ['tangent'], [], CARD_EVERY_MS)).toBe(away);
  });
  test('a reload or another face brings none again: the tab keeps them', () => {
    const first = nextCard(NO_CARDS, ['tangent'], [], 5);
    const away = { ...first, shown: null };
    expect(keptCards(JSON.stringify(first))).toEqual(first);
    expect(keptCards(JSON.stringify(away))).toEqual(away);
    expect(nextCard(keptCards(JSON.stringify(away)), ['tangent'], [], CARD_EVERY_MS * 9).shown).toBeNull();
    for (const broken of [null, '', '{}', 'null', '[]', '{"lastAt":1,"told":"tangent"}'])
      expect(keptCards(broken), String(broken)).toBe(NO_CARDS);
    expect(keptCards('{"shown":"x","lastAt":1,"told":["x","tangent"]}')).toEqual({
      shown: null,
      lastAt: 1,
      told: ['tangent'],
    });
  });
  test('what was put away for good does not come again', () => {
    expect(nextCard(NO_CARDS, ['tangent'], ['tangent'], 0)).toBe(NO_CARDS);
  });
});
