import { expect, test } from 'vitest';
import { clientAddress } from './client-address.ts';

test.each([
  ['no proxy: the socket’s, whatever is claimed', 0, '198.51.100.7, 203.0.113.9', '192.0.2.1'],
  ['one proxy: the last entry, which it wrote itself', 1, '6.6.6.6, 203.0.113.9', '203.0.113.9'],
  [
    'one proxy, a thousand forged entries before',
    1,
    `${'6.6.6.6, '.repeat(1_000)}203.0.113.9`,
    '203.0.113.9',
  ],
  ['two proxies: the one the outer saw', 2, '6.6.6.6, 203.0.113.9, 10.0.0.2', '203.0.113.9'],
])('[bad input 36] [bad input 39] %s', (_what, proxies, forwarded, address) => {
  expect(clientAddress('192.0.2.1', forwarded, proxies)).toBe(address);
});
