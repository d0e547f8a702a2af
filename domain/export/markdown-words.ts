import type { ExportedReview } from './exported-review.ts';

/** An address as it stands in words. With signs of Markdown escaped in it, it would lead elsewhere. */
const ADDRESS = /(https?:\/\/[^\s<>"`|\\*]*[^\s<>"`|\\*.,;:!?)\]}'_~])/i;

/** Text that means nothing to Markdown or HTML, line by line as it was written; an address in it stays one. */
export const plain = (text: string) =>
  withSpaces(withAddresses(text.trimEnd()).replace(/(?<!\n)\n(?!\n)/g, '\\\n'));

export const withAddresses = (text: string) =>
  text
    .split(ADDRESS)
    .map((part, at) => (at % 2 === 1 ? `<${part}>` : escaped(part)))
    .join('');

/** Signs alone; an address without its scheme would take in whatever follows it. */
export const escaped = (text: string) =>
  text
    .replace(/[\\`*_{}[\]<>#~|]|&(?=#?\w+;)|(?<=www)\./gi, '\\$&')
    .replace(/^([ \t]*)([-+=])/gm, '$1\\$2')
    .replace(/^([ \t]*\d+)([.)])(?=\s|$)/gm, '$1\\$2');

/** A line's first space would be dropped, and four of them make it code. */
export const withSpaces = (text: string) => text.replace(/^[ \t]/gm, (space) => `&#${space.charCodeAt(0)};`);

/** Words of an item of a list: their further lines stay in it. */
export const inItem = (text: string) => plain(text).replace(/\n/g, '\n  ');

export const quoted = (text: string) => text.replace(/^/gm, '> ');

/** A place that links lead to; Markdown has none of its own. */
export const placeOf = (id: string) => `<a id="${inAddress(id)}"></a>`;

export const linkTo = (words: string, id: string) => `[${escaped(words)}](<#${inAddress(id)}>)`;

const inAddress = (id: string) => encodeURIComponent(id.toWellFormed());

/** A picture by its upload's name, which is a writer's own choice: only the review's own are looked up by it. */
export function picturePart(
  { upload, alt }: { upload: string; alt: string },
  { pictures, picturesInSoak, address }: ExportedReview,
): string {
  const inSoak = Object.hasOwn(picturesInSoak, upload) && picturesInSoak[upload];
  if (inSoak) return `[${escaped(`Picture: ${alt}`)}](${inSoak})`;
  const source =
    (Object.hasOwn(pictures, upload) && pictures[upload]) || `${address}/uploads/${inAddress(upload)}`;
  return `![${escaped(alt)}](${source})`;
}
