import { type Refused, refuse } from '#domain/refused.ts';

/** Largest picture stored. */
export const PICTURE_BYTES = 10 * 1024 * 1024;
/** Longest side, and most pixels, that a browser is asked to draw. */
const LONGEST_SIDE = 20_000;
const MOST_PIXELS = 100_000_000;

export interface PictureFacts {
  mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  width: number;
  height: number;
}

/** What these bytes are, by their own first bytes and never by their name; or why they are not taken. */
export function pictureFacts(bytes: Uint8Array): PictureFacts | Refused {
  if (bytes.length > PICTURE_BYTES) return refuse('Pictures may have 10 MB at most.');
  const facts = png(bytes) ?? gif(bytes) ?? webp(bytes) ?? jpeg(bytes);
  if (!facts) return refuse(looksLikeSvg(bytes) ? NO_SVG : NOT_A_PICTURE);
  const { width, height } = facts;
  if (width < 1 || height < 1) return refuse('This picture has no size. It may be damaged.');
  if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS)
    return refuse('This picture has more than a hundred million dots. Make it smaller and try again.');
  return facts;
}

const NO_SVG = 'SVG pictures can carry programs and are not taken. Save it as PNG and try again.';
const NOT_A_PICTURE = 'This is not a PNG, JPEG, GIF or WebP picture, whatever its name says.';

function png(bytes: Uint8Array): PictureFacts | null {
  if (!begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) || !says(bytes, 12, 'IHDR'))
    return null;
  const view = viewOf(bytes);
  return bytes.length < 33
    ? null
    : { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 13 || !(says(bytes, 0, 'GIF87a') || says(bytes, 0, 'GIF89a'))) return null;
  const view = viewOf(bytes);
  return { mediaType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function webp(bytes: Uint8Array): PictureFacts | null {
  if (bytes.length < 30 || !says(bytes, 0, 'RIFF') || !says(bytes, 8, 'WEBP')) return null;
  const view = viewOf(bytes);
  const sized = (width: number, height: number): PictureFacts => ({ mediaType: 'image/webp', width, height });
  if (says(bytes, 12, 'VP8X')) return sized(1 + uint24(view, 24), 1 + uint24(view, 27));
  if (says(bytes, 12, 'VP8L')) {
    const bits = view.getUint32(21, true);
    return sized(1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff));
  }
  if (says(bytes, 12, 'VP8 '))
    return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  return null;
}

/** Walks the segments to the frame that says the size. */
function jpeg(bytes: Uint8Array): PictureFacts | null {
  if (!begins(bytes, [0xff, 0xd8, 0xff])) return null;
  const view = viewOf(bytes);
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker))
      return { mediaType: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    if (marker === 0xda || marker === 0xd9) return null;
    const length = view.getUint16(at + 2);
    if (length < 2) return null;
    at += 2 + length;
  }
  return null;
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 1024)).toLowerCase();
  return start.includes('<svg') || start.includes('<!doctype svg');
}

const begins = (bytes: Uint8Array, sign: readonly number[]): boolean =>
  sign.every((byte, at) => bytes[at] === byte);
const says = (bytes: Uint8Array, at: number, sign: string): boolean =>
  [...sign].every((letter, step) => bytes[at + step] === letter.charCodeAt(0));
const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const uint24 = (view: DataView, at: number): number =>
  view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
