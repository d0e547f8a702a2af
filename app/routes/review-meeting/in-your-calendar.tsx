import { Form, Link } from 'react-router';
import type { CopyLinks } from '#domain/invitations/copy-links.ts';

export interface CalendarFacts {
  file: string;
  copies: CopyLinks;
  isInvited: boolean;
  answer: 'yes' | 'maybe' | 'no' | null;
}

const SAYS = [
  ['yes', 'Yes'],
  ['maybe', 'Maybe'],
  ['no', 'No'],
] as const;

/** Whether I mean to come, and ways to take a meeting along; both are quiet, and neither is attendance. */
export const InYourCalendar = ({
  id,
  startsAt,
  calendar,
  title,
}: {
  id: string;
  /** The time that stands beside it, which is what is answered. */
  startsAt: string;
  calendar: CalendarFacts;
  title: string;
}) => (
  <div className="in-calendar">
    {calendar.isInvited && (
      <Form method="post" className="coming" preventScrollReset>
        <input type="hidden" name="meeting" value={id} />
        <input type="hidden" name="startsAt" value={startsAt} />
        <fieldset>
          <legend>{calendar.answer === null ? 'Do you mean to come?' : 'You mean to come:'}</legend>
          {SAYS.map(([say, words]) => (
            <button
              key={say}
              type="submit"
              name="say"
              value={say}
              className="btn small"
              aria-pressed={calendar.answer === say}
            >
              {words}
            </button>
          ))}
        </fieldset>
      </Form>
    )}
    <details>
      <summary aria-label={`Put it into a calendar: ${title}`}>Put it into a calendar</summary>
      <ul>
        <li>
          <a className="link" href={calendar.file} download>
            A file for any calendar (.ics)
          </a>
        </li>
        <li>
          <a className="link" href={calendar.copies.google} rel="noreferrer">
            Google Calendar
          </a>
        </li>
        <li>
          <a className="link" href={calendar.copies.outlook} rel="noreferrer">
            Outlook
          </a>
        </li>
        <li>
          <a className="link" href={calendar.copies.office} rel="noreferrer">
            Outlook for work or school
          </a>
        </li>
      </ul>
      <p>
        Each adds a copy, which will not follow changes.{' '}
        <Link className="link" to="/profile/calendar">
          Subscribe instead
        </Link>{' '}
        to what does.
      </p>
    </details>
  </div>
);
