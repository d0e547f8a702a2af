import { toggleMark } from 'prosemirror-commands';
import type { Command } from 'prosemirror-state';
import { editorSchema } from '#collab/document/editor-schema.ts';
import { safeHref } from '#domain/safe-href.ts';

export type PlainMark = 'bold' | 'italic' | 'code' | 'strike';

export const toggle = (mark: PlainMark): Command => toggleMark(editorSchema.mark(mark).type);

/** Links the selection, or the words given where nothing is selected. False for an address that is not safe. */
export function setLink(address: string, words?: string): Command {
  return (state, dispatch) => {
    const href = safeHref(address);
    if (href === null) return false;
    const link = editorSchema.mark('link', { href });
    const { from, to, empty } = state.selection;
    const { tr } = state;
    if (empty) tr.insertText(words || href, from).addMark(from, from + (words || href).length, link);
    else tr.removeMark(from, to, link.type).addMark(from, to, link);
    dispatch?.(tr.removeStoredMark(link.type).scrollIntoView());
    return true;
  };
}

/** Takes the link from the selection, or from the whole link the caret stands in. */
export const removeLink: Command = (state, dispatch) => {
  const around = linkAround(state.selection.$from);
  const { from, to, empty } = state.selection;
  if (empty && !around) return false;
  const { link } = state.schema.marks;
  dispatch?.(
    state.tr.removeMark(empty && around ? around.from : from, empty && around ? around.to : to, link),
  );
  return true;
};

/** The link at a place: its extent and address. */
export function linkAround($pos: import('prosemirror-model').ResolvedPos): LinkAround | null {
  const { parent } = $pos;
  let offset = 0;
  for (let index = 0; index < parent.childCount; index++) {
    const child = parent.child(index);
    const mark = child.marks.find((one) => one.type.name === 'link');
    const end = offset + child.nodeSize;
    if (mark && $pos.parentOffset >= offset && $pos.parentOffset <= end)
      return { from: $pos.start() + offset, to: $pos.start() + end, href: String(mark.attrs.href) };
    offset = end;
  }
  return null;
}

export interface LinkAround {
  from: number;
  to: number;
  href: string;
}
