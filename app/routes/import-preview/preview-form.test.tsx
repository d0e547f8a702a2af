import { expect, test } from 'vitest';
import { rendered } from '#app/components/testing.tsx';
import type { FoundImport } from '#server/import/find-import.ts';
import type { Preview } from '#server/import/preview.ts';
import { PreviewForm } from './preview-form.tsx';

const channel = { key: 'ops', name: 'ops', count: 1, first: null, last: null, sample: [] };
const preview: Preview = {
  title: '#ops',
  day: '2026-11-20',
  zone: 'UTC',
  zoneSaid: null,
  sections: [],
  leftOut: [],
  pictures: [],
  pasted: null,
  channels: [],
  notRead: [],
  guessed: [],
};

const wordsOf = (changes: Partial<Preview>) =>
  rendered(
    <PreviewForm
      found={{ id: 'i', makesReview: true, review: null } as FoundImport}
      preview={{ ...preview, ...changes }}
      teams={[]}
      problems={{}}
      given={null}
      asksToCancel={false}
      now={new Date('2026-11-20T10:00:00Z')}
    />,
    { at: '/reviews/import/i' },
  ).words;

test('an export alone has instants: nothing is asked about its times, and no text of it could stay', () => {
  const alone = wordsOf({ channels: [channel] });
  expect(alone).toContain('Untick a channel and it is not brought in.');
  expect(alone).not.toMatch(/time zone\. Say|Show the times again|its text stays/);
});

test('beside a text, or of a pasted chat, they are', () => {
  const section = { id: 's', title: 'Story', rows: [] };
  expect(wordsOf({ sections: [section], channels: [channel] })).toMatch(
    /Untick a proposal and its text stays where it was\. Untick a channel[\s\S]*names no time zone[\s\S]*Show the times again/,
  );
  const pasted = { name: 'Pasted chat', count: 1, before: '', sample: [] };
  expect(wordsOf({ pasted })).toMatch(/names no time zone[\s\S]*Show the times again/);
});
