import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefused } from '#domain/refused.ts';
import { pictureFacts } from './picture-facts.ts';

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

/** A PNG's signature and header; what follows does not matter here. */
function png(width: number, height: number): Uint8Array {
  const made = new Uint8Array(60);
  made.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(made.buffer).setUint32(16, width);
  new DataView(made.buffer).setUint32(20, height);
  return made;
}

describe('[bad input 26] [bad input 27] pictures by what they are', () => {
  it('a PNG, a GIF and a JPEG tell their size', () => {
    expect(pictureFacts(png(640, 480))).toEqual({ mediaType: 'image/png', width: 640, height: 480 });
    expect(pictureFacts(bytes('GIF89a\x80\x02\xe0\x01\x00\x00\x00'))).toMatchObject({
      width: 640,
      height: 480,
    });
    const jpeg = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 1, 0xe0, 2, 0x80, 3, 0, 0, 0];
    expect(pictureFacts(Uint8Array.from(jpeg))).toMatchObject({
      mediaType: 'image/jpeg',
      width: 640,
      height: 480,
    });
  });
  it.each([
    ['SVG with a script', bytes('<?xml version="1.0"?><svg onload="alert(1)"></svg>'), 'SVG'],
    ['HTML named .png', bytes('<!doctype html><script>alert(1)</script>'), 'not a PNG'],
    ['a PNG of 50,000 by 50,000', png(50_000, 50_000), 'hundred million'],
    ['a PNG without a size', png(0, 10), 'no size'],
    ['eleven megabytes', new Uint8Array(11 * 1024 * 1024), '10 MB'],
    ['nothing', new Uint8Array(0), 'not a PNG'],
    ['the first bytes of a PNG alone', png(1, 1).subarray(0, 10), 'not a PNG'],
  ])('%s is refused in a sentence', (_, data, words) => {
    expect(pictureFacts(data)).toMatchObject({ refused: expect.stringContaining(words) });
  });
  it('no bytes make it throw', () => {
    const starts = fc.constantFrom(
      [0xff, 0xd8, 0xff],
      [0x89, 0x50, 0x4e, 0x47],
      [...bytes('RIFF0000WEBPVP8X')],
      [],
    );
    fc.assert(
      fc.property(starts, fc.uint8Array({ maxLength: 80 }), (start, rest) => {
        const facts = pictureFacts(Uint8Array.from([...start, ...rest]));
        expect(isRefused(facts) || facts.width > 0).toBe(true);
      }),
    );
  });
});
