import type * as Y from 'yjs';
import { safeHref } from '#domain/safe-href.ts';
import type { Inline, Mark } from '#domain/write-up.ts';

/** One text's runs. Marks this version does not know and links that are not safe are left out; their words stay. */
export function readRuns(text: Y.XmlText): Inline[] {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  return delta.flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string') return [];
    const marks = readMarks(attributes ?? {});
    return [marks.length > 0 ? { text: insert, marks } : { text: insert }];
  });
}

/** The marks among a text's attributes that this version knows. */
export const readMarks = (attributes: Record<string, unknown>): Mark[] =>
  Object.entries(attributes).flatMap(([name, value]) => readMark(name, value) ?? []);

function readMark(name: string, value: unknown): Mark | null {
  switch (name) {
    case 'bold':
    case 'italic':
    case 'strike':
    case 'code':
      return value ? { type: name } : null;
    case 'link': {
      const href = safeHref(hrefOf(value));
      return href === null ? null : { type: 'link', href };
    }
    default:
      return null;
  }
}

const hrefOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'href' in value && typeof value.href === 'string'
    ? value.href
    : '';
