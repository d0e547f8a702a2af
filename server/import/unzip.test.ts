import { describe, expect, it } from 'vitest';
import { isRefused } from '#domain/refused.ts';
import { type ZipEntry, zipOf } from './testing.ts';
import { unzip } from './unzip.server.ts';

const bomb = new Uint8Array(33 * 1024 * 1024);

describe('[bad input 28] zips', () => {
  it('an honest zip gives its files', async () => {
    const files = await unzip(
      zipOf([
        { name: 'ops/' },
        { name: 'ops/2026-11-20.json', content: '[]' },
        { name: 'a.md', content: 'hi' },
      ]),
    );
    expect(
      isRefused(files) || files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]),
    ).toEqual([
      ['ops/2026-11-20.json', '[]'],
      ['a.md', 'hi'],
    ]);
  });

  it.each<[string, ZipEntry[]]>([
    ['a way out by ../', [{ name: '../x.md', content: 'x' }]],
    ['a way out in the middle', [{ name: 'a/../../x.md', content: 'x' }]],
    ['an absolute path', [{ name: '/etc/x.md', content: 'x' }]],
    ['a drive', [{ name: 'C:/x.md', content: 'x' }]],
    ['backslashes', [{ name: '..\\x.md', content: 'x' }]],
    ['a symbolic link', [{ name: 'x.md', content: '/etc/passwd', mode: 0o120777 }]],
    [
      'the same name twice',
      [
        { name: 'x.md', content: 'a' },
        { name: 'X.md', content: 'b' },
      ],
    ],
    ['a size smaller than the truth', [{ name: 'x.md', content: 'long enough', claimedSize: 2 }]],
    ['a size larger than the truth', [{ name: 'x.md', content: 'short', claimedSize: 2000 }]],
    ['a file of 33 MB out of a few kB', [{ name: 'x.md', content: bomb }]],
    ['33 MB that say they are ten bytes', [{ name: 'x.md', content: bomb, claimedSize: 10 }]],
  ])('%s is refused in a sentence', async (_, entries) => {
    expect(await unzip(zipOf(entries))).toMatchObject({ refused: expect.stringMatching(/^This zip .*\.$/) });
  });

  it('many small bombs together are refused', async () => {
    const part = bomb.subarray(0, 30 * 1024 * 1024);
    const entries = [1, 2, 3, 4, 5].map((at) => ({ name: `${at}.md`, content: part }));
    expect(await unzip(zipOf(entries))).toMatchObject({ refused: expect.stringContaining('128 MB') });
  });

  it('sixty thousand entries are refused before one is read', async () => {
    expect(await unzip(zipOf([{ name: 'x.md' }], 60_000))).toMatchObject({ refused: expect.any(String) });
  });

  it.each([0, 3, 30, 60])('a zip cut off after %i bytes is refused', async (length) => {
    const whole = zipOf([{ name: 'x.md', content: 'hello' }]);
    expect(await unzip(whole.subarray(0, length))).toHaveProperty('refused');
  });
});
