import { useEffect } from 'react';
import { Form, useRevalidator } from 'react-router';
import { messagesIn } from '#app/components/counted.ts';
import type { FoundImport } from '#server/import/find-import.ts';

const POLL_MS = 700;

/** Reading, or bringing in: how far it is, and the way out. Without JavaScript the page asks again by itself. */
export function Running({ found }: { found: FoundImport }) {
  useAskingAgain(!found.stopped);
  const isReading = found.state === 'reading';
  return (
    <section className="running">
      <noscript>
        <meta httpEquiv="refresh" content="2" />
      </noscript>
      <h1>{isReading ? 'Reading' : 'Bringing it in'}</h1>
      <p>{found.name}</p>
      {found.stopped ? (
        <p role="alert">
          This stopped halfway. {found.sentence || 'The program was ended.'}{' '}
          {isReading ? 'Nothing was stored; choose the files again.' : 'What has come so far is kept.'}
        </p>
      ) : (
        <>
          <progress
            {...(found.total > 0 && { max: found.total, value: Math.min(found.done, found.total) })}
          />
          <p role="status" className="num">
            {found.done > 0 ? messagesIn(found.done) : 'A moment …'}
            {found.total > 0 && found.done > 0 && ` of ${found.total.toLocaleString('en-GB')}`}
          </p>
        </>
      )}
      <Form method="post" className="acts">
        {found.stopped && !isReading && (
          <button type="submit" name="intent" value="go-on" className="btn main">
            Go on
          </button>
        )}
        <button type="submit" name="intent" value="cancel" className="btn">
          Stop, and take back what came
        </button>
      </Form>
    </section>
  );
}

function useAskingAgain(asks: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!asks || state !== 'idle') return;
    const timer = setTimeout(() => void revalidate(), POLL_MS);
    return () => clearTimeout(timer);
  }, [asks, state, revalidate]);
}
