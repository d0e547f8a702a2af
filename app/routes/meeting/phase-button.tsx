import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { Icon } from '#app/components/icon.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import type { CommandName } from '#domain/meeting/command.ts';
import { useRoom } from './room-context.ts';

type Step = Extract<CommandName, 'open' | 'start' | 'pause' | 'resume' | 'reopen'>;

const ALL: readonly Step[] = ['open', 'start', 'pause', 'resume', 'reopen'];

const STEPS: { step: Step; words: string; main: boolean }[] = [
  { step: 'open', words: 'Open the room', main: true },
  { step: 'start', words: 'Start', main: true },
  { step: 'pause', words: 'Pause the meeting', main: false },
  { step: 'resume', words: 'Go on', main: true },
  { step: 'reopen', words: 'Open it again', main: false },
];

/** From lobby to live, to paused and on: only the step the rules allow now is there to press. */
export function PhaseButton({ steps = ALL, className }: { steps?: readonly Step[]; className?: string }) {
  const { may, send } = useRoom();
  const [refused, setRefused] = useState<string | null>(null);
  const press = async (step: Step) => {
    const sent = await send({ command: step });
    setRefused(sent.done ? null : sent.sentence);
  };
  return (
    <>
      <Refusal sentence={refused} />
      {STEPS.filter(({ step }) => steps.includes(step) && may(step) === true).map(({ step, words, main }) => (
        <button
          key={step}
          type="button"
          className={className ?? (main ? 'btn main' : 'btn')}
          onClick={() => press(step)}
        >
          <Icon of={step === 'pause' ? IconPlayerPause : IconPlayerPlay} size={17} />
          {words}
        </button>
      ))}
    </>
  );
}
