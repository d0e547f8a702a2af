import { counted } from '#app/components/counted.ts';
import { asItStands } from '#domain/action-session/as-it-stands.ts';
import { grouped, nextUndecided } from '#domain/action-session/next-idea.ts';
import { isOpen, STANDING_WORDS } from '#domain/action-session/standing.ts';
import type { IdeaShown } from '#server/actions/read-session-board.ts';
import { useRoom } from '../room-context.ts';
import { useRoomUi } from '../room-ui.ts';
import { BearingOnIdea } from './bearing.tsx';
import { Coming } from './coming.tsx';
import { DecidedLine } from './decided-line.tsx';
import { IdeaForm } from './idea-form.tsx';
import { LeftOfMerged } from './left-aside.tsx';
import { Merged } from './merged.tsx';
import { useBoard, useIdeasAreComing, useOpenIdeaIsComing, useSession } from './use-board.ts';

/** Groups and sentences, one idea open at a time; decided ones shrink to a sentence that begins with the decision. */
export function Deciding() {
  const { ideas } = useBoard();
  const { unsealed, openIdea } = useSession();
  const areComing = useIdeasAreComing();
  const isComing = useOpenIdeaIsComing();
  if (!unsealed)
    return <p className="empty session">The ideas are still closed. They are opened two steps before.</p>;
  if (areComing) return <Coming />;
  if (ideas.length === 0)
    return (
      <div className="session">
        <p className="say-first">There is no idea to decide on. That may be how it should be.</p>
      </div>
    );
  const groups = grouped(ideas);
  // an idea that is not on this screen, or one with another, must not take the way on along
  const open = ideas.find(({ id, merged }) => id === openIdea || merged.some((each) => each.id === openIdea));
  return (
    <div className="session ledger">
      {open === undefined && <Onward />}
      {groups.map((group) => (
        <section key={group.name}>
          {(group.name !== '' || groups.length > 1) && <h3>{group.name || 'On their own'}</h3>}
          {group.ideas.map((idea) =>
            idea === open ? (
              <Open key={idea.id} idea={idea} isComing={isComing} />
            ) : (
              <DecidedLine key={idea.id} idea={idea} />
            ),
          )}
        </section>
      ))}
    </div>
  );
}

/** Between two ideas: how far we are, and the way to the next. */
function Onward() {
  const { own, send } = useRoom();
  const { ideas } = useBoard();
  const next = nextUndecided(ideas, null);
  const left = ideas.filter(isOpen).length;
  return (
    <div className="drow onward">
      {next !== null && own.actor.steers && (
        <button
          type="button"
          className="btn"
          onClick={() => send({ command: 'open-next-idea', after: null })}
        >
          Open the next idea
        </button>
      )}
      <span className="quietly">
        {left === 0
          ? 'Each idea has been decided on.'
          : `${counted(left, 'is', 'are')} still to be decided on.`}{' '}
        {left > 0 && 'Leaving one undecided is allowed.'}
      </span>
    </div>
  );
}

function Open({ idea, isComing }: { idea: IdeaShown; isComing: boolean }) {
  const { own } = useRoom();
  const { face } = useRoomUi();
  return (
    <article className="it open" aria-current="true">
      <p className="t">
        <span>{idea.words}</span>
        <span className="by">{idea.by ?? 'unsigned'}</span>
      </p>
      <Merged of={idea} />
      {idea.fixed.map((fact) => (
        <p className="d" key={fact.id}>
          <b>{STANDING_WORDS.done}.</b> {fact.words} <span className="quietly">{fact.by}</span>
        </p>
      ))}
      {own.actor.steers ? (
        <>
          {idea.merged.map((each) => (
            <LeftOfMerged key={each.id} idea={each} />
          ))}
          {isComing ? (
            <p className="quietly">One moment.</p>
          ) : (
            <IdeaForm key={asItStands(idea)} idea={idea} />
          )}
        </>
      ) : (
        <p className="d">Nobody votes. We say the reasons, then decide; the facilitator writes it down.</p>
      )}
      {face !== 'full' && <BesideIt />}
    </article>
  );
}

/** Of a face without a floor, which has it there. */
const BesideIt = () => (
  <section className="beside-it">
    <h3>Beside it</h3>
    <BearingOnIdea />
  </section>
);
