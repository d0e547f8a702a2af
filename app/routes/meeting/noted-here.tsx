import { useState } from 'react';
import { Capture, Unconfirmed } from './captured.tsx';
import { Parked } from './parked-list.tsx';
import { useRoom } from './room-context.ts';
import { useRoomUi } from './room-ui.ts';
import { usePlaceWords } from './use-place-words.ts';

const SHOWN = 3;

/**
 * Under a companion's stage: what I kept and parked, with Change and Withdraw (C2); a guest's too. On everybody's device only what
 * was noted on it for somebody by a label.
 */
export function NotedHere() {
  const { own, captures, parked } = useRoom();
  const { face } = useRoomUi();
  const placeOf = usePlaceWords();
  const [isWhole, setWhole] = useState(false);
  const isShared = face === 'shared';
  const me = own.actor.id;
  const mine = captures.filter(({ notedBy, forPerson, forLabel }) => {
    const isMine = forPerson === null ? notedBy?.id === me : forPerson.id === me;
    return isMine && (!isShared || forLabel !== null);
  });
  const waiting = isShared ? [] : own.unconfirmed;
  const aside = isShared ? [] : parked.filter(({ by }) => by.id === me);
  const most = mine.length + aside.length;
  if (most + waiting.length === 0) return null;
  const shown = isWhole ? mine : mine.slice(0, SHOWN);
  const shownAside = isWhole ? aside : aside.slice(0, Math.max(0, SHOWN - shown.length));
  return (
    <section className="noted-here" aria-labelledby="noted-here-title">
      <h2 id="noted-here-title">{isShared ? 'Noted on this device' : 'What you noted'}</h2>
      <ul>
        {waiting.map((capture) => (
          <Unconfirmed key={capture.id} capture={capture} />
        ))}
        {shown.map((capture) => (
          <Capture key={capture.id} capture={capture} place={placeOf(capture)} />
        ))}
        {shownAside.map((one) => (
          <Parked key={one.id} parked={one} place={placeOf(one)} />
        ))}
      </ul>
      {most > SHOWN && (
        <button type="button" className="link" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Only the newest' : `All ${most}`}
        </button>
      )}
    </section>
  );
}
