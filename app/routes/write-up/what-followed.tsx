import { Link } from 'react-router';
import { isoDayOf, plainDay, timeOf, zoneWords } from '#app/components/clock-words.ts';
import { Ruled } from '#app/components/page.tsx';
import { useZone } from '#app/components/when.tsx';
import { upToTheMinute } from '#domain/soak/soak.ts';
import type { WhatFollowed as Followed } from '#server/actions/read-what-followed.ts';
import './what-followed.css';

/** The record of the action session as the write-up's own last part: how it ended, what is being done, what was said no to, and why. */
export function WhatFollowed({ followed, review }: { followed: Followed | null; review: string }) {
  const zone = useZone();
  if (followed === null) return null;
  return (
    <section className="what-followed" id="what-followed" aria-labelledby="what-followed-title">
      <Ruled>
        <span id="what-followed-title">What followed</span>
      </Ruled>
      <p className="ending">
        {endingOf(followed)}
        {followed.reason}
      </p>
      {followed.early.map((opening) => (
        <p className="small" key={opening.reason}>
          It was opened before the soak had ended, by {opening.byName}: “{opening.reason}” It would have
          soaked until {dayWithYear(upToTheMinute(opening.wouldEndAt), zone)},{' '}
          {timeOf(upToTheMinute(opening.wouldEndAt), zone)} ({zoneWords(zone)}).
        </p>
      ))}
      <ul>
        {followed.decided.map((each) => (
          <li key={each.id}>
            <p>
              <b>{each.decision}.</b> {each.words}
            </p>
            <small>
              {each.owner && `${each.owner}${each.dueOn ? `, by ${plainDay(each.dueOn)}` : ''}. `}
              {each.reason} {answerWords(each)}
              {each.where && <Where where={each.where} address={each.whereAddress} />}
            </small>
            <small>{whoseWords(each)}</small>
            {each.owner && <HowItWent item={each} />}
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

/** Where it came from: everybody's own words stay theirs, also where it is called otherwise now, or is one with others. */
function whoseWords({ from, idea, by, merged, group }: Followed['decided'][number]): string {
  if (from === 'fact') return `Noted by ${by}.`;
  const whose = by === null ? 'An unsigned idea' : `${by}’s idea`;
  const others = merged.map((each) => `“${each.words}” (${each.by ?? 'unsigned'})`).join(', ');
  return [`${whose}${idea && `: “${idea}”`}`, others && `One with it: ${others}`, group && `Under “${group}”`]
    .filter(Boolean)
    .map((said) => `${said}.`)
    .join(' ');
}

const answerWords = ({ answers, noFindingReason }: Followed['decided'][number]): string =>
  answers === null ? noFindingReason : `Answers “${answers}”.`;

/** It is read in other years too. */
const dayWithYear = (at: Date, zone: string): string => plainDay(isoDayOf(at, zone));

function endingOf({ kind, decided }: Followed): string {
  if (kind === 'nothing-to-do') return 'Nothing to do: this is the incident we want. ';
  return decided.some(({ owner }) => owner !== null) ? '' : 'Decided, and nothing taken on. ';
}

/** Of something that is being done: whether it is finished, what would show that it worked, and what was seen. */
function HowItWent({ item }: { item: Followed['decided'][number] }) {
  const zone = useZone();
  const seen = item.worked
    ? `Did it work? ${item.worked}`
    : item.reviewOn && `Asked on ${plainDay(item.reviewOn)} whether it worked.`;
  if (!item.finishedAt && !item.shows && !seen) return null;
  return (
    <small>
      {item.finishedAt && (
        <>
          <b>Finished</b> {dayWithYear(item.finishedAt, zone)}.{' '}
        </>
      )}
      {item.shows && `It worked if: ${item.shows.replace(/[.:]$/, '')}. `}
      {seen}
    </small>
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
