import { type SubmitEvent, useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { Refusal } from '#app/components/refusal.tsx';
import { forgetTabBox, useTabBox } from '#app/components/unsigned/tab-box.ts';
import { LONGEST_UNSIGNED } from '#domain/meeting/inputs.ts';

/**
 * U1: a reflection without a name. It is posted apart and nothing is loaded after it; what this tab has put in, this tab alone knows.
 * Once the ideas are open it takes no more, and what was typed and not put in is still here to be taken elsewhere.
 * Without JavaScript there is no id that a tab could choose, so the place is not offered.
 */
export function WithoutName({ me, isOpen }: { me: string; isOpen: boolean }) {
  const { id: review = '' } = useParams();
  const stage = `reflection-${review}`;
  const box = useTabBox(stage, me);
  const [isHere, setIsHere] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  // kept until it is in: an answer that was lost must not make two of it
  const [chosen, setChosen] = useState<string | null>(null);
  // of words since changed whose answer never came: they may be in, and are not meant to be
  const [stale, setStale] = useState<string | null>(null);
  useEffect(() => setIsHere(true), []);
  useEffect(() => {
    if (!isOpen) forgetTabBox(stage, me);
  }, [isOpen, stage, me]);
  if (!isHere) return null;
  if (!isOpen) return <LeftOver words={box.draft} />;
  const send = async (body: object): Promise<boolean> => {
    const answer = await post(`/reviews/${review}/unsigned`, body);
    if (answer?.ok) {
      setRefused(null);
      return true;
    }
    const told = (await answer?.json().catch(() => null)) as { refused?: string } | null;
    setRefused(told?.refused ?? NOT_SENT);
    return false;
  };
  const put = async (event: SubmitEvent) => {
    event.preventDefault();
    const words = box.draft.trim();
    if (words === '') return;
    if (stale !== null) {
      // that it was not in there is as well
      const taken = await post(`/reviews/${review}/unsigned`, { do: 'take-out', id: stale });
      if (taken === null || taken.status >= 500) return setRefused(NOT_SENT);
      setStale(null);
    }
    const id = chosen ?? crypto.randomUUID();
    setChosen(id);
    if (!(await send({ do: 'put', id, words }))) return;
    setChosen(null);
    box.keep({ id, words });
    setSaid('It waits with the others, without your name.');
  };
  const takeOut = async (id: string) => {
    if (!(await send({ do: 'take-out', id }))) return;
    box.takeBack(id);
    setSaid('Taken out again.');
  };
  return (
    <details className="without-name">
      <summary>
        <span className="link">Say it without your name</span>
      </summary>
      <form onSubmit={put} className="one-field">
        <textarea
          className="input words"
          aria-label="What stayed with you, without your name"
          aria-describedby="without-name-label"
          rows={3}
          maxLength={LONGEST_UNSIGNED}
          autoComplete="off"
          value={box.draft}
          onChange={(event) => {
            box.type(event.currentTarget.value);
            if (chosen !== null) setStale(chosen);
            setChosen(null);
          }}
        />
        <p className="hint" id="without-name-label">
          Shown when the action session opens the ideas, together with what others put in; if nobody did, it
          stands alone. Until then only this tab can take yours out. It is stored without person, sign-in,
          address or time, in an order drawn anew with each that comes, and no backup has it before it is
          shown. Who can read the database could read it there, and its journal could tell in what order texts
          came, until it is overwritten. How you write may tell who you are.
        </p>
        <Refusal sentence={refused} />
        <button type="submit" className="btn small" disabled={box.draft.trim() === ''}>
          Put it in without my name
        </button>
      </form>
      <p role="status" className="small">
        {said}
      </p>
      {box.put.length > 0 && (
        <ul className="put-here" aria-label="Put in from this tab">
          {box.put.map(({ id, words }) => (
            <li key={id}>
              <q>{words}</q>{' '}
              <button type="button" className="link" onClick={() => takeOut(id)}>
                Take it out
              </button>
            </li>
          ))}
        </ul>
      )}
    </details>
  );
}

const NOT_SENT = 'Not sent: the connection is gone. Your words are still here; try again.';

/** What was typed here before the ideas were opened. */
const LeftOver = ({ words }: { words: string }) =>
  words.trim() === '' ? null : (
    <p className="small" role="status">
      The ideas are open, so nothing more goes in without a name. You had typed, and this tab alone has it:{' '}
      <q>{words}</q>
    </p>
  );

/** Null where nothing came back. */
const post = (path: string, body: object): Promise<Response | null> =>
  fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
