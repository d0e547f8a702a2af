import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-router';
import { Tick, WordsField } from '#app/components/field.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { AS_LOADED } from '#domain/join-changes.ts';
import { withUnsaved } from './with-unsaved.ts';

const WEEK = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export interface TypedDays {
  weekend: readonly number[];
  lines: string;
  /** Of days that were refused: what their form was loaded with. */
  asLoaded?: string;
}

/**
 * S2: what a soak is counted in, in one form: the weekend, and every holiday as a list one can change. It is one form for as long
 * as the page is open: what was typed into it outlasts what is kept from other forms, and its button keeps the focus.
 * @param refused as posted, to be mended: where the page is new, without JavaScript
 * @param kept the list as posted, once it is stored
 */
export function FreeDays({
  stored,
  refused,
  kept,
  problems,
}: {
  stored: TypedDays;
  refused: TypedDays | undefined;
  kept: string | undefined;
  problems: Record<string, string>;
}) {
  const form = useRef<HTMLFormElement>(null);
  const known = useRef(stored.lines);
  // later on the form itself holds what was typed; a default that changes would change a field nobody has touched yet
  const [{ weekend, lines, asLoaded }] = useState<TypedDays>(refused ?? stored);
  useEffect(() => {
    const list = form.current?.elements.namedItem('holidays');
    if (!(list instanceof HTMLTextAreaElement)) return;
    const words = withUnsaved({ typed: list.value, known: known.current, stored: stored.lines, kept });
    known.current = stored.lines;
    if (list.value !== words) list.value = words;
  }, [stored.lines, kept]);
  return (
    <Form method="post" className="form" ref={form}>
      <input type="hidden" name="intent" value="free-days" />
      <input type="hidden" name={AS_LOADED} value={asLoaded ?? daysAsLoaded(weekend, stored.lines)} />
      <fieldset className="field">
        <legend>Days nobody works</legend>
        <span className="hint">
          A soak is counted in working days. Soaks that run keep the days they began with.
        </span>
        <div className="ticks">
          {WEEK.map((name, place) => (
            <Tick key={name} name="weekend[]" value={place + 1} defaultChecked={weekend.includes(place + 1)}>
              {name}
            </Tick>
          ))}
        </div>
        <Refusal sentence={problems.weekend} />
      </fieldset>
      <WordsField
        label="Holidays"
        name="holidays"
        rows={6}
        hint="One day under the other, such as 2026-12-25 Christmas Day."
        defaultValue={lines}
        refused={problems.holidayList}
      />
      <div className="acts">
        <button type="submit" className="btn">
          Keep these days
        </button>
      </div>
    </Form>
  );
}

/** The list follows what is stored, the ticks stay as they were. */
const daysAsLoaded = (weekend: readonly number[], lines: string): string =>
  JSON.stringify({ weekend, holidays: lines.split('\n').filter((line) => line !== '') });
