import './agenda-dialog.css';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { type SubmitEvent, useState } from 'react';
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx';
import { Icon } from '#app/components/icon.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import type { Command } from '#domain/meeting/command.ts';
import type { StageShown } from '#domain/meeting/projection.ts';
import { LONGEST_STAGE_TITLE, MOST_STAGE_MINUTES, STAGE_KIND_WORDS } from '#domain/meeting/stage.ts';
import { PROMPTS } from '#domain/meeting/stage-prompts.ts';
import { useArmed } from './armed.ts';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';

type Change = (command: Command) => Promise<void>;

/** The agenda while the meeting runs: minutes, order, one stage more or less. Everyone sees each change at once. */
export function AgendaDialog({ open }: { open: boolean }) {
  const { room, send } = useRoom();
  const { openDialog } = useRoomUi();
  const [refused, setRefused] = useState<string | null>(null);
  const change: Change = async (command) => {
    const sent = await send(command);
    setRefused(sent.done ? null : sent.sentence);
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

/** Kinds that need nothing of the write-up. */
const ADDED_KINDS = ['prompt', 'round'] as const;

/** A question to everyone or a round, right after where the group is. */
function AddStage({ change }: { change: Change }) {
  const { room } = useRoom();
  const [title, setTitle] = useState('');
  const [minutes, setMinutes] = useState('5');
  const [kind, setKind] = useState<(typeof ADDED_KINDS)[number]>('prompt');
  const after = room.current?.stage ?? room.stages.at(-1)?.id ?? null;
  const add = async (event: SubmitEvent) => {
    event.preventDefault();
    if (title.trim() === '') return;
    const prompt = PROMPTS[kind];
    await change({ command: 'stage-add', kind, title, prompt, minutes: Number(minutes) || 5, after });
    setTitle('');
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
      <input
        className="input num"
        type="number"
        min={1}
        max={MOST_STAGE_MINUTES}
        value={minutes}
        onChange={(event) => setMinutes(event.currentTarget.value)}
        aria-label="Minutes of the new stage"
      />
      {room.kind === 'review' && (
        <select
          className="input"
          aria-label="Kind of the new stage"
          value={kind}
          onChange={(event) => setKind(event.currentTarget.value as typeof kind)}
        >
          {ADDED_KINDS.map((one) => (
            <option key={one} value={one}>
              {STAGE_KIND_WORDS[one]}
            </option>
          ))}
        </select>
      )}
      <button type="submit" className="btn small" disabled={title.trim() === ''}>
        <Icon of={IconPlus} />
        Add
      </button>
    </form>
  );
}
