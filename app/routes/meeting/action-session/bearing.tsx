import { IconArrowsSplit2, IconQuestionMark } from '@tabler/icons-react';
import { FindingKindLabel } from '#app/components/finding-mark.tsx';
import { Icon } from '#app/components/icon.tsx';
import { bearingOn } from '#domain/action-session/bearing.ts';
import { keptAsSaid } from '#domain/meeting/capture.ts';
import type { Finding } from '#domain/write-up.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { textOf } from '../target-words.ts';
import { useBoard, useSession } from './use-board.ts';

/** What bears on the open idea: the finding it answers, a mitigator, a different view, a question. */
export function BearingOnIdea() {
  const { writeUp, own, room } = useRoom();
  const { chosen } = useRoomUi();
  const { ideas, captures } = useBoard();
  const { openIdea, unsealed } = useSession();
  const open = ideas.find(({ id, merged }) => id === openIdea || merged.some((each) => each.id === openIdea));
  const answered = chosen?.type === 'finding' ? chosen.id : (open?.item?.finding ?? open?.answers ?? null);
  const bearing = bearingOn(writeUp, captures, answered);
  const isEmpty = bearing.mitigators.length + bearing.differentViews.length + bearing.questions.length === 0;
  const step = room.stages.find(({ id }) => id === room.current?.stage)?.kind;
  // there no idea is opened any more
  const hint =
    step === 'outcome'
      ? null
      : hintFor(openIdea !== null, unsealed && ideas.length > 0, own.actor.steers, isEmpty);
  return (
    <div className="bearing">
      {bearing.finding ? <About finding={bearing.finding} /> : hint && <p className="quietly">{hint}</p>}
      {bearing.mitigators.map((mitigator) => (
        <About key={mitigator.id} finding={mitigator} />
      ))}
      {bearing.differentViews.map((view) => (
        <section key={view.id}>
          <p className="cap">
            <Icon of={IconArrowsSplit2} />A different view
          </p>
          <p className="words">{view.words}</p>
          <small>
            {view.by ?? 'without a name'}, in the meeting
            {view.by !== null && `; ${keptAsSaid(view.isForLabel)}`}
          </small>
        </section>
      ))}
      {bearing.questions.map((question) => (
        <section key={question.id}>
          <p className="cap">
            <Icon of={IconQuestionMark} />
            Question
          </p>
          <p className="words">{question.words}</p>
        </section>
      ))}
    </div>
  );
}

/** What comes to stand here, and what the things are that stand here already. */
function hintFor(isOpen: boolean, canChoose: boolean, steers: boolean, isEmpty: boolean): string {
  if (!isOpen && canChoose && steers)
    return isEmpty
      ? 'Choose an idea, and what bears on it stands here.'
      : 'These bear on the whole. Choose an idea, and its finding joins them.';
  if (!isOpen)
    return isEmpty
      ? 'Once an idea is open, what bears on it stands here.'
      : 'These bear on the whole; a finding joins them once an idea is open.';
  if (steers)
    return isEmpty
      ? 'Choose the finding it answers, and it stands here.'
      : 'These bear on the whole. Choose the finding it answers, and it joins them.';
  return isEmpty
    ? 'The finding it answers stands here once it is chosen.'
    : 'These bear on the whole; the finding it answers joins them once it is chosen.';
}

const SHORT = 240;

function About({ finding }: { finding: Finding }) {
  const words = textOf(finding.blocks).split('\n')[0] ?? '';
  return (
    <section>
      <FindingKindLabel kind={finding.kind} />
      <h3>{finding.title}</h3>
      <p className="words">{words.length > SHORT ? `${words.slice(0, SHORT).trimEnd()}…` : words}</p>
    </section>
  );
}
