import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { SlowLink } from '#app/components/slow-link.tsx';
import { When } from '#app/components/when.tsx';
import { NOW } from '#domain/history/version.ts';
import type { ChosenVersion } from '#server/history/choose-two.ts';

/** Two versions are being chosen; `first` null: neither is yet. */
export interface Choosing {
  first: ChosenVersion | null;
}

type End = ChosenVersion['seq'];

/** Above the list: what is chosen, what to do next, and the two ends that are no line of it. */
export function ChooseTwo({ choosing: { first }, at, now }: { choosing: Choosing; at: string; now: Date }) {
  const told = useRef<HTMLParagraphElement>(null);
  // the link that was pressed says something else now, perhaps on another page
  useEffect(() => {
    if (first) told.current?.focus();
  }, [first]);
  return (
    <div>
      <h1>Compare two versions</h1>
      <p tabIndex={-1} ref={told}>
        {first ? (
          <>
            Chosen: <Chosen version={first} now={now} />. Now choose the other one.
          </>
        ) : (
          'Choose the first of the two.'
        )}
      </p>
      <p className="history-pages">
        <Choose end={NOW} choosing={{ first }} at={at}>
          How it reads now
        </Choose>
        <Choose end={0} choosing={{ first }} at={at}>
          The beginning
        </Choose>
        <Link className="link" to={at}>
          Leave it
        </Link>
      </p>
    </div>
  );
}

function Chosen({ version: { seq, at, by, words }, now }: { version: ChosenVersion; now: Date }) {
  if (seq === NOW) return 'how it reads now';
  if (at === null) return 'the beginning';
  return (
    <>
      {words !== null && (
        <>
          <strong className="said">{words}</strong>,{' '}
        </>
      )}
      as it was on <When at={at} now={now} />, when {by} had written
    </>
  );
}

/** The one way from a line while two are being chosen. What is chosen leads nowhere. */
export function Choose({
  end,
  choosing: { first },
  at,
  children,
}: {
  end: End;
  choosing: Choosing;
  at: string;
  children: React.ReactNode;
}) {
  if (first === null)
    return (
      <Link className="link" to={`${at}?compare=${end}`}>
        {children}
      </Link>
    );
  if (first.seq === end) return <span className="chosen">Chosen</span>;
  return (
    <SlowLink to={`${at}/changes?${between(first.seq, end)}`} meanwhile="Comparing the two…">
      {children}
    </SlowLink>
  );
}

/** "Now" is the end that nobody names. */
const between = (one: End, other: End): string => {
  if (one === NOW) return `from=${other}`;
  return other === NOW ? `from=${one}` : `from=${one}&to=${other}`;
};
