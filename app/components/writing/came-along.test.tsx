import { expect, test } from 'vitest';
import type { MessagePicture } from '#domain/import/evidence.ts';
import { rendered } from '../testing.tsx';
import { thingsOf, wordsOrThings } from './came-along.tsx';
import { Quotation } from './quotation.tsx';
import { type QuotedMessage, WritingFactsProvider } from './surroundings.tsx';

const here: MessagePicture = { path: 'images/disk.png', alt: 'Throttled disk', upload: 'u1' };
const missing: MessagePicture = { ...here, upload: null };

test('a quotation has the pictures and names of files that came with its message', () => {
  const { html } = quoted({ text: 'look', pictures: [here], files: ['graph.pdf'] });
  expect(html).toContain('<img src="/reviews/r1/uploads/u1" alt="Throttled disk"');
  expect(html).toContain('file: graph.pdf');
});

test('of a picture that was not brought along its description and path stay', () => {
  expect(quoted({ pictures: [missing] }).words).toContain(
    'A picture that was not brought along: Throttled disk, images/disk.png',
  );
});

test('a message without words says so, unless something came along instead', () => {
  expect(quoted({}).words).toContain('This message has no words.');
  expect(quoted({ files: ['graph.pdf'] }).words).not.toContain('no words');
  expect(wordsOrThings('', thingsOf({ pictures: [here], files: ['graph.pdf'] }, 'r1'))).toBe(
    'Throttled disk, file: graph.pdf',
  );
  expect(wordsOrThings('', [])).toBe('This message has no words.');
});

function quoted(message: Partial<QuotedMessage>) {
  const whole = { id: 'm1', speaker: 'Priya', source: '#ops', at: null, text: '', ...message };
  const facts = { review: 'r1', zone: 'UTC', messages: {}, names: {}, onThisPage: true };
  return rendered(
    <WritingFactsProvider value={facts}>
      <Quotation message={whole} href={null} />
    </WritingFactsProvider>,
    { at: '/' },
  );
}
