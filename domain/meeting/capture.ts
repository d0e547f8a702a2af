import type { PersonId, StageId } from '#domain/ids.ts';
import type { Target } from './target.ts';

export const CAPTURE_KINDS = ['question', 'insight', 'different-view'] as const;
export type CaptureKind = (typeof CAPTURE_KINDS)[number];

export const CAPTURE_WORDS: Record<CaptureKind, string> = {
  question: 'Question',
  insight: 'Insight',
  'different-view': 'Different view',
};

export const LONGEST_CAPTURE = 2_000;
export const LONGEST_CLAIM = 1_000;

/** C2: what somebody says without a name, and what it stands beside as that reads now. It waits in the box of its stage (U1). */
export interface UnsignedView {
  words: string;
  target: Target | null;
  claim: string;
}

/** C1, C2: something worth keeping, said in the meeting, with where the group was. */
export interface Capture {
  id: string;
  kind: CaptureKind;
  words: string;
  stage: StageId | null;
  target: Target | null;
  /** A different view keeps the claim as it read when the view was taken; empty elsewhere. */
  claim: string;
  /** Null: said without a name, and nobody's to change or withdraw once it is shown (U5). */
  notedBy: PersonId | null;
  /** The person it was noted for: theirs alone, shown once they confirm. */
  forPerson: PersonId | null;
  /** Someone without an account, by the label the noter gave. */
  forLabel: string | null;
  /** False: waits for `forPerson`; until then only the two of them see it. */
  confirmed: boolean;
  at: Date;
  changedAt: Date | null;
}

/** Whose a capture is, and whether its owner has said yes to it. */
export type Whose = Pick<Capture, 'notedBy' | 'forPerson' | 'forLabel' | 'confirmed'>;

/** The same of one that is shown to all: it is confirmed. */
export const whoseShown = (shown: {
  notedBy: { id: PersonId } | null;
  forPerson: { id: PersonId } | null;
  forLabel: string | null;
}): Whose => ({
  notedBy: shown.notedBy?.id ?? null,
  forPerson: shown.forPerson?.id ?? null,
  forLabel: shown.forLabel,
  confirmed: true,
});

/** Who alone may change its words: the one it was noted for, else who noted it; nobody where it speaks for a label or has no name. */
export const ownerOfCapture = ({ forPerson, forLabel, notedBy }: Whose): PersonId | null => {
  if (forPerson !== null) return forPerson;
  return forLabel === null ? notedBy : null;
};

/** C2: its owner; whoever noted it too where it speaks for a label, or while it waits to be confirmed. */
export const mayWithdrawCapture = (capture: Whose, person: PersonId): boolean =>
  ownerOfCapture(capture) === person ||
  (capture.notedBy === person && (capture.forLabel !== null || !capture.confirmed));

/** C2: whose it is, as it is told everywhere: "Otto", or "noted by Grace for Otto"; null where it has no name. */
export function nameOfCapture({
  forPerson,
  forLabel,
  notedBy,
}: {
  forPerson: { name: string } | null;
  forLabel: string | null;
  notedBy: { name: string } | null;
}): string | null {
  const forWhom = forPerson?.name ?? forLabel;
  if (forWhom === null || notedBy === null) return forWhom ?? notedBy?.name ?? null;
  return `noted by ${notedBy.name} for ${forWhom}`;
}

/** C2: what is said beside a different view: nobody speaks for a label, so that its words stay as they are. */
export const keptAsSaid = (isForLabel: boolean): string =>
  isForLabel ? 'only who noted it may take it back' : 'only its author may change it';

/** Until confirmed, a capture noted for someone is between the two of them. */
export const maySeeCapture = (capture: Capture, person: PersonId | null): boolean =>
  capture.confirmed || (person !== null && (capture.notedBy === person || capture.forPerson === person));

/** Of whose own something has changed: C2 lets the two between whom a capture waits see it, and nobody else. Whoever changed it may have the room open on a phone, too. */
export function concernedBy(before: readonly Capture[], after: readonly Capture[]): PersonId[] {
  if (before === after) return [];
  const [was, is] = [new Set(before), new Set(after)];
  const changed = [...before.filter((one) => !is.has(one)), ...after.filter((one) => !was.has(one))];
  const two = changed.flatMap(({ confirmed, notedBy, forPerson }) =>
    confirmed || forPerson === null || notedBy === null ? [] : [notedBy, forPerson],
  );
  return [...new Set(two)];
}
