import { plainDay } from '#app/components/clock-words.ts';
import { isOpen, STANDING_WORDS } from '#domain/action-session/standing.ts';
import type { IdeaShown } from '#server/actions/read-session-board.ts';
import { useRoom } from '../room-context.ts';
import { Merged } from './merged.tsx';

/** An idea as one sentence that begins with its decision; those who steer open it from here. */
export function DecidedLine({ idea }: { idea: IdeaShown }) {
  const { own, send } = useRoom();
  return (
    <article className="it">
      <p className="t">
        {own.actor.steers ? (
          <button
            type="button"
            className="open-it"
            onClick={() => send({ command: 'open-idea', idea: idea.id })}
          >
            <span className="sr">Open </span>
            {idea.words}
          </button>
        ) : (
          <span>{idea.words}</span>
        )}
        <span className="by">{idea.by ?? 'unsigned'}</span>
      </p>
      <Merged of={idea} />
      <Decision idea={idea} />
    </article>
  );
}

function Decision({ idea }: { idea: IdeaShown }) {
  const { writeUp } = useRoom();
  const { item, decision, fixed } = idea;
  const answers = item && writeUp.findings.find(({ id }) => id === item.finding)?.title;
  return (
    <div className="d">
      {decision !== null && (
        <p>
          <b>{STANDING_WORDS[decision]}.</b>{' '}
          {item &&
            `${item.ownerName}${item.dueOn ? `, by ${plainDay(item.dueOn)}` : ''}. ${answers ? `Answers “${answers}”. ` : ''}`}
          {idea.reason}
        </p>
      )}
      {fixed.map((fact) => (
        <p key={fact.id}>
          <b>{STANDING_WORDS.done}.</b> {fact.words}
        </p>
      ))}
      {isOpen(idea) && <p>{STANDING_WORDS.open}</p>}
    </div>
  );
}
