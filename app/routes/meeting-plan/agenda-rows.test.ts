import { describe, expect, it } from 'vitest';
import { ADDABLE_KINDS } from '#domain/meeting/stage-prompts.ts';
import { type AgendaRow, agendaJson, changed, keptOf, rowsOf } from './agenda-rows.ts';

const row = (title: string): AgendaRow => ({
  kind: 'prompt',
  title,
  minutes: '5',
  prompt: '',
  notes: '',
  teller: '',
  targets: [],
});
const three = [row('a'), row('b'), row('c')];
const titles = (rows: readonly AgendaRow[]) => rows.map(({ title }) => title).join('');

describe('an agenda edited by buttons', () => {
  it('moves, takes out and adds', () => {
    expect(titles(changed(three, 'up:2'))).toBe('acb');
    expect(titles(changed(three, 'down:0'))).toBe('bac');
    expect(titles(changed(three, 'remove:1'))).toBe('ac');
    expect(changed(three, 'add')).toHaveLength(4);
  });
  it('adds a stage in which everyone writes or answers, with what it asks until somebody says it better', () => {
    const kinds = ADDABLE_KINDS.map((kind) => changed([], 'add', kind)[0]);
    expect(kinds.map((added) => added?.kind)).toEqual([...ADDABLE_KINDS]);
    // a question is named by whoever asks it
    for (const added of kinds) expect(added?.title === '', added?.kind).toBe(added?.kind === 'prompt');
    expect(changed([], 'add', 'unsaid')[0]?.prompt).toContain('nobody knew');
    expect(changed([], 'add', 'decide')[0]?.kind).toBe('prompt');
  });
  it('leaves the agenda alone at its ends and for nonsense', () => {
    expect(titles(changed(three, 'up:0'))).toBe('abc');
    expect(titles(changed(three, 'down:2'))).toBe('abc');
    expect(titles(changed(three, 'remove:9'))).toBe('abc');
    expect(titles(changed(three, 'sideways:1'))).toBe('abc');
  });
  it('comes back from a posted form as it was', () => {
    const form = new FormData();
    form.set('rows', '1');
    const walk: AgendaRow = {
      ...row('Walk'),
      kind: 'walk',
      targets: [{ type: 'moment', id: 'm', section: null }],
    };
    form.set('row.0.kept', keptOf(walk));
    for (const name of ['title', 'minutes', 'prompt', 'notes', 'teller'] as const)
      form.set(`row.0.${name}`, walk[name]);
    expect(rowsOf(form)).toEqual([walk]);
    expect(JSON.parse(agendaJson([walk]))[0]).toMatchObject({ minutes: 5, teller: null, kind: 'walk' });
    // the list was there to tick, so what stands ticked is what it shows; none at all is an answer too
    form.set('row.0.source-asked', 'yes');
    expect(rowsOf(form)[0]?.targets).toEqual([]);
    for (const value of ['moment:m2:', 'picture:p:s', 'nonsense', 'planet:x:'])
      form.append('row.0.source', value);
    expect(rowsOf(form)[0]?.targets).toEqual([
      { type: 'moment', id: 'm2', section: null },
      { type: 'picture', id: 'p', section: 's' },
    ]);
  });
});
