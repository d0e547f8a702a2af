import { expect, test } from 'vitest';
import { failureOf } from './mail-server.server.ts';

test('[N4] only what a server says of a person or a letter refuses it for good; all else leaves it waiting', () => {
  const failures = (
    [
      ['EPROTOCOL', 'CONN', 554],
      ['EPROTOCOL', 'HELO', 550],
      ['ETLS', 'STARTTLS', 554],
      ['EAUTH', 'AUTH PLAIN', 535],
      ['EENVELOPE', 'MAIL FROM', 530],
      ['EENVELOPE', 'MAIL FROM', 550],
      ['ETIMEDOUT', 'CONN', undefined],
      ['EENVELOPE', 'RCPT TO', 550],
      ['EENVELOPE', 'RCPT TO', 450],
      ['EMESSAGE', 'DATA', 554],
      ['EMESSAGE', 'DATA', 451],
    ] as const
  ).map(([code, command, responseCode]) => failureOf({ code, command, responseCode, response: '' }).failure);
  expect(failures).toEqual([
    ...Array.from({ length: 7 }, () => 'unreachable'),
    'refused',
    'later',
    'refused',
    'later',
  ]);
  // an address that cannot be written to holds up nobody else; a sender of our own that cannot is no letter's fault
  const here = { code: 'EENVELOPE', command: 'API' };
  expect(failureOf({ ...here, message: 'Invalid recipient "a<b"' }).failure).toBe('refused');
  expect(failureOf({ ...here, message: 'Invalid sender "a<b"' }).failure).toBe('unreachable');
});
