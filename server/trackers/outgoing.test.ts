import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAllowedAddress } from './allowed-address.ts';
import { callOutside } from './outgoing.server.ts';
import { type FakeTracker, fakeTracker, type Reply } from './testing.ts';

let there: FakeTracker;
let reply: Reply = { status: 200, json: { well: true } };
beforeAll(async () => {
  there = await fakeTracker(() => reply);
});
afterAll(() => there.close());

const get = (url: string, options: Partial<Parameters<typeof callOutside>[1]> = {}) =>
  callOutside(
    { method: 'GET', url, headers: { authorization: 'secret' } },
    { listed: [], deadlineMs: 2_000, ...options },
  );

test('[bad input 33] an origin an administrator listed is called; its neighbour is not', async () => {
  expect(await get(`${there.origin}/a`, { listed: [there.origin] })).toMatchObject({
    status: 200,
    body: '{"well":true}',
  });
  const neighbour = await get(`${there.origin}/a`, { listed: ['http://127.0.0.1:1'] });
  expect(neighbour).toMatchObject({ unreached: expect.stringContaining('is not encrypted') });
});

test('[bad input 33] localhost in every spelling, private, link-local and metadata addresses are refused before anything is sent', async () => {
  const before = there.asked.length;
  const { port } = new URL(there.origin);
  for (const host of [
    ...[
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '0.0.0.0',
      '[::]',
    ],
    ...[
      '10.0.0.1',
      '172.16.3.4',
      '192.168.1.1',
      '169.254.169.254',
      '[fe80::1]',
      '[fd00:ec2::254]',
      '[64:ff9b::7f00:1]',
      '100.100.100.200',
    ],
    'localhost',
  ]) {
    const answer = await get(`https://${host}:${port}/`);
    expect([host, answer]).toEqual([host, { unreached: expect.stringContaining('is a private address') }]);
  }
  expect(there.asked.length).toBe(before);
});

test('[bad input 33] listing opens private addresses and never those of machines’ own secrets', () => {
  for (const address of [
    '127.0.0.1',
    '::1',
    '10.1.2.3',
    '192.168.0.9',
    'fd12::1',
    '100.64.0.1',
    '::ffff:10.0.0.1',
  ])
    expect([address, isAllowedAddress(address, true), isAllowedAddress(address, false)]).toEqual([
      address,
      true,
      false,
    ]);
  for (const address of [
    '169.254.169.254',
    'fe80::1',
    'fd00:ec2::254',
    '100.100.100.200',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    'x',
  ])
    expect([address, isAllowedAddress(address, true)]).toEqual([address, false]);
  for (const address of ['140.82.121.6', '2606:4700::6810:84e5'])
    expect(isAllowedAddress(address, false)).toBe(true);
});

test('[bad input 33] a name is asked for once, and the address that was checked is the one connected to', async () => {
  const { port } = new URL(there.origin);
  let asked = 0;
  const rebinding = async () => {
    asked++;
    return [{ address: asked === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
  };
  const origin = `http://rebinds.test:${port}`;
  expect(await get(`${origin}/`, { resolve: rebinding, listed: [origin] })).toMatchObject({ status: 200 });
  expect(asked).toBe(1);
  expect(await get(`${origin}/`, { resolve: rebinding, listed: [origin] })).toHaveProperty('unreached');
  const mixed = async () => [
    { address: '93.184.215.14', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ];
  expect(await get(`https://rebinds.test:${port}/`, { resolve: mixed })).toMatchObject({
    unreached: expect.stringContaining('is a private address'),
  });
});

test('[bad input 33] redirects are told and never followed; a flood, a drip, silence and a broken line end', async () => {
  const listed = [there.origin];
  const before = there.asked.length;
  reply = { status: 302, headers: { location: 'http://169.254.169.254/latest' } };
  expect(await get(there.origin, { listed })).toMatchObject({ status: 302 });
  expect(there.asked.length).toBe(before + 1);
  reply = 'flood';
  expect(await get(there.origin, { listed, mostBytes: 100_000 })).toMatchObject({
    unanswered: expect.stringContaining('more than Soak reads'),
  });
  for (const bad of ['drip', 'hang'] as const) {
    reply = bad;
    expect(await get(there.origin, { listed, deadlineMs: 300 })).toMatchObject({
      unanswered: expect.stringContaining('in time'),
    });
  }
  reply = 'drop';
  expect(await get(there.origin, { listed })).toHaveProperty('unanswered');
  // nothing went out: that is known, and not merely unanswered
  expect(await get('http://127.0.0.1:1/', { listed: ['http://127.0.0.1:1'] })).toMatchObject({
    unreached: expect.stringContaining('takes no connection'),
  });
});
