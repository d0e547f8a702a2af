import { KIND_WORDS } from '#domain/export/words.ts';
import type { ReviewKind } from '#domain/write-up.ts';
import { plainDay, zoneWords } from '../clock-words.ts';

/** What stands beside a write-up: kind, day, closest teams, who analysed it and from what distance. */
export function MarginFacts({
  facts,
}: {
  facts: {
    kind: ReviewKind;
    happenedOn: string;
    happenedUntil: string | null;
    zone: string;
    teams: string[];
    analysts: { name: string; stance: string }[];
    peopleNamed: string;
    source: string;
  };
}) {
  const { kind, happenedOn, happenedUntil, zone, teams, analysts, peopleNamed, source } = facts;
  const until = happenedUntil && happenedUntil !== happenedOn ? ` to ${plainDay(happenedUntil)}` : '';
  return (
    <dl className="facts">
      <dt>Kind</dt>
      <dd>{KIND_WORDS[kind]}</dd>
      <dt>When</dt>
      <dd>
        {plainDay(happenedOn)}
        {until}
      </dd>
      <dt>Times in</dt>
      <dd>{zoneWords(zone)}</dd>
      <dt>{teams.length > 1 ? 'Closest teams' : 'Closest team'}</dt>
      <dd>{teams.join(', ') || 'not said yet'}</dd>
      <dt>{analysts.length > 1 ? 'Analysts' : 'Analyst'}</dt>
      <dd>
        {analysts.map(({ name, stance }) => (
          <div key={name}>{`${name}; ${stance}`}</div>
        ))}
      </dd>
      <dt>People in it</dt>
      <dd>{peopleNamed}</dd>
      {source !== '' && (
        <>
          <dt>Source</dt>
          <dd>{source}</dd>
        </>
      )}
    </dl>
  );
}
