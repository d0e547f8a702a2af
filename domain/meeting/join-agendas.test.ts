import { describe, expect, test } from 'vitest';
import { asId, type StageId } from '#domain/ids.ts';
import { joinAgendas, type PlannedStage } from './join-agendas.ts';

const stage = (name: string, changes: Partial<PlannedStage> = {}): PlannedStage => ({
  id: asId<StageId>(name),
  kind: 'prompt',
  title: name,
  minutes: 10,
  prompt: '',
  notes: '',
  targets: [],
  teller: null,
  ...changes,
});
const [welcome, walk, close] = ['welcome', 'walk', 'close'].map((name) => stage(name)) as [
  PlannedStage,
  PlannedStage,
  PlannedStage,
];
const loaded = [welcome, walk, close];
const anew = (name: string): PlannedStage => ({ ...stage(name), id: undefined });
const titles = (stages: readonly PlannedStage[]) => stages.map(({ title }) => title);

describe('[P15] an agenda changed by two', () => {
  test('left alone it is the one that is stored; changed by one hand alone it is that hand’s', () => {
    const other = [close, anew('round'), { ...walk, minutes: 3 }];
    expect(joinAgendas(loaded, other, loaded)).toEqual({ stages: other, asked: [] });
    expect(titles(joinAgendas(loaded, loaded, other).stages)).toEqual(titles(other));
  });

  test('has what each changed, added and took out, in the order of whoever moved something', () => {
    const stored = [welcome, stage('theirs'), { ...walk, minutes: 20 }, close];
    const typed = [close, { ...walk, title: 'Walk slowly' }, anew('mine')];
    const { stages, asked } = joinAgendas(loaded, stored, typed);
    expect(titles(stages)).toEqual(['theirs', 'close', 'Walk slowly', 'mine']);
    expect(stages.find(({ id }) => id === walk.id)).toMatchObject({ minutes: 20 });
    expect(asked).toEqual([]);
  });

  test('asks about what both changed differently, and goes on with what this hand left', () => {
    const stored = [close, { ...welcome, minutes: 15 }, { ...walk, prompt: 'What did you see?' }];
    const typed = [walk, { ...welcome, minutes: 5 }, close];
    const { stages, asked } = joinAgendas(loaded, stored, typed);
    expect(titles(stages)).toEqual(['walk', 'welcome', 'close']);
    expect(stages[0]).toMatchObject({ prompt: 'What did you see?' });
    expect(asked).toEqual([
      '“welcome”: it takes 15 minutes now.',
      'The order has been changed meanwhile, too.',
    ]);
  });

  test('keeps a stage that one changed and another took out, and says so, whoever did which', () => {
    const changed = { ...walk, prompt: 'Go on' };
    const mine = joinAgendas(loaded, [welcome, close], [welcome, changed, close]);
    expect(titles(mine.stages)).toEqual(['welcome', 'walk', 'close']);
    expect(mine.stages[1]).toMatchObject({ prompt: 'Go on' });
    expect(mine.asked).toEqual(['“walk” has been taken out meanwhile.']);
    const theirs = joinAgendas(loaded, [welcome, changed, close], [welcome, close]);
    expect(theirs.asked).toEqual(['“walk”, which you took out, has been changed meanwhile.']);
  });

  test('pressed twice adds a new stage once, with its notes too', () => {
    const typed = [...loaded, { ...anew('round'), notes: 'mine' }];
    const once = [...loaded, stage('round', { id: asId<StageId>('new'), notes: '' })];
    const { stages, asked } = joinAgendas(loaded, once, typed);
    expect([titles(stages), asked]).toEqual([['welcome', 'walk', 'close', 'round'], []]);
    expect(stages[3]).toMatchObject({ id: 'new', notes: 'mine' });
  });

  test('the same stage twice is one and a new one; nothing that came from the browser is believed', () => {
    expect(joinAgendas(loaded, loaded, [welcome, welcome]).stages).toEqual([
      welcome,
      { ...welcome, id: undefined },
    ]);
    for (const nonsense of [null, 'x', [1, null, { id: 3 }]])
      expect(joinAgendas(nonsense, loaded, loaded)).toEqual({ stages: loaded, asked: [] });
  });
});
