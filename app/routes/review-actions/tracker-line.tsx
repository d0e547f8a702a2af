import { useEffect } from 'react';
import { Form, Link, useParams, useRevalidator } from 'react-router';
import { TextField } from '#app/components/field.tsx';
import { When } from '#app/components/when.tsx';
import { UNKNOWN_WORDS, workWords } from '#domain/trackers/where-words.ts';
import type { ActionsPage } from '#server/actions/read-actions-page.ts';
import type { PageFacts } from './page-facts.ts';

type Send = ActionsPage['sends'][number];

/** Beside an item: where it is worked on and what has become of it there, or that it is on its way. */
export function TrackerLine({ item, page, problems, given }: PageFacts & { item: string }) {
  const { id } = useParams();
  const send = page.sends.find((each) => each.item === item);
  const again = (
    <Link
      className="link"
      to={`/reviews/${id}/actions/send?item=${item}${send?.tracker ? `&tracker=${send.tracker}` : ''}`}
    >
      Send it again
    </Link>
  );
  if (!send) return page.may.send ? <LinkByHand item={item} problems={problems} given={given} /> : null;
  return (
    <div className="d where">
      {send.state === 'sent' && <There send={send} now={page.now} />}
      {send.state === 'sending' && (
        <p>
          On its way to {send.trackerName}. {send.said || send.trouble}
        </p>
      )}
      {send.state === 'refused' && (
        <p>
          It was not sent. {send.said} {page.may.send && again}
        </p>
      )}
      {send.state === 'unknown' && (
        <p>
          <b>{UNKNOWN_WORDS}</b> {send.said} {send.trackerName && `It was meant for ${send.trackerName}.`}{' '}
          {page.may.send && again}
        </p>
      )}
      {page.may.send && send.state !== 'sending' && send.state !== 'sent' && (
        <LinkByHand item={item} problems={problems} given={given} isOpen={send.state === 'unknown'} />
      )}
      {page.may.send && send.state === 'sent' && (
        <Form method="post" className="inline-form">
          <input type="hidden" name="linked" value={item} />
          <button className="link" type="submit" name="intent" value="unlink">
            Take this link away
          </button>
        </Form>
      )}
    </div>
  );
}

function There({ send, now }: { send: Send; now: Date }) {
  const name = [send.trackerName, send.key].filter(Boolean).join(' ') || 'where it is worked on';
  const state = workWords(send);
  return (
    <p>
      {send.url ? (
        <a className="link" href={send.url} rel="noreferrer">
          {name}
        </a>
      ) : (
        name
      )}
      {state && (
        <>
          {': '}
          <b>{state}</b>
          {send.lookedAt && (
            <span className="quietly">
              , looked <When at={send.lookedAt} now={now} />
            </span>
          )}
        </>
      )}
      . {send.said} {send.trouble}
    </p>
  );
}

/** For what somebody found there, or made there by hand. */
export function LinkByHand({
  item,
  problems,
  given,
  isOpen = false,
}: Pick<PageFacts, 'problems' | 'given'> & { item: string; isOpen?: boolean }) {
  const isThis = given.linked === item;
  return (
    <details
      className="link-by-hand"
      open={isOpen || (isThis && problems.address !== undefined) || undefined}
    >
      <summary>
        <span className="link">Link it by hand</span>
      </summary>
      <Form method="post" className="one-field">
        <input type="hidden" name="linked" value={item} />
        <TextField
          label="Address of its page there"
          name="address"
          type="url"
          inputMode="url"
          autoComplete="off"
          required
          maxLength={2_000}
          defaultValue={isThis ? given.address : undefined}
          refused={isThis ? problems.address : undefined}
        />
        <button className="btn small" type="submit" name="intent" value="link">
          Link it
        </button>
      </Form>
    </details>
  );
}

/** Above what was decided: the way to where work is done, once there is something to send. */
export function SendWhatWasAgreed({ page }: Pick<PageFacts, 'page'>) {
  const { id } = useParams();
  const items = page.outcome.ideas.filter(({ item }) => item !== null).length;
  const there = page.sends.filter(({ state }) => state === 'sent' || state === 'sending').length;
  useLookAgain(page.sends.some(({ state }) => state === 'sending'));
  if (items === 0) return null;
  return (
    <p className="small where-to acts">
      {page.may.send && there < items && (
        <Link className="btn small" to={`/reviews/${id}/actions/send`}>
          Send {there > 0 ? 'the rest' : items === 1 ? 'it' : 'them'} to where the work is
        </Link>
      )}
      <a className="link" href={`/reviews/${id}/items.csv`}>
        As CSV
      </a>
    </p>
  );
}

/** While something is on its way the page looks again by itself; what is being typed stays. */
function useLookAgain(isWaiting: boolean) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!isWaiting || state !== 'idle') return;
    const timer = setTimeout(() => document.visibilityState === 'visible' && revalidate(), 3_000);
    return () => clearTimeout(timer);
  }, [isWaiting, state, revalidate]);
}
