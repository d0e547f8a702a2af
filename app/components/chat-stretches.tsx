import './chat-stretches.css';
import type { ChatLine, ChatStretch } from '#domain/meeting/chat-stretch.ts';
import { instantWords } from './writing/surroundings.tsx';

/** Chat as it was said, each place by itself, with the silences in it. @param stretches null where it is not to be seen */
export function ChatStretches({
  stretches,
  zone,
}: {
  stretches: readonly ChatStretch[] | null;
  zone: string;
}) {
  if (stretches === null)
    return (
      <p className="quietly chat-unseen">
        Chat is shown here to those who read the review’s evidence. Ask what was said; somebody will read it
        out.
      </p>
    );
  if (stretches.length === 0)
    return <p className="quietly">What was said is not in the evidence any more.</p>;
  return stretches.map((stretch, at) => (
    <section key={`${at} ${stretch.source}`} className="chat-stretch" aria-label={stretch.source}>
      <p className="chat-source" aria-hidden="true">
        {stretch.source}
      </p>
      <ol>
        {stretch.lines.map((line) => (
          <Line key={line.id} line={line} zone={zone} />
        ))}
      </ol>
      {stretch.isCut && <p className="quietly">It goes on in the evidence.</p>}
    </section>
  ));
}

const Line = ({ line, zone }: { line: ChatLine; zone: string }) => (
  <>
    {line.silence && <li className="chat-silence">{line.silence}</li>}
    <li>
      <b>{line.speaker}</b>{' '}
      <span className="chat-when">{line.at ? instantWords(line.at, zone, false) : 'time not known'}</span>
      <p>{line.text}</p>
    </li>
  </>
);
