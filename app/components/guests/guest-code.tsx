import './guest-code.css';
import { IconUserPlus } from '@tabler/icons-react';
import type { CodeShown } from '#domain/meeting/guests.ts';
import { CopyButton } from '../copy-button.tsx';
import { Icon } from '../icon.tsx';
import { QrPicture } from '../qr-picture.tsx';
import { Refusal } from '../refusal.tsx';
import type { GuestsHere } from './use-guest-control.ts';

/** Letting guests in: the code with its picture, a new one, no more of them, and who has come by it. */
export function GuestCode({ here }: { here: GuestsHere }) {
  const { control, refused, does } = here;
  if (control === null) return <p className="quietly small">One moment.</p>;
  const { code, guests, refusal } = control;
  return (
    <div className="guest-code">
      <Refusal sentence={refused} />
      {code ? (
        <>
          <Code code={code} />
          <div className="acts">
            <button type="button" className="btn small" onClick={() => does({ do: 'make' })}>
              Make a new code
            </button>
            <button type="button" className="btn small" onClick={() => does({ do: 'end' })}>
              {guests.length > 0 ? 'Close to guests, and let them all go' : 'Close to guests'}
            </button>
          </div>
          <p className="quietly small">
            It works while the room is open and the meeting runs. A new code replaces it at once; whoever is
            in, stays.
          </p>
        </>
      ) : refusal !== null ? (
        <p className="quietly">{refusal}</p>
      ) : (
        <button type="button" className="btn" onClick={() => does({ do: 'make' })}>
          <Icon of={IconUserPlus} size={17} />
          Make a code for guests
        </button>
      )}
      {guests.length > 0 && (
        <section>
          <h3>{guests.length === 1 ? 'One guest' : `${guests.length} guests`}</h3>
          <ul>
            {guests.map(({ id, name }) => (
              <li key={id}>
                {name}
                <button type="button" className="link" onClick={() => does({ do: 'remove', guest: id })}>
                  Let go<span className="sr">: {name}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Code({ code: { code, link, place, qr } }: { code: CodeShown }) {
  return (
    <div className="guest-way">
      <QrPicture qr={qr} label={`The way in for guests: ${place}, code ${code}`} />
      <p>
        <span className="quietly">Guests join at</span> <b>{place}</b>
        <span className="code">{code}</span>
        <CopyButton text={link}>Copy the link</CopyButton>
      </p>
    </div>
  );
}
