import { type SubmitEvent, useEffect, useState } from 'react';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { usePress } from '#app/components/use-press.ts';
import { LONGEST_BROUGHT } from '#domain/meeting/around/brought.ts';

const draftName = (meeting: string) => `soak.bring:${meeting}`;

/** A question under one's name, for the facilitators until the meeting has ended. What is typed waits in this tab. */
export function BringQuestion({
  meeting,
  mine,
}: {
  meeting: string;
  mine: readonly { id: string; words: string }[];
}) {
  const { press, refused } = usePress(meeting);
  const [words, setWords] = useState('');
  const [said, setSaid] = useState('');
  useEffect(() => setWords(read(draftName(meeting))), [meeting]);
  const type = (next: string) => {
    setWords(next);
    write(draftName(meeting), next);
  };
  const bring = async (event: SubmitEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    if (!(await press({ command: 'bring', words }))) return;
    type('');
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
          onChange={(event) => type(event.currentTarget.value)}
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
            <Mine key={one.id} one={one} press={press} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Mine({
  one,
  press,
}: {
  one: { id: string; words: string };
  press: ReturnType<typeof usePress>['press'];
}) {
  const [words, setWords] = useState<string | null>(null);
  const keep = async (event: SubmitEvent) => {
    event.preventDefault();
    if (words === null || words.trim() === '') return;
    if (await press({ command: 'change-brought', brought: one.id, words })) setWords(null);
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

function read(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

function write(name: string, words: string): void {
  try {
    if (words === '') sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, words);
  } catch {
    // switched off: a reload forgets what was not brought yet
  }
}
