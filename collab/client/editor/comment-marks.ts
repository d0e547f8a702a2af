import { type EditorState, Plugin, PluginKey, Selection, type Transaction } from 'prosemirror-state';
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view';
import { ySyncPluginKey } from 'y-prosemirror';
import { readPlaceText } from '#collab/document/place-text.ts';
import type { FlatRange } from '#collab/document/word-anchor.ts';
import type { CommentCarrier } from '../comment-carrier.ts';
import { FlatPositions } from './flat-positions.ts';

type Range = { from: number; to: number };

interface Marks {
  ranges: ReadonlyMap<string, Range>;
  decorations: DecorationSet;
  /** What this person has done since it was last told to the carrier. */
  own: Own | null;
}

interface Own {
  /** Raised by each; the carrier is told of each once. */
  step: number;
  kind: 'change' | 'undo';
  inserted: readonly Range[];
  taken: ReadonlyMap<string, number>;
}

const key = new PluginKey<Marks>('comments');

/**
 * Marks commented words in one place and carries them through this person's changes: each range is mapped through the transaction
 * that moves it. The binding replaces the whole document when others, or undo, change it; then the carrier finds them anew.
 */
export const commentMarks = (carrier: CommentCarrier, place: string): Plugin<Marks> => {
  const steps = { made: 0, told: 0 };
  const untold = ({ own }: Marks) => (own && own.step > steps.told ? own : null);
  return new Plugin<Marks>({
    key,
    state: {
      init: (_config, state) => drawn(carrier, new Map(), state, null),
      apply: (tr, before, _old, state) => {
        if (tr.getMeta(key) === 'redraw') return drawn(carrier, carrier.standingIn(place), state, before.own);
        if (!tr.docChanged || carrier.isEmpty()) return before;
        const sync = tr.getMeta(ySyncPluginKey);
        if (sync?.isChangeOrigin !== true) {
          const next = mapped(carrier, tr, { ...before, own: untold(before) }, state);
          if (next.own) next.own.step = ++steps.made;
          return next;
        }
        const undone: Own = { step: 0, kind: 'undo', inserted: [], taken: new Map() };
        if (sync.isUndoRedoOperation) undone.step = ++steps.made;
        return drawn(carrier, carrier.follow(place), state, sync.isUndoRedoOperation ? undone : before.own);
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view: (view) => {
      const close = carrier.open(place, () => redraw(view));
      redraw(view);
      return {
        update: () => {
          const marks = key.getState(view.state);
          const own = marks && untold(marks);
          if (!own) return;
          steps.told = own.step;
          tell(view, carrier, place, marks.ranges, own);
        },
        destroy: close,
      };
    },
  });
};

function redraw(view: EditorView): void {
  if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, 'redraw').setMeta('addToHistory', false));
}

/** After the binding has written the change into the shared document, so that anchors can be made of it. */
function tell(
  view: EditorView,
  carrier: CommentCarrier,
  place: string,
  ranges: Marks['ranges'],
  own: Own,
): void {
  if (own.kind === 'undo') {
    carrier.undone(place);
    return;
  }
  const flat = new FlatPositions(view.state.doc);
  const standing = new Map<string, FlatRange>();
  for (const [id, range] of ranges) {
    const inFlat = flat.toFlat(range);
    if (inFlat) standing.set(id, inFlat);
  }
  const inserted = own.inserted.flatMap((range) => flat.toFlat(range) ?? []);
  carrier.changed(place, { ranges: standing, inserted, taken: own.taken });
  // words put in may have brought a thread with them
  if (carrier.standingIn(place).size !== ranges.size) redraw(view);
}

function drawn(
  carrier: CommentCarrier,
  standing: ReadonlyMap<string, FlatRange>,
  state: EditorState,
  own: Own | null,
): Marks {
  if (standing.size === 0) return { ranges: new Map(), decorations: DecorationSet.empty, own };
  const flat = new FlatPositions(state.doc);
  const ranges = new Map(
    [...standing].flatMap(([id, range]) => {
      const positions = flat.toPositions(range);
      return positions ? [[id, positions] as const] : [];
    }),
  );
  return { ranges, decorations: decorated(carrier, ranges, state), own };
}

const decorated = (
  carrier: CommentCarrier,
  ranges: ReadonlyMap<string, Range>,
  state: EditorState,
): DecorationSet =>
  DecorationSet.create(
    state.doc,
    [...ranges]
      .filter(([id]) => carrier.isMarked(id))
      .map(([id, { from, to }]) => Decoration.inline(from, to, { class: 'commented', 'data-thread': id })),
  );

/** One's own change: ranges follow it; a range of which nothing is left was taken out. */
function mapped(carrier: CommentCarrier, tr: Transaction, before: Marks, state: EditorState): Marks {
  const taken = new Map(before.own?.taken ?? []);
  const ranges = new Map<string, Range>();
  for (const [id, range] of before.ranges) {
    const now = { from: tr.mapping.map(range.from, 1), to: tr.mapping.map(range.to, -1) };
    if (holdsWords(now, state)) ranges.set(id, now);
    else taken.set(id, offsetInTaken(tr, range));
  }
  const earlier = (before.own?.inserted ?? []).map(({ from, to }) => ({
    from: tr.mapping.map(from, -1),
    to: tr.mapping.map(to, 1),
  }));
  const inserted = [...earlier, ...insertedBy(tr)];
  const decorations = ranges.size > 0 ? before.decorations.map(tr.mapping, tr.doc) : DecorationSet.empty;
  const matters =
    before.own !== null || taken.size > 0 || isMoreThanTyping(tr) || touchesAny(tr, before.ranges);
  const own: Own | null = matters ? { step: 0, kind: 'change', inserted, taken } : null;
  return { ranges, decorations: matters ? decorated(carrier, ranges, state) : decorations, own };
}

/** A letter typed beside commented words leaves their anchors alone: nothing is looked at, so that typing costs nothing. */
function isMoreThanTyping({ before, doc, mapping }: Transaction): boolean {
  if (before.childCount !== doc.childCount) return true;
  let most = 0;
  for (const map of mapping.maps)
    map.forEach((from, to, newFrom, newTo) => {
      most = Math.max(most, to - from, newTo - newFrom);
    });
  return most > 1;
}

function touchesAny({ mapping }: Transaction, ranges: ReadonlyMap<string, Range>): boolean {
  let touches = false;
  mapping.maps[0]?.forEach((from, to) => {
    for (const range of ranges.values()) touches ||= from <= range.to && to >= range.from;
  });
  return touches;
}

const holdsWords = ({ from, to }: Range, { doc }: EditorState): boolean =>
  from < to && doc.textBetween(from, to).trim() !== '';

/** Stretches a transaction has put in, where they lie after all of it. */
function insertedBy(tr: Transaction): Range[] {
  const ranges: Range[] = [];
  for (const [at, map] of tr.mapping.maps.entries()) {
    const rest = tr.mapping.slice(at + 1);
    map.forEach((_from, _to, from, to) => {
      if (from < to) ranges.push({ from: rest.map(from, 1), to: rest.map(to, -1) });
    });
  }
  return ranges.filter(({ from, to }) => from < to);
}

/** How many characters stood before a range in the stretch that took it out. */
function offsetInTaken(tr: Transaction, range: Range): number {
  let begins = range.from;
  tr.mapping.maps[0]?.forEach((from, to) => {
    if (from <= range.from && to >= range.to) begins = from;
  });
  return tr.before.textBetween(begins, range.from, '\n').length;
}

/** The words selected in this editor, as the door for comments takes them; null where nothing is selected. */
export function selectedWords(view: EditorView, place: string) {
  const { from, to, empty } = view.state.selection;
  if (empty) return null;
  const flat = new FlatPositions(view.state.doc);
  const range = flat.toFlat({ from, to });
  if (!range) return null;
  const text = readPlaceText(ySyncPluginKey.getState(view.state).doc, place);
  const point = (offset: number, side: 1 | -1) => {
    const piece = text.pieces.find((one) =>
      side === 1 ? offset >= one.from && offset <= one.to : offset > one.from && offset <= one.to,
    );
    return piece ? { key: piece.key, offset: piece.base + offset - piece.from } : null;
  };
  const [start, end] = [point(range.from, 1), point(range.to, -1)];
  const words = text.flat.slice(range.from, range.to);
  return start && end && words.trim() !== '' ? { from: start, to: end, words } : null;
}

/** Puts the caret behind what is selected: what is typed next takes the place of nothing. */
export const caretBehind = ({ state, dispatch }: EditorView): void =>
  dispatch(state.tr.setSelection(Selection.near(state.selection.$to, -1)));
