import { InputRule, inputRules, undoInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import type { Plugin } from 'prosemirror-state';
import { ELEMENT } from '#collab/document/block-elements.ts';
import { editorSchema } from '#collab/document/editor-schema.ts';
import { safeHref } from '#domain/safe-href.ts';
import type { TextKind } from '#domain/write-up.ts';
import type { PlainMark } from './mark-commands.ts';

/** Markdown as it is typed. Backspace right afterwards gives back what was typed. */
export const markdownShortcuts = (): Plugin[] => [
  keymap({ Backspace: undoInputRule }),
  inputRules({
    rules: [
      becomes(/^(#{1,3})\s$/, (match) => ({ kind: 'heading', level: match[1]?.length ?? 1 })),
      becomes(/^\s?[-*+]\s$/, () => ({ kind: 'bullet' })),
      becomes(/^1[.)]\s$/, () => ({ kind: 'numbered', number: null })),
      becomes(/^>\s$/, () => ({ kind: 'quote' })),
      becomes(/^```$/, () => ({ kind: 'code' })),
      rule(),
      marked(/(?:^|[^*\w])\*\*([^*\s](?:[^*]*[^*\s])?)\*\*$/, 'bold', 2),
      marked(/(?:^|[^*\w])\*([^*\s](?:[^*]*[^*\s])?)\*$/, 'italic', 1),
      marked(/(?:^|[^_\w])_([^_\s](?:[^_]*[^_\s])?)_$/, 'italic', 1),
      marked(/(?:^|[^`])`([^`]+)`$/, 'code', 1),
      marked(/~~([^~\s](?:[^~]*[^~\s])?)~~$/, 'strike', 2),
      linked(),
    ],
  }),
];

type Shape = { kind: TextKind; level?: number; number?: null };

function becomes(pattern: RegExp, shape: (match: RegExpMatchArray) => Shape): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const $start = state.doc.resolve(start);
    const { parent } = $start;
    if (parent.type.name !== ELEMENT.text || parent.attrs.kind === 'code') return null;
    const tr = state.tr.delete(start, end);
    for (const [name, value] of Object.entries(shape(match)))
      tr.setNodeAttribute($start.before(), name, value);
    return tr;
  });
}

function rule(): InputRule {
  return new InputRule(/^(?:---|\*\*\*|___)$/, (state, _match, start) => {
    const $start = state.doc.resolve(start);
    const type = state.schema.nodes[ELEMENT.rule];
    if (!type || $start.depth !== 1 || $start.parent.attrs.kind !== 'paragraph') return null;
    return state.tr.delete($start.start(), $start.pos + 2).insert($start.before(), type.create());
  });
}

function marked(pattern: RegExp, mark: PlainMark, width: number): InputRule {
  return new InputRule(pattern, (state, match, start, end) => {
    const words = match[1] ?? '';
    if (state.doc.resolve(start).parent.attrs.kind === 'code') return null;
    const from = start + match[0].length - words.length - 2 * width;
    const tr = state.tr.delete(from + width + words.length, end).delete(from, from + width);
    const type = editorSchema.mark(mark).type;
    return tr.addMark(from, from + words.length, type.create()).removeStoredMark(type);
  });
}

function linked(): InputRule {
  return new InputRule(/\[([^[\]]+)\]\(([^()\s]+)\)$/, (state, match, start, end) => {
    const href = safeHref(match[2] ?? '');
    if (href === null || state.doc.resolve(start).parent.attrs.kind === 'code') return null;
    const words = match[1] ?? '';
    const link = editorSchema.mark('link', { href });
    return state.tr.replaceWith(start, end, editorSchema.text(words, [link])).removeStoredMark(link.type);
  });
}
