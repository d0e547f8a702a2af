import { plainDay } from '#app/components/clock-words.ts';
import { joined } from '#app/components/counted.ts';
import { STANDING_WORDS, type Standing, standingOf } from '#domain/action-session/standing.ts';
import type { IdeaShown, SessionBoard } from '#server/actions/read-session-board.ts';

/** What goes where, read aloud to all before it is written down: who does what by when, what waits, what was said no to. */
export function ReadBack({ ideas, trackers }: Pick<SessionBoard, 'ideas' | 'trackers'>) {
  const toDo = ideas.filter(({ item }) => item !== null);
  const owners = [...new Set(toDo.map(({ item }) => item?.ownerName ?? ''))].sort((a, b) =>
    a.localeCompare(b, 'en'),
  );
  const standing = (as: Standing) => ideas.filter((idea) => standingOf(idea) === as);
  const rest = [
    [STANDING_WORDS['not-now'], standing('not-now')],
    [STANDING_WORDS.no, standing('no')],
    [STANDING_WORDS.done, standing('done')],
    ['Not decided, and still in sight', standing('open')],
  ] as const;
  if (ideas.length === 0) return null;
  return (
    <section className="read-back" aria-labelledby="read-back-title">
      <h3 id="read-back-title">Read back to everyone</h3>
      {owners.map((owner) => (
        <div key={owner}>
          <h4>{owner}</h4>
          <ul>
            {toDo
              .filter(({ item }) => item?.ownerName === owner)
              .map(({ id, item }) => (
                <li key={id}>
                  {item?.title}
                  <small>{goesWhere(item, trackers)}</small>
                </li>
              ))}
          </ul>
        </div>
      ))}
      {rest.map(
        ([title, those]) =>
          those.length > 0 && (
            <div key={title}>
              <h4>{title}</h4>
              <ul>
                {those.map((idea) => (
                  <li key={idea.id}>
                    {idea.words}
                    <small>{idea.reason || idea.fixed.map(({ words }) => words).join(' ')}</small>
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </section>
  );
}

const goesWhere = (item: IdeaShown['item'], trackers: readonly string[]): string =>
  [
    item?.dueOn ? `by ${plainDay(item.dueOn)}` : '',
    trackers.length === 0
      ? 'stands on their day in Soak'
      : `stands on their day in Soak, and can be sent to ${joined(trackers, 'or')}`,
    item?.reviewOn ? `asked on ${plainDay(item.reviewOn)} whether it worked` : '',
  ]
    .filter(Boolean)
    .join(' · ');
