import { objections } from '../axe.ts';
import { expect, test } from '../fixtures.ts';
import { A, BLOCK, begins, bringsIntoView, FIRST, holdsAnswers, OTTOS, threadOf } from './comment-words.ts';
import { opens } from './writing-words.ts';

test.use({ workspaceOf: 'comments-meanwhile' });

test('[K1] an answer to what was sent closes its own form alone: the next comment, and the caret of who has gone on writing, stay', async ({
  grace,
  amir,
}) => {
  await grace.page.goto(A);
  const field = grace.page.getByRole('textbox', { name: 'Your comment' });
  const first = await holdsAnswers(grace);
  await begins(grace, OTTOS);
  await field.fill('Whose was it?');
  await field.press('Control+Enter');
  await expect(field).not.toBeEditable();
  await field.press('Escape');
  await begins(grace, FIRST);
  await expect(field).toHaveValue('');
  await field.fill('Long words on something else.');
  first.letGo();
  await expect(threadOf(grace, 'Whose was it?')).toBeVisible();
  await expect(field).toHaveValue('Long words on something else.');
  await expect(field).toBeFocused();
  await field.press('Control+Enter');
  await expect(threadOf(grace, 'Long words on something else.')).toBeVisible();

  await opens(amir, A);
  await bringsIntoView(amir);
  const held = await holdsAnswers(amir);
  await threadOf(amir, 'Whose was it?').getByRole('button', { name: 'Answer' }).click();
  await amir.page.getByRole('textbox', { name: 'Your answer' }).fill('Ours.');
  await amir.page.keyboard.press('Control+Enter');
  await expect(amir.page.getByRole('textbox', { name: 'Your answer' })).not.toBeEditable();
  await amir.page.getByText(BLOCK).click();
  await amir.page.keyboard.press('Home');
  held.letGo();
  await expect(threadOf(amir, 'Whose was it?')).toContainText('Ours.');
  await expect(amir.page.getByRole('textbox', { name: 'Your answer' })).toHaveCount(0);
  await amir.page.keyboard.type('All told, ');
  await expect(amir.page.getByText('All told, ')).toBeVisible();
  await amir.page.keyboard.press('Control+z');
});

test('[K3] what is being written in a thread stays when others resolve it or take it back, in the margin and in the list', async ({
  grace,
  priya,
}) => {
  const words = 'Who wrote that runbook?';
  await grace.page.goto(A);
  const mine = grace.page.getByRole('textbox', { name: 'Your comment' });
  await begins(grace, OTTOS);
  await mine.fill(words);
  await mine.press('Control+Enter');
  await expect(threadOf(grace, words)).toBeVisible();

  await priya.page.goto(A);
  const [note, list] = [threadOf(priya, words), priya.page.getByRole('dialog', { name: 'Comments' })];
  const answer = note.getByRole('textbox', { name: 'Your answer' });
  await note.getByRole('button', { name: 'Answer' }).click();
  await answer.press('Escape');
  await expect(note.getByRole('button', { name: 'Answer' })).toBeFocused();
  await note.getByRole('button', { name: 'Answer' }).press('Enter');
  await answer.fill('It was there');
  // one answer, wherever it is written
  await priya.page.getByRole('link', { name: /^Comments/ }).click();
  const listed = list.getByRole('article').filter({ hasText: words }).getByRole('textbox');
  await listed.press('End');
  await listed.pressSequentially(' before me');
  await list.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(answer).toHaveValue('It was there before me');
  await answer.focus();

  await threadOf(grace, words).getByRole('button', { name: 'Resolve' }).click();
  await expect(threadOf(grace, words)).toHaveCount(0);
  await expect(grace.page.locator('.margin-notes article:focus')).toHaveCount(1);
  await expect(note).toContainText('Resolved by Grace. Your answer opens it again.');
  await expect(answer).toBeFocused();
  await expect(answer).toHaveValue('It was there before me');

  await grace.page.getByRole('link', { name: /^Comments/ }).click();
  const hers = grace.page.getByRole('dialog', { name: 'Comments' });
  await hers
    .getByRole('article')
    .filter({ hasText: words })
    .getByRole('button', { name: 'Take back' })
    .click();
  await grace.page.getByRole('button', { name: 'Take it back' }).click();
  const kept = priya.page.getByRole('article', { name: 'Your words, whose thread is gone' });
  await expect(kept).toContainText('It was there before me');
  await expect(kept).toBeFocused();
  await expect(kept.getByRole('button', { name: 'Copy' })).toBeVisible();
  expect(await objections(priya.page)).toEqual([]);
  await kept.getByRole('button', { name: 'Let go' }).click();
  await expect(kept).toHaveCount(0);
});
