import { Link } from 'react-router';
import { plainDay } from '#app/components/clock-words.ts';
import { Ruled } from '#app/components/page.tsx';
import type { WhatFollowed as Followed } from '#server/actions/read-what-followed.ts';
import './what-followed.css';

/** The record of the action session as the write-up's own last part: how it ended, what is being done, what was said no to, and why. */
export function WhatFollowed({ followed, review }: { followed: Followed | null; review: string }) {
  if (followed === null) return null;
  return (
    <section className="what-followed" id="what-followed" aria-labelledby="what-followed-title">
      <Ruled>
        <span id="what-followed-title">What followed</span>
      </Ruled>
      <p className="ending">
        {followed.kind === 'nothing-to-do' ? 'Nothing to do: this is the incident we want. ' : ''}
        {followed.reason}
      </p>
      {followed.early.map((opening) => (
        <p className="small" key={opening.reason}>
          It was opened before the soak had ended, by {opening.byName}: “{opening.reason}”
        </p>
      ))}
      <ul>
        {followed.decided.map((each) => (
          <li key={each.id}>
            <p>
              <b>{each.decision}.</b> {each.words}
            </p>
            {each.merged.length > 0 && (
              <small>One with it: {each.merged.map((words) => `“${words}”`).join(', ')}. </small>
            )}
            <small>
              {each.owner && `${each.owner}${each.dueOn ? `, by ${plainDay(each.dueOn)}` : ''}. `}
              {each.reason}
              {each.where && <Where where={each.where} address={each.whereAddress} />}
              {each.worked && ` Did it work? ${each.worked}`}
            </small>
          </li>
        ))}
      </ul>
      <p className="small">
        <Link className="link" to={`/reviews/${review}/actions`}>
          All ideas, and what was said about them
        </Link>
      </p>
    </section>
  );
}

const Where = ({ where, address }: { where: string; address: string }) => (
  <>
    {' '}
    It is{' '}
    {address ? (
      <a className="link" href={address} rel="noreferrer">
        {where}
      </a>
    ) : (
      where
    )}
    .
  </>
);
