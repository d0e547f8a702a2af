import { useState } from 'react';
import { LeftInTab } from '#app/components/unsigned/left-in-tab.tsx';
import { useTabBox } from '#app/components/unsigned/tab-box.ts';
import { UnsignedBox } from '#app/components/unsigned/unsigned-box.tsx';
import { sendCommand } from '#app/components/use-press.ts';

/** U1: a plain fetch, and nothing is loaded again after it, so that nothing else tells of it. */
export function BringUnsigned({ meeting, me, opened }: { meeting: string; me: string; opened: boolean }) {
  const box = useTabBox(meeting, me);
  const [said, say] = useState('');
  if (opened)
    return (
      <>
        <p className="empty">
          A facilitator has opened what came without a name. What is unsaid still has its place in the
          meeting.
        </p>
        <LeftInTab meeting={meeting} me={me} over />
      </>
    );
  return (
    <>
      <UnsignedBox
        box={box}
        kind="brought"
        label="What is still unsaid"
        put={(id, words) => sent(meeting, { command: 'bring-unsigned', id, words })}
        takeOut={(id) => sent(meeting, { command: 'take-back-unsigned', id })}
        say={say}
      />
      <p className="sr" role="status">
        {said}
      </p>
    </>
  );
}

const sent = async (meeting: string, command: Parameters<typeof sendCommand>[1]) => {
  const sentence = await sendCommand(meeting, command);
  return sentence === null ? ({ done: true } as const) : ({ done: false, sentence } as const);
};
