import { expect, test } from 'vitest';
import { messagesIn } from './counted.ts';

test('one message is one', () => {
  expect([0, 1, 2, 1204].map(messagesIn)).toEqual([
    '0 messages',
    '1 message',
    '2 messages',
    '1,204 messages',
  ]);
});
