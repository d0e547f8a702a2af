import { NotKeptWords } from '#app/components/not-kept-words.tsx';
import type { IdeaShown } from '#server/actions/read-session-board.ts';
import { type IdeaDraft, TYPED, type Typed } from './idea-draft.ts';
import { useDraft } from './use-draft.ts';

type Aside = Partial<IdeaDraft>;

/** Words written before somebody else decided: they are not in the form, which says what stands now, and not lost. */
export function LeftAside({
  aside,
  goOn,
  throwAway,
}: {
  aside: readonly Aside[];
  goOn: (draft: Aside) => void;
  throwAway: (draft: Aside) => void;
}) {
  return aside.map((draft) => (
    <NotKeptWords
      key={JSON.stringify(draft)}
      said="Not kept: what is decided on this idea changed while you were writing."
      words={wordsOf(draft)}
      forget={() => throwAway(draft)}
    >
      <button type="button" className="btn small" onClick={() => goOn(draft)}>
        Put it into the form
      </button>
    </NotKeptWords>
  ));
}

const NOTHING = Object.fromEntries(TYPED.map((field) => [field, ''])) as Record<Typed, string>;
const ANYTHING = (draft: Partial<Record<Typed, string>>) => TYPED.some((field) => draft[field]?.trim());

/** What was being written about an idea that is one with another by now: it has no form until the two are split. */
export function LeftOfMerged({ idea }: { idea: IdeaShown['merged'][number] }) {
  const { aside, throwAway } = useDraft(idea.id, 'one with another', NOTHING, ANYTHING);
  return aside.map((draft) => (
    <NotKeptWords
      key={JSON.stringify(draft)}
      said={`Not kept: you were writing this about “${idea.words}” when the two became one.`}
      words={wordsOf(draft)}
      forget={() => throwAway(draft)}
    />
  ));
}

const HEADS: Record<Typed, string> = {
  reason: '',
  title: 'What will be done: ',
  noFindingReason: 'Why it answers no single finding: ',
  shows: 'What would show that it worked: ',
};

const wordsOf = (draft: Partial<Record<Typed, string>>): string =>
  TYPED.flatMap((field) => (draft[field]?.trim() ? [HEADS[field] + draft[field]] : [])).join('\n');
