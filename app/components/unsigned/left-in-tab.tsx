import './unsigned.css';
import { useEffect, useState } from 'react';
import { asId, type StageId } from '#domain/ids.ts';
import { NotKeptWords } from '../not-kept-words.tsx';
import { sendCommand } from '../use-press.ts';
import { forgetTabBox, useTabBox } from './tab-box.ts';
import { PutHereList } from './unsigned-box.tsx';

/**
 * What this tab holds of a box once nothing more goes in: words that came too late, to read; and what it put in, to be taken out
 * until the box is opened. Then its texts are nobody's (U5), here neither.
 */
export function LeftInTab({
  meeting,
  me,
  stage = null,
  over,
}: {
  meeting: string;
  me: string;
  /** The stage whose box it is; null: what came before the meeting. */
  stage?: { id: string; title: string } | null;
  over: boolean;
}) {
  const place = stage?.id ?? meeting;
  const box = useTabBox(place, me);
  const [said, say] = useState('');
  useEffect(() => {
    if (over) forgetTabBox(place, me);
  }, [over, place, me]);
  return (
    <>
      {box.draft.trim() !== '' && (
        <NotKeptWords
          said={stage === null ? 'This is not in the box.' : `This is not in the box of “${stage.title}”.`}
          words={box.draft}
          forget={() => box.type('')}
        />
      )}
      {!over && (
        <PutHereList
          box={box}
          of={stage?.title}
          takeOut={async (id) => {
            const sentence = await sendCommand(
              meeting,
              stage === null
                ? { command: 'take-back-unsigned', id }
                : { command: 'withdraw-unsigned', stage: asId<StageId>(stage.id), id },
            );
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
