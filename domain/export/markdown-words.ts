import type { ExportedReview } from './exported-review.ts';

/** Text that means nothing to Markdown or HTML. */
export const plain = (text: string) =>
  text.replace(/[\\`*_{}[\]<>#~|]/g, '\\$&').replace(/^(\s*)([-+]|\d+[.)])(?=\s)/gm, '$1\\$2');

export const quoted = (text: string) => text.replace(/^/gm, '> ');

/** A place that links lead to; Markdown has none of its own. */
export const placeOf = (id: string) => `<a id="${inAddress(id)}"></a>`;

export const linkTo = (words: string, id: string) => `[${plain(words)}](<#${inAddress(id)}>)`;

const inAddress = (id: string) => encodeURIComponent(id.toWellFormed());

/** A picture by its upload's name, which is a writer's own choice: only the review's own are looked up by it. */
export function picturePart(
  { upload, alt }: { upload: string; alt: string },
  { pictures, address }: ExportedReview,
): string {
  const source =
    (Object.hasOwn(pictures, upload) && pictures[upload]) || `${address}/uploads/${inAddress(upload)}`;
  return `![${plain(alt)}](${source})`;
}
