// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import type { IdeaShown } from '#server/actions/read-session-board.ts';
import { anIdea, aScreen, type Shown } from './testing.tsx';

beforeEach(() => sessionStorage.clear());

const ITEM: NonNullable<IdeaShown['item']> = {
  title: 'Restore it every day',
  owner: 'otto',
  ownerName: 'Otto',
  finding: 'f1',
  noFindingReason: '',
  dueOn: null,
  shows: '',
  reviewOn: null,
};
const DONE = { decision: 'do', reason: 'It can be now', item: ITEM } as const;
const withIdea = (part: Partial<IdeaShown> = {}): Shown => ({
  step: 'decide',
  session: { openIdea: 'idea-1', decided: part.decision ? 1 : 0 },
  board: { ideas: [anIdea(part)], owners: [{ id: 'otto', name: 'Otto' }] },
});

test.each([
  ['a decision', {}, DONE],
  ['another owner', DONE, { ...DONE, item: { ...ITEM, owner: 'ana', ownerName: 'Ana' } }],
  ['another day', DONE, { ...DONE, item: { ...ITEM, dueOn: '2026-12-18' } }],
  ['what is done already', {}, { fixed: [{ id: 'x', words: 'In the runbook', by: 'Priya' }] }],
] as const)(
  '[S9] what a co-facilitator says meanwhile stands in the form, and words begun here stand beside it: %s',
  async (_what, before, after) => {
    const { show, write, field, words, press, body } = await aScreen(withIdea(before));
    await write('What would show', 'A restore that was timed');
    await show(withIdea(after as Partial<IdeaShown>));
    expect(body.querySelector('.came-late')?.textContent).toContain('A restore that was timed');
    expect(field('Reason')?.value ?? '').toBe('reason' in after ? after.reason : '');
    // the next letter takes nothing of it away, nor does a reload
    await write('reason' in after ? 'Reason' : 'What has been done', 'x');
    await show({ ...withIdea(after as Partial<IdeaShown>), step: 'group' });
    await show(withIdea(after as Partial<IdeaShown>));
    expect(words()).toContain('A restore that was timed');
    await press('Throw it away');
    expect(body.querySelector('.came-late')).toBeNull();
  },
);

test('[S9] words left aside go into the form by hand, and are kept over what was seen', async () => {
  const { show, write, press, sent, field, body } = await aScreen(withIdea());
  await write('Reason', 'Mine');
  await show(withIdea({ ...DONE, mark: '0000000000000002' }));
  expect(field('Reason').value).toBe('It can be now');
  await press('Put it into the form');
  expect(body.querySelector('.came-late')).toBeNull();
  expect(field('Reason').value).toBe('Mine');
  expect(field('Owner').value).toBe('otto');
  await press('Keep this item');
  await press('Keep this item');
  expect(sent).toMatchObject([{ command: 'decide', reason: 'Mine', was: '0000000000000002' }]);
  expect(sent).toHaveLength(1);
});

test('[S9] what was kept is not left aside, also where the board is quicker than the answer', async () => {
  const { show, write, pick, press, answer, body, field } = await aScreen(withIdea());
  await pick(/^No$/);
  await write('Reason', 'It is there already ');
  await press('Keep this decision');
  await show(withIdea({ decision: 'no', reason: 'It is there already' }));
  expect(body.querySelector('.came-late')).toBeNull();
  await write('Reason', 'It is there already, since May');
  await answer();
  await show({ ...withIdea({ decision: 'no', reason: 'It is there already' }), step: 'group' });
  await show(withIdea({ decision: 'no', reason: 'It is there already' }));
  expect(field('Reason').value).toBe('It is there already, since May');
});

test('[S9] the finding an open idea answers follows the last choice, whoever made it', async () => {
  const { show, write, answer, field, press, pick, sent } = await aScreen(withIdea());
  await write('Reason', 'Half a reason');
  await write('Finding it answers', 'f1');
  expect(sent).toEqual([{ command: 'link-idea', idea: 'idea-1', finding: 'f1' }]);
  await show(withIdea({ answers: 'f1' }));
  await answer();
  expect(field('Finding it answers').value).toBe('f1');
  await show(withIdea({ answers: 'f2' }));
  expect(field('Finding it answers').value).toBe('f2');
  expect(field('Reason').value).toBe('Half a reason');
  await write('Owner', 'otto');
  await pick(/^Do$/);
  await press('Keep this item');
  expect(sent.at(-1)).toMatchObject({ command: 'decide', item: { finding: 'f2' } });
});

test('[S9] [S11] “Leave it undecided” names what it takes back, once, and the words stand in the form again', async () => {
  const fixed = [{ id: 'x', words: 'In the runbook', by: 'Priya' }];
  const notNow = { decision: 'not-now', reason: 'After the move', fixed } as const;
  const { show, press, sent, field, answer, body } = await aScreen(withIdea({ ...notNow, fixed }));
  await press('Leave it undecided');
  await press('Leave it undecided');
  expect(sent).toEqual([{ command: 'undecide', idea: 'idea-1', was: '0000000000000001', what: 'decision' }]);
  await answer();
  await show(withIdea({ fixed }));
  expect(field('Reason').value).toBe('After the move');
  expect(body.querySelector('.came-late')).toBeNull();
  await press('It is not done after all');
  expect(sent.at(-1)).toMatchObject({ command: 'undecide', what: 'facts' });
});

test('[S9] refused, taking back leaves the form as it was', async () => {
  const notNow = { decision: 'not-now', reason: 'After the move' } as const;
  const { show, press, field, answer, write, body } = await aScreen(withIdea(notNow));
  await write('Reason', 'After the move, then');
  await press('Leave it undecided');
  await answer({ done: false, sentence: 'Somebody else was quicker.' });
  await show({ ...withIdea(notNow), step: 'group' });
  await show(withIdea(notNow));
  expect(field('Reason').value).toBe('After the move, then');
  expect(body.querySelector('.came-late')).toBeNull();
});

test('[S9] what was being written about an idea stays in sight once it is one with another', async () => {
  const { show, write, words, press } = await aScreen(withIdea());
  await write('Reason', 'Only half');
  const merged = [{ id: 'idea-1', words: 'Restore last night’s copy', by: 'Otto' }];
  await show({
    step: 'decide',
    session: { openIdea: 'idea-2' },
    board: { ideas: [anIdea({ id: 'idea-2', words: 'Time it', merged })] },
  });
  expect(words()).toMatch(/Not kept: you were writing this about “Restore last night’s copy”.*Only half/);
  await press('Throw it away');
  expect(words()).not.toContain('Only half');
});

test('[S9] the form of an idea opened a moment ago waits for what was said of it before', async () => {
  const before = withIdea();
  const { show, body } = await aScreen({ ...before, session: { openIdea: null } });
  await show({ ...before, rev: 2 });
  expect(body.querySelector('.it.open')?.textContent).toContain('One moment.');
  expect(body.querySelector('.idea-form')).toBeNull();
  const fixed = [{ id: 'x', words: 'In the runbook', by: 'Priya' }];
  const now: Shown = { ...withIdea({ fixed }), rev: 2 };
  await show({ ...now, board: { ...now.board, rev: 2 } });
  expect(body.querySelector('.idea-form')).not.toBeNull();
  // what moves in the room afterwards takes the form away from nobody
  await show({ ...now, rev: 5, board: { ...now.board, rev: 2 } });
  expect(body.querySelector('.idea-form')).not.toBeNull();
});
