import { expect, test } from 'vitest';
import { company, form, json } from './company.ts';
import { whileWritingOn } from './writing-on.ts';

const soak = company();
const DOORS = ['/sign-in', '/reviews/new', '/meetings/00000000-0000-4000-8000-000000000000/commands'];

const BODIES: [string, () => RequestInit][] = [
  ['50 MB', () => json(`"${'x'.repeat(50 * 1024 * 1024)}"`)],
  [
    '10,000 fields',
    () => form(Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`field${at}`, 'x']))),
  ],
  ['an object 100,000 deep', () => json(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)],
  ['__proto__', () => json('{"__proto__":{"role":"administrator"},"constructor":{"prototype":{"x":1}}}')],
  [
    '__proto__ in a form',
    () => form({ __proto__x: '1', '__proto__[role]': 'administrator', constructor: 'x' }),
  ],
  ['NUL', () => form({ email: 'a\u0000b', title: 'a\u0000b', kind: 'incident' })],
  ['a lone surrogate', () => json('{"title":"\\ud800","command":"\\udfff"}')],
  ['broken JSON', () => json('{"title":')],
  ['another content type', () => ({ method: 'POST', body: '<a/>', headers: { 'Content-Type': 'text/xml' } })],
];

test.each(BODIES)(
  '[bad input 46] %s is answered with 4xx at every door, and the process lives',
  async (_name, make) => {
    const felicity = await soak.as('felicity');
    for (const door of DOORS) {
      const asks = door === '/sign-in' ? soak.asks : felicity;
      const status = await asks(door, make()).then(
        (answer) => answer.status,
        // a connection closed while it is still sending is a refusal too
        () => 413,
      );
      expect(status, door).toBeGreaterThanOrEqual(400);
      expect(status, door).toBeLessThan(500);
    }
    expect((await soak.asks('/healthz')).text).toBe('ok');
  },
);

test('[bad input 46] while all of them are sent, others’ words are saved as before', async () => {
  const felicity = await soak.as('felicity');
  // fifty megabytes keep busy whoever sends them, and that is this very process
  const made = BODIES.slice(1).map(([, make]) => make());
  const { p95, bearable } = await whileWritingOn(soak, async () => {
    for (const init of made) await felicity('/reviews/new', init).catch(() => {});
  });
  expect(p95).toBeLessThan(bearable);
});
