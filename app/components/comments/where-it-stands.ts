import type { ShownThread } from '#domain/comments/thread.ts';

/** Where a thread's words, or its part, stand on this page; null where they are not on it. */
export function elementOf({ id, about, target, at, anchor }: ShownThread): Element | null {
  const main = document.getElementById('main');
  if (!main) return null;
  const first = (selector: string) => main.querySelector(selector);
  const words = first(`[data-thread~="${CSS.escape(id)}"]`);
  if (words) return words;
  if (about === 'picture' && target) return blockElement(target);
  const block = at?.segments[0]?.key.split('/')[0] ?? anchor?.block ?? '';
  return (block === '' ? null : blockElement(block)) ?? (at?.part ? document.getElementById(at.part) : null);
}

const blockElement = (block: string): Element | null =>
  document.getElementById(`block-${block}`) ?? document.querySelector(`[data-block="${CSS.escape(block)}"]`);

export const pageTop = (element: Element | null): number | null =>
  element && element.getClientRects().length > 0 ? element.getBoundingClientRect().top + scrollY : null;
