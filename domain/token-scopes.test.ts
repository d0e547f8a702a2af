import { expect, test } from 'vitest';
import { asId, type PersonId } from './ids.ts';
import { opens, scopesOf, TOKEN_KINDS, type TokenScope } from './token-scopes.ts';

const SCOPES: TokenScope[] = ['read', 'write', 'metrics'];
const actor = (role: 'administrator' | 'member', active = true) => ({
  id: asId<PersonId>('11111111-1111-4111-8111-111111111111'),
  role,
  active,
});
const opened = (who: ReturnType<typeof actor>) =>
  TOKEN_KINDS.map((kind) => SCOPES.filter((wanted) => opens(who, scopesOf(kind), wanted)));

test('[P9] a token opens what it names, and reading comes with writing', () => {
  expect(opened(actor('administrator'))).toEqual([['read'], ['read', 'write'], ['metrics']]);
});

test('[P9] a member’s token does not open the figures, whatever it names', () => {
  expect(opened(actor('member'))).toEqual([['read'], ['read', 'write'], []]);
});

test('[P9] a deactivated person’s tokens open nothing', () => {
  expect(opened(actor('administrator', false))).toEqual([[], [], []]);
});
