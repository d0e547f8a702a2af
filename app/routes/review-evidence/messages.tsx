import type { FetcherWithComponents } from 'react-router';
import { Link } from 'react-router';
import { Refusal } from '#app/components/refusal.tsx';
import { useReviewPage } from '#app/components/review-page.tsx';
import { When } from '#app/components/when.tsx';
import { CameAlong, thingsOf } from '#app/components/writing/came-along.tsx';
import { messageAddress } from '#app/components/writing/surroundings.tsx';
import type { EvidencePage, ShownMessage } from '#server/evidence/read-evidence.ts';
import { Extras } from './message-extras.tsx';

export type QuoteAnswer = { message: string } & ({ quotedIn: string } | { refused: string });
type Quoted = Record<string, { anchor: string; name: string }[]>;

interface Facts {
  evidence: EvidencePage;
  quoted: Quoted;
  now: Date;
  /** Where a press on Quote goes; null for those who may not write. */
  into: string | null;
  fetcher: FetcherWithComponents<QuoteAnswer>;
  answer: QuoteAnswer | null;
}

/** Messages in order. One form around all of them: a press on Quote names its message. */
export const Messages = ({ evidence, quoted, now, into, fetcher, answer }: Facts) => (
  <fetcher.Form method="post">
    <input type="hidden" name="into" value={into ?? ''} />
    <ol className="messages">
      {evidence.messages.map((message) => (
        <OneMessage
          key={message.id}
          message={message}
          isAsked={message.id === evidence.asked}
          places={quoted[message.id] ?? []}
          now={now}
          mayQuote={into !== null}
          answer={answer?.message === message.id ? answer : null}
        />
      ))}
    </ol>
  </fetcher.Form>
);

function OneMessage({
  message,
  isAsked,
  places,
  now,
  mayQuote,
  answer,
}: {
  message: ShownMessage;
  isAsked: boolean;
  places: Quoted[string];
  now: Date;
  mayQuote: boolean;
  answer: QuoteAnswer | null;
}) {
  const review = useReviewPage();
  const { id, speaker, at, text, kind, extras, silence, answers } = message;
  return (
    <>
      {silence && <li className="silence">{silence}</li>}
      <li id={`message-${id}`} className={`message kind-${kind}`} aria-current={isAsked ? 'true' : undefined}>
        <header>
          <b>{speaker}</b>
          <Link className="when" to={messageAddress(review.id, id)} preventScrollReset>
            {at ? <When at={at} now={now} /> : extras.stated || 'time not known'}
          </Link>
          {answers && (
            <Link to={messageAddress(review.id, answers.id)} className="quietly">
              answers {answers.speaker}
            </Link>
          )}
        </header>
        {text !== '' && <p className="words">{text}</p>}
        <CameAlong things={thingsOf(extras, review.id)} />
        <Extras extras={extras} />
        <footer>
          {mayQuote && (
            <button type="submit" name="message" value={id} className="btn small quiet">
              Quote<span className="sr"> what {speaker} said</span>
            </button>
          )}
          <span role="status">{answer && 'quotedIn' in answer && `Quoted in ${answer.quotedIn}.`}</span>
          {answer && 'refused' in answer && <Refusal sentence={answer.refused} />}
          {places.map(({ anchor, name }) => (
            <a key={anchor} className="link quietly" href={`/reviews/${review.id}#${anchor}`}>
              Quoted in {name}
            </a>
          ))}
        </footer>
      </li>
    </>
  );
}
