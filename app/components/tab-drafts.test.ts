// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { listTabDrafts, wipeTabDrafts } from './tab-drafts.ts';

beforeEach(() => sessionStorage.clear());

const keep = (name: string, kept: string | object) =>
  sessionStorage.setItem(name, typeof kept === 'string' ? kept : JSON.stringify(kept));

test('[D7] whatever this person began in this tab and has not sent is listed by its words, in whichever shape it waits', () => {
  keep('soak.comment:grace:r:begin', 'Who was paged first?');
  keep('soak.bring:grace:m', '{"not": "a draft"}');
  keep('soak.draft:grace:room:m:said', {
    base: '',
    draft: { words: 'We', about: 'stage:s', whose: '', type: '' },
  });
  keep('soak.draft:grace:idea', {
    base: 'do',
    draft: { choice: 'do', title: 'Page two', owner: 'o', reason: '' },
  });
  keep('soak.notes:grace:m', { stage: 's', was: 'Ask', words: 'Ask her first' });
  keep('soak.box:grace:s', { put: [], draft: 'Nobody said it', beside: 'finding:f' });
  expect(listTabDrafts('grace').sort()).toEqual(
    [
      'Ask her first',
      'Nobody said it',
      'Page two',
      'We',
      'Who was paged first?',
      '{"not": "a draft"}',
    ].sort(),
  );
});

test('[D7] nothing is asked about where there are no words, none that changed, or another’s; all but that one answered goes with sign-out', () => {
  keep('soak.draft:grace:room:m:hand', {
    base: '',
    draft: { words: ' ', about: '', whose: '', type: 'question' },
  });
  keep('soak.notes:grace:m', { stage: 's', was: 'Ask', words: 'Ask' });
  keep('soak.box:grace:s', { put: [{ id: 'p', words: 'Put in' }], draft: '', beside: '' });
  keep('soak.answered:grace:s', 'yes');
  keep('soak.reading-place.s', { block: 'b' });
  keep('soak.comment:amir:r:begin', 'His own');
  expect(listTabDrafts('grace')).toEqual([]);
  wipeTabDrafts('grace');
  expect(Object.keys(sessionStorage).sort()).toEqual([
    'soak.answered:grace:s',
    'soak.comment:amir:r:begin',
    'soak.reading-place.s',
  ]);
});
