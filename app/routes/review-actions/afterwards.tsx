import { Link } from 'react-router';
import { counted } from '#app/components/counted.ts';
import { Ruled } from '#app/components/page.tsx';
import { When } from '#app/components/when.tsx';
import { DecidedIdea } from './decided-idea.tsx';
import { FixedFacts } from './fixed-facts.tsx';
import type { PageFacts } from './page-facts.ts';
import { Reflections } from './reflections.tsx';

/** Once the ideas are open: how it ended, each decision with its reason, what is being done and by whom. */
export function Afterwards({ page, problems, given }: PageFacts) {
  const { outcome, ideas } = page.outcome;
  const groups = [...new Set(ideas.map((idea) => idea.group))].sort(
    (a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b),
  );
  return (
    <>
      <h1>{titleOf(page.outcome)}</h1>
      {outcome?.reason && <p className="lead">{outcome.reason}</p>}
      {outcome === null && page.session && (
        <p className="lead">
          The action session is deciding.{' '}
          <Link className="link" to={`/meetings/${page.session.id}`}>
            Enter the room
          </Link>
        </p>
      )}
      {outcome && (
        <p className="quietly small">
          Decided <When at={outcome.endedAt} named now={page.now} />
          {page.soak && (
            <>
              , after it had soaked since <When at={page.soak.startedAt} as="day" now={page.now} />
            </>
          )}
          .
        </p>
      )}
      <div className="soak-columns">
        <div>
          {groups.map((group) => (
            <section key={group}>
              <Ruled>
                {group ||
                  (groups.length > 1
                    ? 'On their own'
                    : counted(ideas.length, 'idea was opened', 'ideas were opened'))}
              </Ruled>
              {ideas
                .filter((idea) => idea.group === group)
                .map((idea) => (
                  <DecidedIdea key={idea.id} idea={idea} me={page.me} now={page.now} />
                ))}
            </section>
          ))}
          {ideas.length === 0 && <p className="empty">No idea had been sealed.</p>}
        </div>
        <div>
          <FixedFacts page={page} problems={problems} given={given} />
          <Reflections page={page} problems={problems} given={given} />
        </div>
      </div>
    </>
  );
}

function titleOf({ outcome, ideas }: PageFacts['page']['outcome']): string {
  if (outcome === null) return 'The ideas are open';
  if (outcome.kind === 'nothing-to-do') return 'Nothing to do: this is the incident we want';
  const toDo = ideas.filter((idea) => idea.decision === 'do').length;
  return toDo === 0
    ? 'Decided, and nothing taken on'
    : `${counted(toDo, 'thing to do, with', 'things to do, each with')} its reason`;
}
