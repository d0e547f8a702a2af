import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemRandom } from '../random.server.ts';
import { carriesSignIn, readSignInCookie, signedOutCookie, signInCookie } from './sign-in-cookie.ts';
import { isSecretOf, makeToken, readToken } from './token.ts';

const PLAIN = 'http://127.0.0.1:3000';
const SECURE = 'https://soak.example';
const { words } = makeToken(systemRandom);

test('the cookie is read among others', () => {
  expect(readSignInCookie(`theme=dark; soak=${words}; x`, PLAIN)).toBe(words);
  expect(readSignInCookie(`__Host-soak=${words}`, SECURE)).toBe(words);
});

test('[bad input 37] over https only the name that no other host can set counts', () => {
  expect(readSignInCookie(`soak=${words}`, SECURE)).toBeNull();
  expect(carriesSignIn(`a=b; soak=${words}`)).toBe(true);
  expect(carriesSignIn('soaking=1')).toBe(false);
});

test('[bad input 37] a cookie of 8 KiB, one sent twice, one with a path in it, are nobody', () => {
  const other = makeToken(systemRandom).words;
  expect(readToken(readSignInCookie(`soak=${'x'.repeat(8_192)}`, PLAIN))).toBeNull();
  expect(readSignInCookie(`soak=${words}; soak=${other}`, PLAIN)).toBeNull();
  expect(readToken(readSignInCookie('soak=../../etc/passwd', PLAIN))).toBeNull();
  expect(readSignInCookie(`soak=${words}; pad=${'x'.repeat(20_000)}`, PLAIN)).toBeNull();
});

test('[bad input 37] whatever is sent, reading it gives a token or nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (header) => {
      const read = readSignInCookie(`soak=${header}`, PLAIN);
      expect(read === null || typeof read === 'string').toBe(true);
      expect(readToken(header)).toBeNull();
    }),
  );
});

test('it is out of scripts’ reach, on every path, and secure where the origin is', () => {
  expect(signInCookie(words, SECURE)).toMatch(
    /^__Host-soak=.+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+; Secure$/,
  );
  expect(signInCookie(words, PLAIN)).not.toContain('Secure');
  expect(signedOutCookie(PLAIN)).toContain('Max-Age=0');
});

test('a token is known by its secret alone', () => {
  const token = makeToken(systemRandom);
  expect(isSecretOf(token.words.split('.')[1] ?? '', token.secretHash)).toBe(true);
  expect(isSecretOf(words.split('.')[1] ?? '', token.secretHash)).toBe(false);
});
