import { type DragEvent, type FormEvent, useId, useState } from 'react';
import { LONGEST_GROUP } from '#domain/action-session/idea.ts';
import { grouped } from '#domain/action-session/next-idea.ts';
import type { IdeaShown } from '#server/actions/read-session-board.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { Coming } from './coming.tsx';
import { Merged } from './merged.tsx';
import { useBoard, useIdeasAreComing, useSession } from './use-board.ts';

/** Ideas that are alike, under one heading each: dragged there, or put there by hand. Those who steer do it; everyone sees them move. */
export function Grouping() {
  const { ideas } = useBoard();
  const { unsealed } = useSession();
  const { own } = useRoom();
  const areComing = useIdeasAreComing();
  const list = useId();
  const drag = useDragging();
  const groups = grouped(ideas);
  if (!unsealed)
    return <p className="empty session">The ideas are still closed. They are opened in the step before.</p>;
  if (areComing) return <Coming />;
  const isAlone = groups.some(({ name }) => name === '');
  return (
    <div className="session">
      <p className="say-first">Which of these are about the same thing?</p>
      <datalist id={list}>
        {groups
          .filter(({ name }) => name !== '')
          .map(({ name }) => (
            <option key={name} value={name} />
          ))}
      </datalist>
      {groups.map((group) => (
        <section key={group.name} {...drag.over(group.name)}>
          <h3>{group.name || (groups.length > 1 ? 'On their own' : 'All of them')}</h3>
          {group.ideas.map((idea) => (
            <article className="it" key={idea.id} {...(own.actor.steers ? drag.handle(idea) : {})}>
              <p className="t">
                <span>{idea.words}</span>
                <span className="by">{idea.by ?? 'unsigned'}</span>
              </p>
              <Merged of={idea} />
              {own.actor.steers && <PutWith key={idea.group} idea={idea} list={list} others={ideas} />}
            </article>
          ))}
        </section>
      ))}
      {drag.dragged !== null && !isAlone && (
        <section {...drag.over('')} className="drop-here">
          <p>Drop it here, and it stands alone.</p>
        </section>
      )}
    </div>
  );
}

/** Dragging is one way; the heading beside each idea is the other, and the only one a keyboard or a finger needs. */
function useDragging() {
  const { send } = useRoom();
  const [dragged, setDragged] = useState<IdeaShown | null>(null);
  const [onto, setOnto] = useState<string | null>(null);
  const end = () => {
    setDragged(null);
    setOnto(null);
  };
  return {
    dragged,
    handle: (idea: IdeaShown) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        // a drag that begins in a field selects its words
        if ((event.target as HTMLElement).closest('input, select')) return event.preventDefault();
        event.dataTransfer.effectAllowed = 'move';
        event.dataTransfer.setData('text/plain', idea.words);
        setDragged(idea);
      },
      onDragEnd: end,
    }),
    over: (group: string) => ({
      className: dragged !== null && onto === group && dragged.group !== group ? 'drop-onto' : undefined,
      onDragOver: (event: DragEvent) => {
        if (dragged === null) return;
        event.preventDefault();
        setOnto(group);
      },
      onDrop: (event: DragEvent) => {
        if (dragged === null) return;
        event.preventDefault();
        if (dragged.group !== group) void send({ command: 'group-idea', idea: dragged.id, group });
        end();
      },
    }),
  };
}

function PutWith({ idea, list, others }: { idea: IdeaShown; list: string; others: readonly IdeaShown[] }) {
  const { send } = useRoom();
  const [group, setGroup] = useState(idea.group);
  const put = (event: FormEvent) => {
    event.preventDefault();
    void send({ command: 'group-idea', idea: idea.id, group });
  };
  return (
    <div className="put-with-all">
      <form className="put-with" onSubmit={put}>
        <label>
          <span>Under the heading</span>
          <input
            className="input"
            list={list}
            value={group}
            maxLength={LONGEST_GROUP}
            onChange={(event) => setGroup(event.target.value)}
          />
        </label>
        <button type="submit" className="btn small" disabled={group.trim() === idea.group}>
          {group.trim() === '' && idea.group !== '' ? 'Let it stand alone' : 'Put it there'}
        </button>
      </form>
      {others.length > 1 && idea.decision === null && <SameAs idea={idea} others={others} />}
    </div>
  );
}

/** Two that are one are decided on together; both keep their words and their names. */
function SameAs({ idea, others }: { idea: IdeaShown; others: readonly IdeaShown[] }) {
  const { send } = useRoom();
  const { say } = useRoomUi();
  const merge = async (into: string) => {
    const sent = await send({ command: 'merge-idea', idea: idea.id, into });
    if (sent.done) say('They are one now, and can be two again.');
  };
  const [into, setInto] = useState('');
  return (
    <form
      className="put-with"
      onSubmit={(event) => {
        event.preventDefault();
        if (into !== '') void merge(into);
      }}
    >
      <label>
        <span>The same as</span>
        <select className="input" value={into} onChange={(event) => setInto(event.target.value)}>
          <option value="">no other</option>
          {others
            .filter(({ id }) => id !== idea.id)
            .map((other) => (
              <option key={other.id} value={other.id}>
                {other.words.length > 70 ? `${other.words.slice(0, 70)}…` : other.words}
              </option>
            ))}
        </select>
      </label>
      <button type="submit" className="btn small" disabled={into === ''}>
        Make them one
      </button>
    </form>
  );
}
