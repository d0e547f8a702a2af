import './agenda-dialog.css';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { Icon } from '#app/components/icon.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { SourceTicks } from '#app/components/source-ticks.tsx';
import { sourcesOf } from '#app/components/source-words.ts';
import type { Command } from '#domain/meeting/command.ts';
import type { StageShown } from '#domain/meeting/projection.ts';
import { LONGEST_STAGE_TITLE, MOST_STAGE_MINUTES, STAGE_KIND_WORDS } from '#domain/meeting/stage.ts';
import { ADDABLE_KINDS, type AddableKind, NEW_TITLES, PROMPTS } from '#domain/meeting/stage-prompts.ts';
import { firstSources } from '#domain/meeting/stage-sources.ts';
import { useArmed } from './armed.ts';
import { ChangeStage, ticked } from './change-stage.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

/** True once it is done. */
type Change = (command: Command) => Promise<boolean>;

/** The agenda while the meeting runs: minutes, order, what a stage asks, shows and who tells it, one more or less. Everyone sees each change at once. */
export function AgendaDialog({ open }: { open: boolean }) {
  const { room, send } = useRoom();
  const { openDialog } = useRoomUi();
  const [refused, setRefused] = useState<string | null>(null);
  const change: Change = async (command) => {
    const sent = await send(command);
    setRefused(sent.done ? null : sent.sentence);
    return sent.done;
  };
  const close = () => {
    setRefused(null);
    openDialog(null);
  };
  return (
    <ConfirmDialog open={open} title="Change the agenda" onClose={close} actions={null} leave="Done">
      <div className="agenda-dialog">
        <p className="quietly small">What was said in a stage stays, also when it is taken out.</p>
        <Refusal sentence={refused} />
        <ol>
          {room.stages.map((stage, at) => (
            <StageRow key={stage.id} stage={stage} at={at} stages={room.stages} change={change} />
          ))}
        </ol>
        <AddStage change={change} />
      </div>
    </ConfirmDialog>
  );
}

function StageRow({
  stage,
  at,
  stages,
  change,
}: {
  stage: StageShown;
  at: number;
  stages: readonly StageShown[];
  change: Change;
}) {
  const { facilitator } = useRoom();
  const [isOpen, setOpen] = useState(false);
  const detail = facilitator?.stages[stage.id];
  const move = (after: StageShown | undefined) =>
    change({ command: 'stage-move', stage: stage.id, after: after?.id ?? null });
  const remove = useArmed(() => void change({ command: 'stage-remove', stage: stage.id }));
  return (
    <li>
      <span className={stage.state === 'now' ? 'is-now' : undefined}>
        {stage.title}
        {stage.state === 'now' && <span className="quietly small"> now</span>}
      </span>
      <Minutes stage={stage} change={change} />
      <span className="moves">
        {detail && (
          <button
            type="button"
            className="btn small"
            aria-label={`Change: ${stage.title}`}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            Change
          </button>
        )}
        <button
          type="button"
          className="btn small"
          aria-label={`Earlier: ${stage.title}`}
          disabled={at === 0}
          onClick={() => move(stages[at - 2])}
        >
          <Icon of={IconArrowUp} />
        </button>
        <button
          type="button"
          className="btn small"
          aria-label={`Later: ${stage.title}`}
          disabled={at === stages.length - 1}
          onClick={() => move(stages[at + 1])}
        >
          <Icon of={IconArrowDown} />
        </button>
        <button
          type="button"
          className="btn small"
          aria-label={remove.armed ? `Press again to take out: ${stage.title}` : `Take out: ${stage.title}`}
          disabled={stages.length === 1}
          onClick={remove.press}
        >
          {remove.armed ? 'Take out?' : <Icon of={IconX} />}
        </button>
      </span>
      {detail && isOpen && <ChangeStage stage={stage} detail={detail} change={change} />}
    </li>
  );
}

/** Kept when left or on Enter; what is no number of minutes goes back to what it was. */
function Minutes({ stage, change }: { stage: StageShown; change: Change }) {
  const [typed, setTyped] = useState<string | null>(null);
  const keep = async () => {
    const minutes = Number(typed);
    if (typed !== null && Number.isInteger(minutes) && minutes >= 1 && minutes !== stage.minutes)
      await change({ command: 'stage-change', stage: stage.id, minutes });
    setTyped(null);
  };
  return (
    <input
      className="input num"
      type="number"
      min={1}
      max={MOST_STAGE_MINUTES}
      value={typed ?? stage.minutes}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && void keep()}
      aria-label={`Minutes of ${stage.title}`}
    />
  );
}

/** Any kind of stage, right after where the group is, with what of the write-up it shows. */
function AddStage({ change }: { change: Change }) {
  const { room, writeUp, momentZone, facilitator } = useRoom();
  const [title, setTitle] = useState('');
  const [minutes, setMinutes] = useState('5');
  const [kind, setKind] = useState<AddableKind>('prompt');
  const after = room.current?.stage ?? room.stages.at(-1)?.id ?? null;
  const others = room.stages.map(({ id, kind }) => ({
    kind,
    targets: facilitator?.stages[id]?.targets ?? [],
  }));
  const add = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const targets = ticked(new FormData(event.currentTarget));
    if (title.trim() === '') return;
    const prompt = PROMPTS[kind];
    const added = { kind, title, prompt, minutes: Number(minutes) || 5, targets, after };
    if (!(await change({ command: 'stage-add', ...added }))) return;
    setTitle('');
    setKind('prompt');
  };
  return (
    <form className="add-stage" onSubmit={add}>
      <input
        className="input"
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
        maxLength={LONGEST_STAGE_TITLE}
        placeholder={room.current ? 'A stage after this one' : 'One more stage'}
        aria-label="Title of a new stage"
      />
      {room.kind === 'review' && (
        <select
          className="input"
          value={kind}
          onChange={(event) => {
            const chosen = event.currentTarget.value as typeof kind;
            setKind(chosen);
            // a title somebody typed stays
            if (title.trim() === '' || title === NEW_TITLES[kind]) setTitle(NEW_TITLES[chosen]);
          }}
          aria-label="What the new stage is"
        >
          {ADDABLE_KINDS.map((known) => (
            <option key={known} value={known}>
              {STAGE_KIND_WORDS[known]}
            </option>
          ))}
        </select>
      )}
      <input
        className="input num"
        type="number"
        min={1}
        max={MOST_STAGE_MINUTES}
        value={minutes}
        onChange={(event) => setMinutes(event.currentTarget.value)}
        aria-label="Minutes of the new stage"
      />
      <button type="submit" className="btn small" disabled={title.trim() === ''}>
        <Icon of={IconPlus} />
        Add
      </button>
      <SourceTicks
        key={kind}
        name="source"
        kind={kind}
        targets={firstSources(kind, writeUp, others)}
        sources={sourcesOf(writeUp, [], momentZone)}
      />
    </form>
  );
}
