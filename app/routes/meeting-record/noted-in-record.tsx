import { NotedBetween } from '#app/components/noted-between.tsx';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { usePress } from '#app/components/use-press.ts';
import type { CaptureShown } from '#domain/meeting/projection.ts';

/** What the meeting left between this reader and another: it joins the record once the one it was noted for says yes (C2). */
export function NotedInRecord({
  noted,
  meeting,
  me,
}: {
  noted: readonly CaptureShown[];
  meeting: string;
  me: string;
}) {
  const { press, refused } = usePress(meeting);
  if (noted.length === 0) return null;
  const isForMe = noted.some(({ forPerson }) => forPerson?.id === me);
  return (
    <section>
      <Ruled aside="not in the record yet">{isForMe ? 'Noted for you' : 'Noted by you for others'}</Ruled>
      <ul>
        {noted.map((capture) => (
          <NotedBetween
            key={capture.id}
            capture={capture}
            me={me}
            confirm={() => press({ command: 'confirm-capture', capture: capture.id })}
            withdraw={() => press({ command: 'withdraw-capture', capture: capture.id })}
          />
        ))}
      </ul>
      <Refusal sentence={refused} />
    </section>
  );
}
