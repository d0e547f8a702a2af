import { Link } from 'react-router';
import { counted, joined } from '#app/components/counted.ts';
import { Ruled } from '#app/components/page.tsx';
import type { Reading } from '#server/actions/read-reading.ts';

/** The page asks for reading before it offers writing. */
export function ReadingList({ reading }: { reading: Reading | null }) {
  if (reading === null) return null;
  const { writeUp, said, linked, questions } = reading;
  return (
    <>
      <section>
        <Ruled>To read meanwhile</Ruled>
        <ul className="to-read">
          {said !== null && (
            <Entry href={said.href} title="What was said in the meeting" minutes={said.minutes}>
              {saidWords(said.counts)}, as they were said
            </Entry>
          )}
          <Entry href={writeUp.href} title="The write-up" minutes={writeUp.minutes}>
            {writeUp.parts.length > 0 && <Parts parts={writeUp.parts} />}
          </Entry>
          {linked.map((entry) => (
            <Entry key={entry.id} href={entry.href} title={entry.title} minutes={entry.minutes}>
              {entry.standfirst}
            </Entry>
          ))}
        </ul>
      </section>
      {questions.length > 0 && (
        <section>
          <Ruled>Questions still open</Ruled>
          <ul className="open-questions">
            {questions.map((question) => (
              <li key={question.id}>
                <Link to={question.href}>{question.title}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const Entry = ({
  href,
  title,
  minutes,
  children,
}: {
  href: string;
  title: string;
  minutes: number;
  children: React.ReactNode;
}) => (
  <li>
    <Link to={href}>{title}</Link>
    <small className="num">{minutes} min</small>
    {children && <p>{children}</p>}
  </li>
);

const Parts = ({ parts }: { parts: Reading['writeUp']['parts'] }) =>
  parts.slice(0, 6).map((part, place) => (
    <span key={part.id}>
      {place > 0 && ' · '}
      <Link className="plain" to={part.href}>
        {part.title || 'Untitled part'}
      </Link>
    </span>
  ));

function saidWords(counts: NonNullable<Reading['said']>['counts']): string {
  const parts = [
    ...(counts.question > 0 ? [counted(counts.question, 'question', 'questions')] : []),
    ...(counts.insight > 0 ? [counted(counts.insight, 'insight', 'insights')] : []),
    ...(counts['different-view'] > 0
      ? [counted(counts['different-view'], 'different view', 'different views')]
      : []),
  ];
  const words = joined(parts).toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
