import { plainDay } from '#app/components/clock-words.ts';
import type { IdeaShown } from '#server/actions/read-session-board.ts';

/** What goes where, read aloud to all before it is written down: who does what by when, what waits, what was said no to. */
export function ReadBack({ ideas }: { ideas: readonly IdeaShown[] }) {
  const toDo = ideas.filter(({ item }) => item !== null);
  const owners = [...new Set(toDo.map(({ item }) => item?.ownerName ?? ''))].sort((a, b) =>
    a.localeCompare(b, 'en'),
  );
  const rest = [
    ['Not now', ideas.filter(({ decision }) => decision === 'not-now')],
    ['No', ideas.filter(({ decision }) => decision === 'no')],
    ['Already done', ideas.filter(({ decision, fixed }) => decision === null && fixed.length > 0)],
    ['Not decided, and still in sight', ideas.filter(isOpen)],
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
                  <small>{goesWhere(item)}</small>
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

const isOpen = ({ decision, fixed }: IdeaShown): boolean => decision === null && fixed.length === 0;

const goesWhere = (item: IdeaShown['item']): string =>
  [
    item?.dueOn ? `by ${plainDay(item.dueOn)}` : '',
    'stands on their day in Soak',
    item?.reviewOn ? `asked on ${plainDay(item.reviewOn)} whether it worked` : '',
  ]
    .filter(Boolean)
    .join(' · ');
