import { NO_WORDS } from '#domain/import/evidence.ts';
import { CameAlong, thingsOf } from './came-along.tsx';
import { instantWords, type QuotedMessage, useWritingFacts } from './surroundings.tsx';

/** A message quoted unchanged: source, speaker and time above its words and what came with them; the time leads back to it. */
export function Quotation({ message, href }: { message: QuotedMessage; href: string | null }) {
  const { zone, review, pictures } = useWritingFacts();
  const { speaker, source, at, text } = message;
  const things = thingsOf(message, review, pictures);
  const when = at === null ? 'In the evidence' : instantWords(at, zone, true);
  return (
    <blockquote className="quote">
      <div className="src">
        {source !== '' && <span>{source}</span>}
        <span>{speaker}</span>
        {href === null ? (
          at !== null && <span className="num">{when}</span>
        ) : (
          <a className="num" href={href}>
            {when}
            <span className="sr">, in the evidence</span>
          </a>
        )}
      </div>
      {text === '' && things.length === 0 ? <span className="came-along">{NO_WORDS}</span> : text}
      <CameAlong things={things} />
    </blockquote>
  );
}
