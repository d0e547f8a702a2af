import { Quotation } from './quotation.tsx';
import { entryAddress, messageAddress, type QuotedMessage, useWritingFacts } from './surroundings.tsx';

/** The messages something rests on, unchanged. Those that cannot be read here any more are counted, not hidden. */
export function Evidence({ ids }: { ids: readonly string[] }) {
  const { review, messages } = useWritingFacts();
  const here = ids.flatMap((id): QuotedMessage[] => (messages[id] ? [messages[id]] : []));
  if (ids.length === 0) return null;
  const gone = ids.length - here.length;
  return (
    <div className="evidence">
      <p className="entry-label">
        Evidence <span className="quietly">unchanged</span>
      </p>
      {here.map((message) => (
        <Quotation key={message.id} message={message} href={messageAddress(review, message.id)} />
      ))}
      {gone > 0 && (
        <p className="quietly small">
          {gone === 1 ? 'One piece is' : `${gone} pieces are`} not here any more.
        </p>
      )}
    </div>
  );
}

/** Links to the other side: the moments a finding rests on, the findings that rest on a moment. */
export function LinkedEntries({
  title,
  to,
  ids,
}: {
  title: string;
  to: 'moment' | 'finding';
  ids: readonly string[];
}) {
  const facts = useWritingFacts();
  const here = ids.filter((id) => facts.names[id] !== undefined);
  if (here.length === 0) return null;
  return (
    <div className="linked">
      <p className="entry-label">{title}</p>
      <ul>
        {here.map((id) => (
          <li key={id}>
            <a className="link" href={entryAddress(facts, to, id)}>
              {facts.names[id] || 'not written yet'}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
