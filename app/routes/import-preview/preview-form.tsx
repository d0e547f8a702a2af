import { Form, useNavigation } from 'react-router';
import { TextField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import { ReviewFactsFields } from '#app/components/review-facts-fields.tsx';
import { StanceFields } from '#app/components/stance-fields.tsx';
import { ZoneField } from '#app/components/zone-field.tsx';
import type { FoundImport } from '#server/import/find-import.ts';
import type { Preview } from '#server/import/preview.ts';
import type { Given } from '#server/import/preview-form.ts';
import { ChatsPreview } from './chats-preview.tsx';
import { inBrief } from './in-brief.ts';
import { LeftOutList } from './left-out-list.tsx';
import { SectionPreview } from './section-preview.tsx';
import { useKeeping } from './use-keeping.ts';

interface Facts {
  found: FoundImport;
  preview: Preview;
  teams: readonly { id: string; name: string }[];
  problems: Record<string, string>;
  /** What was said before; null where nothing has been. */
  given: Given | null;
  asksToCancel: boolean;
  now: Date;
}

/** What becomes what: each proposal changeable or refusable, day and zone asked, then one button. */
export function PreviewForm(facts: Facts) {
  const { found, preview, problems, given, now } = facts;
  const busy = useNavigation().state !== 'idle';
  const keeping = useKeeping(found.id);
  return (
    <Form method="post" className="form preview" onChange={keeping.change} onSubmit={keeping.rest}>
      <header>
        <h1>What becomes what</h1>
        <p className="lead">
          {inBrief(preview)} Nothing is stored yet. {hasText(preview) && UNTICKED}
          {preview.channels.length > 0 && 'Untick a channel and it is not brought in.'}
        </p>
        {preview.guessed.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        {found.review && <p>It goes into “{found.review.title}”, behind what is there.</p>}
      </header>
      <TimesAndTitle {...facts} />
      {hasTimes(preview) && (
        <span className="acts">
          <button type="submit" name="intent" value="look" className="btn" disabled={busy} formNoValidate>
            Show the times again
          </button>
          <span className="hint">after a change of day or zone</span>
        </span>
      )}
      <LeftOutList preview={preview} />
      <ChatsPreview preview={preview} given={given} refused={problems.channelName} now={now} />
      {preview.sections.length > 0 && <Ruled>The text, section by section</Ruled>}
      {preview.sections.map((section) => (
        <SectionPreview key={section.id} section={section} zone={preview.zone} />
      ))}
      <div className="preview-end acts">
        <Refusal sentence={problems.form ?? (Object.keys(problems).length > 0 ? MISSING : null)} />
        {facts.asksToCancel ? (
          <AskToCancel />
        ) : (
          <>
            <button type="submit" name="intent" value="bring" className="btn main" disabled={busy}>
              Bring it in
            </button>
            <button
              type="submit"
              name="intent"
              value="ask-to-cancel"
              className="btn"
              disabled={busy}
              formNoValidate
            >
              Cancel, keep nothing
            </button>
          </>
        )}
        <span role="status">{busy ? 'One moment …' : !facts.asksToCancel && keeping.said}</span>
      </div>
    </Form>
  );
}

const UNTICKED = 'Untick a proposal and its text stays where it was. ';

const hasText = ({ sections }: Preview) => sections.length > 0;
/** An export alone has instants: nothing of it depends on a day or a zone. */
const hasTimes = (preview: Preview) => hasText(preview) || preview.pasted !== null;

/** Beside the button that was pressed, which is far from the field. */
const MISSING = 'Nothing is stored yet: a field above needs a look, and says why.';

const focused = (button: HTMLButtonElement | null) => button?.focus();

/** Asked by the server, so that it is asked without JavaScript too. Never disabled: what is disabled takes no focus. */
const AskToCancel = () => (
  <fieldset className="ask">
    <legend>
      Cancel this import? What you decided here goes with it. What you chose or pasted stays where you have
      it.
    </legend>
    <button type="submit" name="intent" value="cancel" className="btn" formNoValidate ref={focused}>
      Cancel it
    </button>
    <button type="submit" name="intent" value="look" className="btn quiet" formNoValidate>
      Leave it
    </button>
  </fieldset>
);

function TimesAndTitle({ found, preview, teams, problems, given }: Facts) {
  const said =
    preview.zoneSaid && `The text says “${preview.zoneSaid.words}” (line ${preview.zoneSaid.line}).`;
  const times = { happenedOn: preview.day, zone: preview.zone };
  const asks = hasTimes(preview) && [
    ...(preview.day ? [] : ['The text names no day. Say on which day it happened.']),
    said ?? 'The text names no time zone. Say in which one its times are told.',
  ];
  if (!found.makesReview && !hasTimes(preview))
    return (
      <>
        <input type="hidden" name="happenedOn" value={times.happenedOn} />
        <input type="hidden" name="zone" value={times.zone} />
      </>
    );
  if (!found.makesReview)
    return (
      <>
        {asks && <p className="asked">{asks.join(' ')}</p>}
        <TextField
          label="The day of times without one"
          type="date"
          name="happenedOn"
          required
          defaultValue={preview.day}
          refused={problems.happenedOn}
        />
        <ZoneField
          label="Its times are told in"
          name="zone"
          zone={given?.facts.zone ?? preview.zone}
          refused={problems.zone}
        />
      </>
    );
  return (
    <>
      <TextField label="Title" name="title" required defaultValue={preview.title} refused={problems.title} />
      {asks && <p className="asked">{asks.join(' ')}</p>}
      <ReviewFactsFields
        given={{ ...times, ...given?.facts, closestTeams: given?.closestTeams ?? [] }}
        problems={problems}
        teams={teams}
      />
      <StanceFields given={given?.facts ?? {}} />
    </>
  );
}
