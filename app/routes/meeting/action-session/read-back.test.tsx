import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { IdeaShown } from '#server/actions/read-session-board.ts';
import { ReadBack } from './read-back.tsx';

const idea = { id: 'a', words: 'Say it', by: null, group: '', reason: '', merged: [], fixed: [], item: null };
const ideas = [
  { ...idea, decision: 'do', item: { title: 'Keep a list', ownerName: 'Ana' } },
  { ...idea, id: 'b', decision: null, fixed: [{ id: 'f', words: 'In the runbook', by: 'Priya' }] },
] as unknown as IdeaShown[];

const said = (trackers: string[]) =>
  renderToStaticMarkup(<ReadBack ideas={ideas} trackers={trackers} />).replace(/<[^>]*>/g, ' ');

test('[S9] [T2] what is agreed is read back with where it stands, and where it can be sent', () => {
  expect(said([])).toContain('stands on their day in Soak ');
  expect(said([])).not.toContain('sent');
  expect(said(['GitHub', 'Linear'])).toContain(
    'stands on their day in Soak, and can be sent to GitHub or Linear',
  );
  expect(said([])).toMatch(/Already done +Say it +In the runbook/);
});
