import { CopyButton } from '#app/components/copy-button.tsx';
import { GuestCode } from '#app/components/guests/guest-code.tsx';
import { useGuestControl } from '#app/components/guests/use-guest-control.ts';
import { Ruled } from '#app/components/page.tsx';
import { CALL_ON_LISTS, type CallOn } from '#domain/meeting/call-on.ts';

export interface AskedPerson {
  id: string;
  name: string;
  link: string;
  answer: CallOn | null;
}

/** Beside the plan of a review meeting: its code for guests, and one link for each person invited. */
export function PlanPeople({ meeting, asked }: { meeting: string; asked: readonly AskedPerson[] }) {
  const here = useGuestControl(meeting, true);
  return (
    <>
      <section className="plan-guests">
        <Ruled>Guests</Ruled>
        <p className="quietly">
          Someone without an account joins by a code, and sees what is on stage. Show it, or send it on.
        </p>
        <GuestCode here={here} />
      </section>
      {asked.length > 0 && (
        <section className="plan-asked">
          <Ruled>May I call on you?</Ruled>
          <p className="quietly">
            Each has a link of their own that asks. They sign in, choose one of three answers, and can change
            it. Only facilitators of this meeting see what they said.
          </p>
          <ul>
            {asked.map((one) => (
              <Asked key={one.id} one={one} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Asked({ one: { name, link, answer } }: { one: AskedPerson }) {
  return (
    <li data-link={link}>
      <b>{name}</b>
      {answer && <span>{CALL_ON_LISTS[answer].toLowerCase()}</span>}
      <CopyButton className="link" text={link} of={`for ${name}`}>
        Copy the link
      </CopyButton>
    </li>
  );
}
