import { CaptureLine } from '#app/components/capture-line.tsx';
import { useRoom } from './room-context.ts';

const SHOWN = 2;

/** Under the queue of those who take part: what was kept last, so that they see it without leaving who speaks. */
export function LastCaptured() {
  const { captures, own } = useRoom();
  if (own.actor.steers || captures.length === 0) return null;
  return (
    <section className="last-captured" aria-labelledby="last-captured-title">
      <h2 id="last-captured-title">Last captured</h2>
      <ul>
        {captures.slice(0, SHOWN).map(({ id, kind, words, isCut }) => (
          <CaptureLine key={id} kind={kind} words={words + (isCut ? '…' : '')} />
        ))}
      </ul>
    </section>
  );
}
