import { type FormEvent, useId, useState } from 'react';
import { LONGEST_GROUP } from '#domain/action-session/idea.ts';
import type { IdeaShown } from '#server/actions/read-session-board.ts';
import { useRoom } from '../room-context.ts';
import { grouped } from './groups.ts';
import { useBoard, useSession } from './use-board.ts';

/** Ideas that are alike, under one heading each. Those who steer write the headings; everyone sees them move. */
export function Grouping() {
  const { ideas } = useBoard();
  const { unsealed } = useSession();
  const { own } = useRoom();
  const list = useId();
  const groups = grouped(ideas);
  if (!unsealed)
    return <p className="empty session">The ideas are still closed. They are opened in the step before.</p>;
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
        <section key={group.name}>
          <h3>{group.name || (groups.length > 1 ? 'On their own' : 'All of them')}</h3>
          {group.ideas.map((idea) => (
            <article className="it" key={idea.id}>
              <p className="t">
                <span>{idea.words}</span>
                <span className="by">{idea.by ?? 'unsigned'}</span>
              </p>
              {own.actor.steers && <PutWith key={idea.group} idea={idea} list={list} />}
            </article>
          ))}
        </section>
      ))}
    </div>
  );
}

function PutWith({ idea, list }: { idea: IdeaShown; list: string }) {
  const { send } = useRoom();
  const [group, setGroup] = useState(idea.group);
  const put = (event: FormEvent) => {
    event.preventDefault();
    void send({ command: 'group-idea', idea: idea.id, group });
  };
  return (
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
  );
}
