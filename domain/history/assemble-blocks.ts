import type { Mark } from '../write-up.ts';
import type { BlockFace, By, ChangedBlock, ChangedRun } from './changes.ts';
import { diffTokens, type Step } from './diff-tokens.ts';
import { slideToBlocks } from './slide-to-blocks.ts';

/** A place's words in order: where each block begins, and its words with the blanks behind them. */
export type PlaceToken<Origin> =
  | { type: 'block'; key: string; face: BlockFace; words: string; origin: Origin }
  | { type: 'word'; key: string; text: string; marks: Mark[]; origin: Origin };

/** Stands where two paragraphs became one. */
export const JOINED = '¶';

/**
 * The later blocks of a place with what was taken out left standing between them.
 * @param whoOf who put in, or took out, what comes from there
 */
export function assembleBlocks<Origin>(
  earlier: readonly PlaceToken<Origin>[],
  later: readonly PlaceToken<Origin>[],
  whoOf: (op: 'in' | 'out', origin: Origin) => By,
): ChangedBlock[] {
  const blocks: ChangedBlock[] = [];
  let live: ChangedBlock | null = null;
  let current: ChangedBlock | null = null;
  for (const step of slideToBlocks(diffTokens(earlier, later))) {
    const token = tokenOf(step);
    const by = step.op === 'same' ? [] : whoOf(step.op, token.origin);
    if (token.type === 'block') {
      current = begun(step, token, by);
      if (step.op !== 'out') live = current;
      blocks.push(current);
      continue;
    }
    if (step.op !== 'out' && current?.op === 'out') {
      current = goOn(blocks, live, current);
      live = current;
    }
    if (current) addRun(current.runs, { op: step.op, text: token.text, marks: token.marks, by });
  }
  return blocks;
}

const tokenOf = <T>(step: Step<T>): T => (step.op === 'out' ? step.out : step.in);

function begun<Origin>(
  step: Step<PlaceToken<Origin>>,
  token: Extract<PlaceToken<Origin>, { type: 'block' }>,
  by: By,
): ChangedBlock {
  const before = step.op === 'same' && step.out.type === 'block' ? step.out.face : token.face;
  const words: ChangedRun[] = token.words === '' ? [] : [{ op: step.op, text: token.words, marks: [], by }];
  return {
    op: step.op,
    face: token.face,
    was: sameFace(before, token.face) ? null : before,
    by,
    runs: words,
  };
}

/** Words that go on behind a block's taken-out beginning stand in the block before it: the two became one. */
function goOn(blocks: ChangedBlock[], live: ChangedBlock | null, gone: ChangedBlock): ChangedBlock {
  if (gone.runs.length === 0) blocks.pop();
  if (live && blocks.at(-1) === live) {
    addRun(live.runs, { op: 'out', text: JOINED, marks: [], by: gone.by });
    return live;
  }
  const rest: ChangedBlock = { op: 'same', face: live?.face ?? gone.face, was: null, by: [], runs: [] };
  blocks.push(rest);
  return rest;
}

function addRun(runs: ChangedRun[], run: ChangedRun): void {
  const last = runs.at(-1);
  if (last && last.op === run.op && sameMarks(last.marks, run.marks) && sameBy(last, run))
    last.text += run.text;
  else runs.push({ ...run });
}

const sameBy = (one: ChangedRun, other: ChangedRun): boolean =>
  one.by.length === other.by.length && one.by.every((person, at) => person === other.by[at]);
/** Most words have no marks, and there are many words. */
const sameMarks = (one: readonly Mark[], other: readonly Mark[]): boolean =>
  one.length === other.length && (one.length === 0 || alike(one, other));
const alike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const sameFace = (one: BlockFace, other: BlockFace): boolean => alike(one, other);
