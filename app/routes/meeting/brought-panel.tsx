import { BroughtBox, BroughtList } from '#app/components/around/brought-list.tsx';
import { OnlyFacilitators } from '#app/components/only-facilitators.tsx';
import { useRoom } from './room-context.ts';

/** What was brought beforehand. One tap says that the meeting came to it. */
export function BroughtPanel() {
  const { facilitator, phase, send } = useRoom();
  const brought = facilitator?.brought;
  if (!brought || (brought.questions.length === 0 && !brought.box?.some)) return null;
  const isOn = phase === 'live' || phase === 'paused' || phase === 'ended';
  return (
    <OnlyFacilitators words="Brought beforehand; only facilitators see this">
      <BroughtList
        questions={brought.questions}
        state={isOn ? 'said' : 'ahead'}
        touch={isOn ? (id, touched) => send({ command: 'touch', brought: id, touched }) : null}
      />
      <BroughtBox
        box={brought.box}
        open={async (few) => {
          const sent = await send({ command: 'open-brought', ...(few && { few }) });
          return sent.done ? null : sent.sentence;
        }}
      />
    </OnlyFacilitators>
  );
}
