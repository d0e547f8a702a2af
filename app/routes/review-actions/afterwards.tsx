import { Link, useParams } from 'react-router';
import { counted } from '#app/components/counted.ts';
import { Ruled } from '#app/components/page.tsx';
import { When } from '#app/components/when.tsx';
import { byStanding } from '#domain/action-session/standing.ts';
import { DecidedIdea } from './decided-idea.tsx';
import { EarlyOpenings } from './early.tsx';
import { FixedFacts } from './fixed-facts.tsx';
import type { PageFacts } from './page-facts.ts';
import { Reflections } from './reflections.tsx';
import { NotSealed } from './sealing.tsx';
import { SendWhatWasAgreed } from './tracker-line.tsx';

/** Once the ideas are open: how it ended, each decision with its reason, what is being done and by whom. */
export function Afterwards({ page, problems, given }: PageFacts) {
  const { outcome } = page.outcome;
  // what is being done comes first, as the title says it
  const ideas = page.outcome.ideas.toSorted(byStanding);
  const groups = [...new Set(ideas.map((idea) => idea.group))].sort(
    (a, b) => Number(a === '') - Number(b === '') || a.localeCompare(b),
  );
  return (
    <>
      <h1>{titleOf(page.outcome)}</h1>
      {outcome?.reason && <p className="lead">{outcome.reason}</p>}
      <StillOpen page={page} />
      <NotSealed page={page} given={given} said={openedWords(page)} />
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
      <SendWhatWasAgreed page={page} />
      <EarlyOpenings page={page} />
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
                  <DecidedIdea key={idea.id} idea={idea} page={page} problems={problems} given={given} />
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

/** S9: what nothing has been said to yet, and where it can be: the session that runs or is planned, or one more. */
function StillOpen({ page: { outcome, session, undecided, may, now } }: Pick<PageFacts, 'page'>) {
  const { id } = useParams();
  const left =
    undecided === 1
      ? 'One idea is not decided on yet and stays in sight.'
      : `${undecided} ideas are not decided on yet and stay in sight.`;
  if (session !== null && isInTheRoom(session))
    return (
      <p className="lead">
        The action session is deciding.{' '}
        <Link className="link" to={`/meetings/${session.id}`}>
          Enter the room
        </Link>
      </p>
    );
  if (outcome.outcome !== null && undecided === 0) return null;
  return (
    <p>
      {outcome.outcome === null &&
        session?.phase === 'ended' &&
        'The session ended before its ending was written down. '}
      {undecided > 0 && `${left} `}
      {session?.phase === 'planned' ? (
        <>
          The next session is on <When at={session.startsAt} named now={now} />.{' '}
          <Link className="link" to={`/meetings/${session.id}`}>
            See its plan
          </Link>
        </>
      ) : (
        may.plan && (
          <Link className="link" to={`/reviews/${id}/meeting/plan?kind=action`}>
            Plan another action session
          </Link>
        )
      )}
    </p>
  );
}

const isInTheRoom = (session: PageFacts['page']['session']): boolean =>
  session !== null && ['lobby', 'live', 'paused'].includes(session.phase);

const openedWords = ({ session }: PageFacts['page']): string =>
  isInTheRoom(session)
    ? 'The ideas are open, so nothing more is sealed; in the room it can still be said.'
    : 'The ideas are open, so nothing more is sealed.';

function titleOf({ outcome, ideas }: PageFacts['page']['outcome']): string {
  if (outcome === null) return 'The ideas are open';
  if (outcome.kind === 'nothing-to-do') return 'Nothing to do: this is the incident we want';
  const toDo = ideas.filter((idea) => idea.decision === 'do').length;
  return toDo === 0
    ? 'Decided, and nothing taken on'
    : `${counted(toDo, 'thing to do, with', 'things to do, each with')} its reason`;
}
