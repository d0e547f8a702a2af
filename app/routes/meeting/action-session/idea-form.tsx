import { type FormEvent, useEffect, useState } from 'react';
import { TextField, WordsField } from '#app/components/field.tsx';
import { SegChoice } from '#app/components/seg.tsx';
import { decide } from '#domain/action-session/decide.ts';
import { nextUndecided } from '#domain/action-session/next-idea.ts';
import { isOpen, STANDING_WORDS, type Standing, standingOf } from '#domain/action-session/standing.ts';
import { asId, type PersonId } from '#domain/ids.ts';
import type { IdeaShown } from '#server/actions/read-session-board.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { type ItemDraft, ItemFields } from './item-fields.tsx';
import { useBoard } from './use-board.ts';
import { useDraft } from './use-draft.ts';

interface IdeaDraft extends ItemDraft {
  choice: Choice;
  reason: string;
}
type Choice = Exclude<Standing, 'open'>;
const CHOICES = (['do', 'not-now', 'no', 'done'] as const).map((value) => ({
  value,
  words: STANDING_WORDS[value],
}));

/** S8, S9: the same `decide` that guards the command says beside the field what is missing. What is written waits with its idea until it is kept. */
export function IdeaForm({ idea }: { idea: IdeaShown }) {
  const { send } = useRoom();
  const { draft, change, forget } = useDraft<IdeaDraft>(
    idea.id,
    `${idea.decision} ${idea.reason}`,
    draftOf(idea),
  );
  const { choice, reason } = draft;
  useBearingOn(draft.finding);
  const [refused, setRefused] = useState<{ field: string; refused: string } | null>(null);
  // what is taken back stands in the form again, so that its words are not gone
  const takeBack = () => {
    if (standingOf(idea) === 'done' && reason.trim() === '')
      change({
        choice: 'done',
        reason: idea.fixed
          .map(({ words }) => words)
          .join(' ')
          .slice(0, 1000),
      });
    return send({ command: 'undecide', idea: idea.id });
  };
  const changeItem = (next: Partial<ItemDraft>) => {
    change(next);
    const { finding } = next;
    if (finding !== undefined)
      void send({ command: 'link-idea', idea: idea.id, finding: finding === '' ? null : finding });
  };
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (choice === 'done') {
      if (reason.trim() === '') return setRefused({ field: 'reason', refused: SAY_WHAT });
      if ((await send({ command: 'already-fixed', idea: idea.id, words: reason })).done) forget();
      return;
    }
    const item = choice === 'do' ? itemOf(draft) : null;
    const decided = decide(choice, reason, item);
    setRefused('refused' in decided ? decided : null);
    if ('refused' in decided) return;
    const sent = await send({ command: 'decide', idea: idea.id, decision: choice, reason, item });
    if (sent.done) forget();
  };
  const sayAt = (field: string) => (refused?.field === field ? refused.refused : undefined);
  return (
    <form className="idea-form" onSubmit={keep} onChange={() => setRefused(null)}>
      <div className="drow">
        <SegChoice
          label="Decide"
          name={`decide-${idea.id}`}
          options={CHOICES}
          chosen={choice}
          onChoose={(next) => change({ choice: next })}
        />
        <span className="quietly">Nobody votes. Say the reason, then decide.</span>
      </div>
      {choice === 'do' && <ItemFields draft={draft} change={changeItem} sayAt={sayAt} />}
      <WordsField
        label={choice === 'done' ? 'What has been done, and since when' : 'Reason'}
        rows={2}
        maxLength={1000}
        value={reason}
        refused={sayAt('reason')}
        onChange={(event) => change({ reason: event.target.value })}
      />
      {choice === 'do' && (
        <WordsField
          label="What would show that it worked"
          rows={2}
          maxLength={1000}
          value={draft.shows}
          refused={sayAt('shows')}
          onChange={(event) => change({ shows: event.target.value })}
        />
      )}
      {choice === 'do' && (
        <TextField
          label="Ask its owner on this day whether it worked"
          type="date"
          value={draft.reviewOn}
          refused={sayAt('reviewOn')}
          onChange={(event) => change({ reviewOn: event.target.value })}
        />
      )}
      <div className="drow">
        <button type="submit" className="btn">
          {choice === 'do' ? 'Keep this item' : choice === 'done' ? 'Note this fact' : 'Keep this decision'}
        </button>
        <Onward idea={idea} takeBack={takeBack} />
      </div>
    </form>
  );
}

/** The finding it answers bears on it while it is open, a waiting draft's too; it does not bear on the next. */
function useBearingOn(finding: string) {
  const { choose } = useRoomUi();
  useEffect(() => {
    if (finding === '') return;
    choose({ type: 'finding', id: finding, section: null });
    return () => choose(null);
  }, [finding, choose]);
}

function Onward({ idea, takeBack }: { idea: IdeaShown; takeBack: () => void }) {
  const { send } = useRoom();
  const { ideas } = useBoard();
  const next = nextUndecided(ideas, idea.id);
  return (
    <>
      {!isOpen(idea) && (
        <button type="button" className="btn quiet" onClick={takeBack}>
          {standingOf(idea) === 'done' ? 'It is not done after all' : 'Leave it undecided'}
        </button>
      )}
      <button
        type="button"
        className="btn quiet"
        onClick={() => send({ command: 'open-next-idea', after: idea.id })}
      >
        {next ? 'Next idea' : 'Close it'}
      </button>
    </>
  );
}

const SAY_WHAT = 'Say in a sentence what has been fixed already.';
const TITLE_LENGTH = 200;

const draftOf = ({ item, words, answers, decision, reason, fixed }: IdeaShown): IdeaDraft => ({
  choice: decision ?? (fixed.length > 0 ? 'done' : 'do'),
  reason,
  title: item?.title ?? words.slice(0, TITLE_LENGTH),
  owner: item?.owner ?? '',
  finding: item?.finding ?? answers ?? '',
  noFindingReason: item?.noFindingReason ?? '',
  dueOn: item?.dueOn ?? '',
  shows: item?.shows ?? '',
  reviewOn: item?.reviewOn ?? '',
});

const itemOf = ({ choice, reason, ...draft }: IdeaDraft) => ({
  ...draft,
  owner: draft.owner === '' ? null : asId<PersonId>(draft.owner),
  finding: draft.finding === '' ? null : draft.finding,
  noFindingReason: draft.finding === '' ? draft.noFindingReason : '',
  dueOn: draft.dueOn === '' ? null : draft.dueOn,
  reviewOn: draft.reviewOn === '' ? null : draft.reviewOn,
});
