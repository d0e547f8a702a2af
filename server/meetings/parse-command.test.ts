import { describe, expect, test } from 'vitest';
import { parseCommand } from './parse-command.ts';

describe('the door', () => {
  const envelope = { expectedRev: 0, key: 'press-12345' };
  test('[bad input 46] what is no command is refused in a sentence', () => {
    for (const body of [
      null,
      7,
      [],
      {},
      { command: '__proto__' },
      { command: 'toString', ...envelope },
      'next',
    ])
      expect(parseCommand(body)).toHaveProperty('refused');
    for (const extra of [
      { evil: 1 },
      { expectedRev: Number.POSITIVE_INFINITY },
      { key: 'short' },
      { expectedRev: -1 },
    ])
      expect(parseCommand({ command: 'next', ...envelope, ...extra })).toHaveProperty('refused');
  });
  test('[bad input 47] words of a megabyte, of spaces, with half a pair are refused; marks that turn direction are taken out', () => {
    const capture = (words: string) =>
      parseCommand({ command: 'capture', kind: 'insight', words, ...envelope });
    for (const words of ['x'.repeat(1_000_000), ' \n ', 'a\ud800', 'nul \u0000'])
      expect(capture(words)).toHaveProperty('refused');
    expect(capture('abc\u202Etxt.exe')).toMatchObject({ command: { words: 'abctxt.exe' } });
  });
  test('[M20] no command of a review meeting names an item', () => {
    for (const command of ['item', 'add-item', 'action-item', 'do'])
      expect(parseCommand({ command, ...envelope })).toHaveProperty('refused');
  });
});
