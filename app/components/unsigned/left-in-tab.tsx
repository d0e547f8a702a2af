import './unsigned.css';
import { useEffect, useState } from 'react';
import { sendCommand } from '../use-press.ts';
import { forgetTabBox, useTabBox } from './tab-box.ts';
import { PutHereList } from './unsigned-box.tsx';

/**
 * What this tab holds of the box once nothing more goes in: words that came too late, to read; and what it put in, to be taken out
 * until the box is opened. Then its texts are nobody's (U5), here neither.
 */
export function LeftInTab({ meeting, me, over }: { meeting: string; me: string; over: boolean }) {
  const box = useTabBox(meeting, me);
  const [said, say] = useState('');
  useEffect(() => {
    if (over) forgetTabBox(meeting, me);
  }, [over, meeting, me]);
  return (
    <>
      {box.draft.trim() !== '' && (
        <div className="came-late">
          <p>You had not put this in. It is in this tab alone:</p>
          <p className="said">{box.draft}</p>
          <button type="button" className="link small" onClick={() => box.type('')}>
            Throw it away
          </button>
        </div>
      )}
      {!over && (
        <PutHereList
          box={box}
          takeOut={async (id) => {
            const sentence = await sendCommand(meeting, { command: 'take-back-unsigned', id });
            return sentence === null ? { done: true } : { done: false, sentence };
          }}
          say={say}
        />
      )}
      <p className="sr" role="status">
        {said}
      </p>
    </>
  );
}
