import { type FormEvent, useEffect, useRef, useState } from 'react';
import { TextField, WordsField } from '#app/components/field.tsx';
import { SegChoice } from '#app/components/seg.tsx';
import { asItStands } from '#domain/action-session/as-it-stands.ts';
import type { SessionCommand } from '#domain/action-session/command.ts';
import { decide } from '#domain/action-session/decide.ts';
import { nextUndecided } from '#domain/action-session/next-idea.ts';
import { isOpen, STANDING_WORDS, standingOf } from '#domain/action-session/standing.ts';
import type { IdeaShown } from '#server/actions/read-session-board.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import {
  draftAfterTakingBack,
  draftOf,
  type IdeaDraft,
  isMissedIn,
  itemOf,
  takenBack,
} from './idea-draft.ts';
import { type ItemDraft, ItemFields } from './item-fields.tsx';
import { LeftAside } from './left-aside.tsx';
import { useOnePress } from './one-press.ts';
import { useBoard } from './use-board.ts';
import { useDraft } from './use-draft.ts';

const CHOICES = (['do', 'not-now', 'no', 'done'] as const).map((value) => ({
  value,
  words: STANDING_WORDS[value],
}));

/**
 * S8, S9: the same `decide` that guards the command says beside the field what is missing. What is written waits with its idea until it
 * is kept; it is written upon what stands, and never over what somebody else decided meanwhile. Keyed by what stands.
 */
export function IdeaForm({ idea }: { idea: IdeaShown }) {
  const { send } = useRoom();
  const own = useDraft<IdeaDraft>(idea.id, asItStands(idea), draftOf(idea), (draft) =>
    isMissedIn(idea, draft),
  );
  const { change } = own;
  const linked = useFinding(idea);
  const draft = idea.item === null ? { ...own.draft, finding: linked.finding } : own.draft;
  const { choice, reason } = draft;
  useBearingOn(draft.finding);
  const once = useOnePress();
  const [refused, setRefused] = useState<{ field: string; refused: string } | null>(null);
  const takeBack = () =>
    once(async () => {
      const after = takenBack(idea);
      const undo = own.carry(asItStands(after), draftOf(after), draftAfterTakingBack(idea, own.draft));
      const what = standingOf(idea) === 'done' ? 'facts' : 'decision';
      if (!(await send({ command: 'undecide', idea: idea.id, was: idea.mark, what })).done) undo();
    });
  const changeItem = (next: Partial<ItemDraft>) => {
    change(next);
    if (next.finding !== undefined) linked.choose(next.finding);
  };
  const commandOf = (): SessionCommand | null => {
    if (choice === 'done') {
      setRefused(reason.trim() === '' ? { field: 'reason', refused: SAY_WHAT } : null);
      return reason.trim() === '' ? null : { command: 'already-fixed', idea: idea.id, words: reason };
    }
    const item = choice === 'do' ? itemOf(draft) : null;
    const decided = decide(choice, reason, item);
    setRefused('refused' in decided ? decided : null);
    if ('refused' in decided) return null;
    return { command: 'decide', idea: idea.id, was: idea.mark, decision: choice, reason, item };
  };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    const kept = own.draft;
    return once(async () => {
      const command = commandOf();
      if (command !== null && (await send(command)).done) own.forget(kept);
    });
  };
  const sayAt = (field: string) => (refused?.field === field ? refused.refused : undefined);
  return (
    <form className="idea-form" onSubmit={keep} onChange={() => setRefused(null)}>
      <LeftAside
        aside={own.aside}
        throwAway={own.throwAway}
        goOn={(left) => {
          change(left);
          own.throwAway(left);
        }}
      />
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

/** The finding an idea answers is everyone's as soon as it is chosen, whoever chooses it: the last choice stands in every form. */
function useFinding({ id, answers }: IdeaShown) {
  const { send } = useRoom();
  const [chosen, setChosen] = useState<string | null>(null);
  const going = useRef(0);
  useEffect(() => {
    if (going.current === 0) setChosen(null);
  }, [answers]);
  const choose = async (finding: string) => {
    setChosen(finding);
    going.current += 1;
    const sent = await send({ command: 'link-idea', idea: id, finding: finding === '' ? null : finding });
    going.current -= 1;
    if (!sent.done && going.current === 0) setChosen(null);
  };
  return { finding: chosen ?? answers ?? '', choose: (finding: string) => void choose(finding) };
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
