import { KIND_WORDS } from '#domain/export/words.ts';
import { REVIEW_KINDS, type ReviewKind } from '#domain/write-up.ts';
import { SelectField, TextField, Tick } from './field.tsx';
import { ZoneField } from './zone-field.tsx';

export interface ReviewFactsGiven {
  kind?: ReviewKind | string;
  happenedOn?: string;
  happenedUntil?: string | null;
  zone?: string;
  privacy?: string;
  sourceNote?: string;
  closestTeams?: readonly string[];
}

/** The facts of a review as fields: what kind, when, whose, who may read. Shared by starting one and changing one. */
export function ReviewFactsFields({
  given,
  problems,
  teams,
}: {
  given: ReviewFactsGiven;
  problems: Readonly<Record<string, string>>;
  teams: readonly { id: string; name: string }[];
}) {
  return (
    <>
      <SelectField
        label="What kind"
        name="kind"
        defaultValue={given.kind ?? 'incident'}
        refused={problems.kind}
      >
        {REVIEW_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {KIND_WORDS[kind]}
          </option>
        ))}
      </SelectField>
      <div className="field-row">
        <TextField
          label="The day it happened"
          type="date"
          name="happenedOn"
          required
          defaultValue={given.happenedOn}
          refused={problems.happenedOn}
        />
        <TextField
          label="Last day, if it went on"
          type="date"
          name="happenedUntil"
          defaultValue={given.happenedUntil ?? ''}
          refused={problems.happenedUntil}
        />
      </div>
      <ZoneField
        label="Its times are told in"
        name="zone"
        zone={given.zone ?? 'UTC'}
        refused={problems.zone}
      />
      {teams.length > 0 && (
        <fieldset className="field">
          <legend>Closest teams</legend>
          <span className="hint">
            Everyone else counts as outside: their coming is the best sign of learning.
          </span>
          {teams.map((team) => (
            <Tick
              key={team.id}
              name="closestTeams[]"
              value={team.id}
              defaultChecked={given.closestTeams?.includes(team.id)}
            >
              {team.name}
            </Tick>
          ))}
        </fieldset>
      )}
      <SelectField
        label="Who may read it"
        name="privacy"
        defaultValue={given.privacy ?? 'open'}
        hint="A draft is only ever for the people named on it. This says who reads it once it is published."
        refused={problems.privacy}
      >
        <option value="open">Everyone here, once published</option>
        <option value="private">Only the people named on it</option>
      </SelectField>
      <TextField
        label="Where the facts come from"
        name="sourceNote"
        hint="Optional: a sentence about a public source, say."
        defaultValue={given.sourceNote}
        refused={problems.sourceNote}
      />
    </>
  );
}
