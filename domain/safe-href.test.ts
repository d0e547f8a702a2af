import { expect, test } from 'vitest';
import { safeHref } from './safe-href.ts';

test.each([
  'https://example.org/a?b=c#d',
  'http://localhost:3000',
  'HTTPS://Example.org/x_(y)',
  'mailto:amir@demo.test',
  '/reviews/1#finding-2',
  '#section-3',
])('links to %s', (address) => expect(safeHref(address)).toBe(address));

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  ' \u0001javascript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.test',
  '/\\evil.test',
  '\\\\evil.test',
  'https://good.test\\@evil.test',
  'https://user@evil.test',
  'https://\u202egro.elpmaxe',
  'https://exa\u200bmple.org',
  'example.org',
  '',
  `https://example.org/${'x'.repeat(3000)}`,
])('[bad input 22] refuses %j', (address) => expect(safeHref(address)).toBeNull());
