import { useEffect, useRef, useState } from 'react';
import { Form } from 'react-router';
import { AsLoaded } from '#app/components/as-loaded.tsx';
import { SelectField, TextField } from '#app/components/field.tsx';
import { Ruled } from '#app/components/page.tsx';
import { Refusal } from '#app/components/refusal.tsx';
import type { Sources } from '#app/components/source-choices.ts';
import { ZoneField } from '#app/components/zone-field.tsx';
import type { MeetingKind } from '#domain/meeting/meeting.ts';
import type { TemplateChoice } from '#server/meetings/templates.ts';
import { AgendaEditor } from './agenda-editor.tsx';
import { PeoplePicker, type PersonChoice } from './people-picker.tsx';
import type { PlanValues } from './plan-values.ts';
import { TakeOverField } from './take-over-field.tsx';
import { KeepAsTemplate, TemplatePicker } from './template-picker.tsx';

/** What a form was begun with, which goes along in it. */
export interface FormBegun {
  /** What a new meeting will be known by, drawn once, so that two presses plan one. */
  meeting: string;
  /** Its plan as it was then, so that only what is changed here is changed. */
  asLoaded: string;
}

/** Planning and changing a plan are one form. Nothing in it presses anybody to come. */
export function PlanForm({
  kind,
  values,
  begun,
  problems,
  people,
  sources,
  warnings,
  isPrivate,
  isNew,
  templates,
  said,
  hidesNotes,
  version,
  stand,
}: {
  kind: MeetingKind;
  values: PlanValues;
  begun: FormBegun;
  problems: Readonly<Record<string, string>>;
  people: readonly PersonChoice[];
  /** What stages are made from. */
  sources: Sources;
  warnings: readonly string[];
  isPrivate: boolean;
  isNew: boolean;
  /** Empty where none is to be chosen any more. */
  templates: readonly TemplateChoice[];
  /** What was done, in a sentence. */
  said: string | null;
  hidesNotes: boolean;
  /** Changes with every answer of the server, so that the fields show what it says. */
  version: string;
  /** The agenda's button to stand on after a press. */
  stand: string | null;
}) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (stand) return form.current?.querySelector<HTMLButtonElement>(`button[value="${stand}"]`)?.focus();
    // what is asked may stand a long way above the press
    const asked = form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .refusal');
    if (!asked) return;
    if (asked.matches('.refusal')) asked.tabIndex = -1;
    asked.focus({ preventScroll: true });
    asked.scrollIntoView({ block: 'center' });
  }, [version]);
  return (
    <Form method="post" className="plan" key={version} ref={form} preventScrollReset>
      {/* Enter in a field keeps the plan; the agenda's buttons come after this one. */}
      <button type="submit" name="press" value="keep" className="sr" tabIndex={-1} aria-hidden="true" />
      {isNew ? <OneMeeting id={begun.meeting} /> : <AsLoaded json={begun.asLoaded} />}
      <div className="plan-main">
        <Refusal sentence={problems.form} />
        {templates.length > 0 && <TemplatePicker templates={templates} />}
        <When values={values} problems={problems} />
        {kind === 'action' && (
          <p className="quietly small">
            The first hour after the soak in which none of those ticked has a meeting in Soak. Other calendars
            Soak does not see.{' '}
            <button
              type="submit"
              className="linkish quiet small"
              name="press"
              value="find-time"
              formNoValidate
            >
              Look again for those ticked now
            </button>
          </p>
        )}
        <Ruled aside="drafted from the write-up; change whatever you like">Agenda</Ruled>
        <AgendaEditor
          rows={values.rows}
          minutes={values.minutes}
          people={people}
          sources={sources}
          hidesNotes={hidesNotes}
          mayAskPeople={kind === 'review'}
          refused={problems.stages}
        />
        <p>
          <button type="submit" className="linkish quiet small" name="press" value="draft" formNoValidate>
            Draft it anew from the write-up
          </button>
        </p>
        {kind === 'review' && <KeepAsTemplate said={said} refused={problems.template} />}
      </div>
      <aside className="plan-side" aria-label="People, and before you keep it">
        <PeoplePicker
          label="Facilitators"
          hint="They share all powers. Best are people who were not involved, and are not on a closest team."
          name="facilitators"
          people={people}
          chosen={values.facilitators}
          refused={problems.facilitators}
        />
        <SelectField
          label="Scribe, if somebody is asked to note what others say"
          name="scribe"
          defaultValue={values.scribe}
          refused={problems.scribe}
        >
          <option value="">Nobody in particular</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <TakeOverField chosen={values.takeOver} refused={problems.takeOver} />
        <PeoplePicker
          label="Invited, all optional"
          hint={
            kind === 'action' && isNew && !isPrivate
              ? 'To begin with, people are ticked whose teams own the systems its findings name, or are closest to what happened. Nobody has to come.'
              : isPrivate
                ? 'Nobody has to come. This review is private: whoever you tick can read it from then on.'
                : 'Nobody has to come, and anyone who may read the review can.'
          }
          name="invited"
          people={people}
          chosen={values.invited}
          refused={problems.invited}
        />
        {!isNew && isPrivate && (
          <label className="tick small">
            <input type="checkbox" name="takeBackReading" />
            <span>
              Those I untick shall not read the review any more, unless they were named by hand or are invited
              to another of its meetings
            </span>
          </label>
        )}
        <Warnings warnings={warnings} />
        <div className="acts">
          <button type="submit" className="btn main" name="press" value="keep">
            {isNew ? (kind === 'review' ? 'Plan the meeting' : 'Plan the session') : 'Keep the plan'}
          </button>
          <button type="submit" className="btn quiet" name="press" value="look" formNoValidate>
            Check it again
          </button>
        </div>
      </aside>
    </Form>
  );
}

/** Of what the form began with, though the page may have drawn another meanwhile. */
function OneMeeting({ id }: { id: string }) {
  const [first] = useState(id);
  return <input type="hidden" name="newMeeting" value={first} />;
}

const When = ({ values, problems }: { values: PlanValues; problems: Readonly<Record<string, string>> }) => (
  <div className="plan-when">
    <TextField
      label="Title"
      name="title"
      defaultValue={values.title}
      maxLength={200}
      required
      refused={problems.title}
    />
    <TextField
      label="Day"
      type="date"
      name="day"
      defaultValue={values.day}
      required
      refused={problems.day ?? problems.when}
    />
    <TextField
      label="Begins"
      type="time"
      name="time"
      defaultValue={values.time}
      required
      refused={problems.time}
    />
    <TextField
      label="Minutes"
      type="number"
      name="minutes"
      min={5}
      max={480}
      defaultValue={values.minutes}
      required
      refused={problems.minutes}
    />
    <ZoneField label="Zone" name="zone" zone={values.zone} refused={problems.zone} />
    <TextField
      label="Call link, if there is one"
      type="url"
      name="callLink"
      placeholder="https://"
      defaultValue={values.callLink}
      refused={problems.callLink}
    />
  </div>
);

const Warnings = ({ warnings }: { warnings: readonly string[] }) =>
  warnings.length === 0 ? null : (
    <section className="plan-warnings" aria-label="Before you keep it">
      <h3>Before you keep it</h3>
      <ul>
        {warnings.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </section>
  );
