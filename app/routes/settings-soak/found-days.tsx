import type { RefObject } from 'react';
import { Form } from 'react-router';
import { plainDay } from '#app/components/clock-words.ts';
import { counted } from '#app/components/counted.ts';
import type { HolidayPreview } from '#server/settings/soak-settings.ts';

/** What a file or a list of holidays holds, before anything of it is kept. */
export function FoundDays({
  preview,
  title,
}: {
  preview: HolidayPreview & { lines: string };
  title: RefObject<HTMLHeadingElement | null>;
}) {
  const { days, fresh, bad, lines } = preview;
  const there = days.length - fresh.length;
  return (
    <section aria-labelledby="preview-title" className="holiday-preview">
      <h2 id="preview-title" ref={title} tabIndex={-1}>
        {fresh.length === 0 ? 'No new day' : counted(fresh.length, 'new day', 'new days')}
      </h2>
      {there > 0 && <p className="quietly">{counted(there, 'is', 'are')} here already.</p>}
      <ul className="holidays-ahead">
        {fresh.map(({ day, name }) => (
          <li key={day}>
            {plainDay(day)} <span className="quietly">{name}</span>
          </li>
        ))}
      </ul>
      {bad.length > 0 && (
        <>
          <h3>{counted(bad.length, 'row', 'rows')} could not be used</h3>
          <ul className="bad-rows">
            {bad.map(({ line, words, why }) => (
              <li key={line}>
                Row {line}: <q>{words}</q> {why}.
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="acts">
        {fresh.length > 0 && (
          <Form method="post">
            <input type="hidden" name="pasted" value={lines} />
            <button type="submit" className="btn main" name="intent" value="take">
              Add {fresh.length === 1 ? 'this day' : 'these days'}
            </button>
          </Form>
        )}
        <Form method="get">
          <button type="submit" className="btn quiet">
            Choose another
          </button>
        </Form>
      </div>
    </section>
  );
}
