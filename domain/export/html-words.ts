import type { ExportedReview } from './exported-review.ts';

/** Words on several lines as HTML; nothing in them is taken for a tag. */
export const lines = (text: string) => esc(text).replace(/\n/g, '<br>');

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const esc = (text: string) => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

/** A picture by its upload's name, which is a writer's own choice: only the review's own are looked up by it. */
export function picturePart(
  { upload, alt }: { upload: string; alt: string },
  { pictures, picturesInSoak }: ExportedReview,
): string {
  const inSoak = Object.hasOwn(picturesInSoak, upload) && picturesInSoak[upload];
  if (inSoak) return `<p><a href="${esc(inSoak)}">Picture: ${esc(alt)}</a></p>`;
  const source = Object.hasOwn(pictures, upload) ? pictures[upload] : undefined;
  return source ? `<img src="${esc(source)}" alt="${esc(alt)}">` : `<p>(picture: ${esc(alt)})</p>`;
}
