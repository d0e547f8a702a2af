import { type SubmitEvent, useRef, useState } from 'react';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { useTabWords } from '#app/components/tab-words.ts';
import { usePress } from '#app/components/use-press.ts';
import { LONGEST_BROUGHT } from '#domain/meeting/around/brought.ts';

interface Facts {
  meeting: string;
  me: string;
  mine: readonly { id: string; words: string }[];
}

/** Of one person in this tab: another who signs in here finds nothing of it. */
const draftName = ({ meeting, me }: Omit<Facts, 'mine'>) => `soak.bring:${me}:${meeting}`;
const editName = (me: string, brought: string) => `soak.bring-change:${me}:${brought}`;

/** A question under one's name, for the facilitators until the meeting has ended. What is typed waits in this tab. */
export function BringQuestion({ meeting, me, mine }: Facts) {
  const { press, refused } = usePress(meeting);
  const [draft, type] = useTabWords(draftName({ meeting, me }));
  const words = draft ?? '';
  const newest = useRef(words);
  newest.current = words;
  const [said, setSaid] = useState('');
  const bring = async (event: SubmitEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    if (!(await press({ command: 'bring', words }))) return;
    // what was typed on meanwhile stays
    if (newest.current === words) type(null);
    setSaid('It is with the facilitators.');
  };
  return (
    <section>
      <Ruled>Bring a question</Ruled>
      <form className="bring-form" onSubmit={bring}>
        <textarea
          className="input words"
          aria-label="Your question"
          aria-describedby="bring-about"
          placeholder="What would you like the meeting to come to?"
          value={words}
          onChange={(event) => type(event.currentTarget.value || null)}
          maxLength={LONGEST_BROUGHT}
          rows={3}
        />
        <p className="quietly small" id="bring-about">
          The facilitators see it with your name, before and in the meeting. After the end the record shows it
          to everyone who may read this review, and whether the meeting came to it.
        </p>
        <Refusal sentence={refused} />
        <div className="acts">
          <button type="submit" className="btn main" disabled={words.trim() === ''}>
            Bring it
          </button>
        </div>
        <p className="sr" role="status">
          {said}
        </p>
      </form>
      {mine.length > 0 && (
        <ul className="mine-brought" aria-label="What you brought">
          {mine.map((one) => (
            <Mine key={one.id} one={one} me={me} press={press} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Mine({
  one,
  me,
  press,
}: {
  one: { id: string; words: string };
  me: string;
  press: ReturnType<typeof usePress>['press'];
}) {
  const [words, setWords] = useTabWords(editName(me, one.id));
  const newest = useRef(words);
  newest.current = words;
  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    if (words === null || words.trim() === '') return;
    const isKept = await press({ command: 'change-brought', brought: one.id, words });
    if (isKept && newest.current === words) setWords(null);
  };
  if (words !== null)
    return (
      <li>
        <form className="bring-form" onSubmit={keep}>
          <textarea
            className="input words"
            aria-label="Your question"
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
            maxLength={LONGEST_BROUGHT}
            rows={3}
          />
          <div className="acts">
            <button type="submit" className="btn small" disabled={words.trim() === ''}>
              Keep
            </button>
            <button type="button" className="btn small quiet" onClick={() => setWords(null)}>
              Leave it
            </button>
          </div>
        </form>
      </li>
    );
  return (
    <li>
      <p className="said">{one.words}</p>
      <div className="acts">
        <button type="button" className="link small" onClick={() => setWords(one.words)}>
          Change it<span className="sr">: {one.words}</span>
        </button>
        <button
          type="button"
          className="link small"
          onClick={() => press({ command: 'withdraw-brought', brought: one.id })}
        >
          Take it back<span className="sr">: {one.words}</span>
        </button>
      </div>
    </li>
  );
}

/** It has started: what is with the facilitators, and what had not been brought by then, to read. */
export function BroughtByMe({ meeting, me, mine }: Facts) {
  const [draft, type] = useTabWords(draftName({ meeting, me }));
  return (
    <>
      <NotBrought words={draft} forget={() => type(null)} />
      {mine.length > 0 && (
        <section>
          <Ruled>What you brought</Ruled>
          <ul className="mine-brought">
            {mine.map((one) => (
              <li key={one.id}>
                <p className="said">{one.words}</p>
                <NotKept me={me} one={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function NotKept({ me, one }: { me: string; one: { id: string; words: string } }) {
  const [words, type] = useTabWords(editName(me, one.id));
  return <NotBrought words={words === one.words ? null : words} forget={() => type(null)} />;
}

const NotBrought = ({ words, forget }: { words: string | null; forget(): void }) =>
  words === null || words.trim() === '' ? null : (
    <div className="came-late">
      <p>This had not been brought yet. It is in this tab alone:</p>
      <p className="said">{words}</p>
      <button type="button" className="link small" onClick={forget}>
        Throw it away
      </button>
    </div>
  );
