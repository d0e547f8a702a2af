import { type FormEvent, useRef, useState } from 'react';
import { isoDayOf, wallClock } from '#app/components/clock-words.ts';
import { Drop } from '#app/components/drop.tsx';
import { TextField } from '#app/components/field.tsx';
import { SegChoice } from '#app/components/seg.tsx';
import { momentTimeWords } from '#app/components/writing/moment-words.ts';
import { useWritingFacts } from '#app/components/writing/surroundings.tsx';
import type { MomentTime } from '#domain/write-up.ts';
import { readTimeForm } from './read-time-form.ts';

type Certainty = MomentTime['certainty'];

const CERTAINTIES: { value: Certainty; words: string }[] = [
  { value: 'exact', words: 'Known' },
  { value: 'about', words: 'About' },
  { value: 'order-only', words: 'Order only' },
];

/** When something happened, as words that open into a small form. `nothing` stands where no time of its own is set. */
export function TimeForm({
  time,
  nothing,
  onSet,
}: {
  time: MomentTime | null;
  nothing?: string;
  onSet: (time: MomentTime) => void;
}) {
  const { zone } = useWritingFacts();
  const [certainty, setCertainty] = useState<Certainty>(time?.certainty ?? 'exact');
  const [refused, setRefused] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const read = readTimeForm(certainty, new FormData(event.currentTarget), zone);
    if ('refused' in read) return setRefused(read.refused);
    setRefused(null);
    onSet(read);
    form.current?.closest('details')?.removeAttribute('open');
  };
  const words = time ? momentTimeWords(time, zone, true) : (nothing ?? '');
  return (
    <Drop
      label={`When: ${words}. Change`}
      summary={<span className="btn quiet small num time-words">{words}</span>}
    >
      <form ref={form} className="time-form" onSubmit={submit}>
        <SegChoice
          label="How certain"
          name="certainty"
          options={CERTAINTIES}
          chosen={certainty}
          onChoose={setCertainty}
        />
        {certainty !== 'order-only' && (
          <Instants key={JSON.stringify(time)} time={time} zone={zone} refused={refused} />
        )}
        <button type="submit" className="btn small">
          Set
        </button>
      </form>
    </Drop>
  );
}

function Instants({
  time,
  zone,
  refused,
}: {
  time: MomentTime | null;
  zone: string;
  refused: string | null;
}) {
  const known = time && time.certainty !== 'order-only' ? time : null;
  const start = known && fields(known.start, zone);
  const end = known?.end ? fields(known.end, zone) : null;
  return (
    <>
      <div className="pair">
        <TextField label="Day" type="date" name="day" defaultValue={start?.day} required />
        <TextField label="From" type="time" name="time" step={1} defaultValue={start?.time} required />
      </div>
      <div className="pair">
        <TextField label="Until, if it lasted" type="date" name="endDay" defaultValue={end?.day} />
        <TextField label="Time" type="time" name="endTime" step={1} defaultValue={end?.time} />
      </div>
      {refused !== null && <p className="refusal">{refused}</p>}
    </>
  );
}

function fields(instant: string, zone: string): { day: string; time: string } {
  const { hour, minute, second } = wallClock(instant, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    day: isoDayOf(instant, zone),
    time: `${two(hour)}:${two(minute)}${second ? `:${two(second)}` : ''}`,
  };
}
