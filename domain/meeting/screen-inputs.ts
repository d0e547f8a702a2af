import { type InputKind, isInput } from './inputs.ts';
import type { InputsShown, RoomProjection, StageShown } from './projection.ts';

/** M21: what people put into the stage, as everyone reads it; the first few, for a wall is read from afar. */
export interface ScreenInputs {
  kind: InputKind;
  /** `by` null: without a name. What a facilitator hid is not among them. */
  texts: readonly { id: string; words: string; by: string | null }[];
  /** How many more everyone has on their own screen. */
  more: number;
  counts: InputsShown['counts'];
}

const MOST_TEXTS = 12;

/** The projection holds what was opened in the stage where the group is, and that alone: a screen frozen elsewhere shows none. */
export function inputsOnScreen(
  { inputs }: Pick<RoomProjection, 'inputs'>,
  { id, kind }: Pick<StageShown, 'id' | 'kind'>,
): ScreenInputs | null {
  if (inputs === null || inputs.stage !== id || !inputs.opened || !isInput(kind)) return null;
  const hidden = inputs.texts.filter((text) => text.hidden !== null).length;
  const texts = inputs.texts
    .filter((text) => text.hidden === null)
    .slice(0, MOST_TEXTS)
    .map(({ id: text, words, by }) => ({ id: text, words, by: by?.name ?? null }));
  return { kind, texts, more: inputs.textCount - hidden - texts.length, counts: inputs.counts };
}

/** What the stage asks of everyone where the group is, until what was put in is shown. */
export const asksOnScreen = (
  { inputs, current }: Pick<RoomProjection, 'inputs' | 'current'>,
  { id, kind }: Pick<StageShown, 'id' | 'kind'>,
): InputKind | null =>
  current?.stage === id && isInput(kind) && !(inputs?.stage === id && inputs.opened) ? kind : null;

/** How many different views everyone has on their own screen in the stage that asks for them: they are read there, each beside its claim. */
export const viewsOnScreen = (
  { captureCounts }: Pick<RoomProjection, 'captureCounts'>,
  { kind }: Pick<StageShown, 'kind'>,
): number => (kind === 'different-views' ? captureCounts['different-view'] : 0);
