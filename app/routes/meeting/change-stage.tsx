import { type SubmitEvent, useState } from 'react';
import { SourceTicks } from '#app/components/source-ticks.tsx';
import { sourcesOf } from '#app/components/source-words.ts';
import { asId, type PersonId } from '#domain/ids.ts';
import type { Command } from '#domain/meeting/command.ts';
import type { StageDetail } from '#domain/meeting/own-room.ts';
import type { StageShown } from '#domain/meeting/projection.ts';
import { LONGEST_PROMPT, LONGEST_STAGE_TITLE } from '#domain/meeting/stage.ts';
import { type Target, targetOfValue, targetValue } from '#domain/meeting/target.ts';
import { ReaderOptions } from './reader-options.tsx';
import { useRoom } from './room-context.ts';

type StageChange = Extract<Command, { command: 'stage-change' }>;

/** One stage opened: its title, what it asks, who tells it, what it shows. What was typed stays until it is kept. */
export function ChangeStage({
  stage,
  detail,
  change,
}: {
  stage: StageShown;
  detail: StageDetail;
  /** True once it is kept. */
  change: (command: Command) => Promise<boolean>;
}) {
  const { room, writeUp, momentZone, people, me } = useRoom();
  // as it was when it was opened: only what this hand has changed is sent, another's changes stay
  const [opened, setOpened] = useState({ title: stage.title, ...detail });
  const [kept, setKept] = useState(false);
  const keep = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const next = valuesIn(new FormData(event.currentTarget));
    const changes = differing(opened, next);
    if (
      Object.keys(changes).length > 0 &&
      !(await change({ command: 'stage-change', stage: stage.id, ...changes }))
    )
      return;
    setOpened({ ...opened, ...changes });
    setKept(true);
  };
  const named = [...room.facilitators, me, ...people.map(({ user }) => user)];
  const teller = opened.teller && {
    id: opened.teller,
    name: named.find(({ id }) => id === opened.teller)?.name ?? 'As planned',
  };
  return (
    <form className="change-stage" onSubmit={keep} onChange={() => setKept(false)}>
      <label>
        Title
        <input
          className="input"
          name="title"
          defaultValue={opened.title}
          maxLength={LONGEST_STAGE_TITLE}
          required
        />
      </label>
      <label>
        Shown to everyone
        <textarea
          className="input words"
          name="prompt"
          defaultValue={opened.prompt}
          maxLength={LONGEST_PROMPT}
          rows={2}
        />
      </label>
      {room.kind === 'review' && (
        <label>
          Who tells this part
          <select className="input" name="teller" defaultValue={opened.teller ?? ''}>
            <option value="">Nobody in particular</option>
            <ReaderOptions also={teller} />
          </select>
        </label>
      )}
      <SourceTicks
        name="source"
        kind={stage.kind}
        targets={opened.targets}
        sources={sourcesOf(writeUp, opened.targets, momentZone)}
      />
      <span className="acts">
        <button type="submit" className="btn small">
          Keep it
        </button>
        <span role="status" className="quietly small">
          {kept && 'Kept. Everyone sees it now.'}
        </span>
      </span>
    </form>
  );
}

type Values = Required<Pick<StageChange, 'title' | 'prompt' | 'teller'>> & { targets?: Target[] };

const valuesIn = (form: FormData): Values => {
  const teller = String(form.get('teller') ?? '');
  return {
    title: String(form.get('title') ?? '').trim(),
    prompt: String(form.get('prompt') ?? ''),
    teller: teller === '' ? null : asId<PersonId>(teller),
    ...(form.has('source-asked') && { targets: ticked(form) }),
  };
};

/** What was ticked of `SourceTicks`, in its order. */
export const ticked = (form: FormData): Target[] =>
  form.getAll('source').flatMap((value) => targetOfValue(String(value)) ?? []);

function differing(
  before: { title: string } & StageDetail,
  { title, prompt, teller, targets }: Values,
): Omit<StageChange, 'command' | 'stage'> {
  const asOne = (list: readonly Target[]) => list.map(targetValue).sort().join();
  return {
    ...(title !== '' && title !== before.title && { title }),
    ...(prompt !== before.prompt && { prompt }),
    ...(teller !== before.teller && { teller }),
    ...(targets && asOne(targets) !== asOne(before.targets) && { targets }),
  };
}
